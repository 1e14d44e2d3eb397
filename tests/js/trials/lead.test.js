import assert from 'node:assert/strict';
import { test } from 'node:test';

import { nothing } from 'lit-html';
import { tryOut } from '../../../static/src/trials/lead.js';

test('a tip with a habit leads to it after the #, and another leads nowhere', () => {
  const leads = { path: '/en/trials', text: 'Try it:', of: { T06: 'breaks' }, titles: { breaks: 'Get up' } };
  Object.assign(globalThis, { document: { getElementById: () => ({ textContent: JSON.stringify(leads) }) } });
  const { values } = /** @type {any} */ (tryOut('T06'));
  assert.deepEqual(values, ['/en/trials', 'breaks', 'Try it:', 'Get up']);
  assert.equal(tryOut('T28'), nothing);
});
