import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { kindOfDevice } from '../../../static/src/accounts/kind_of_device.js';

/** webapp/accounts/browser.py is held to them too. */
const CASES = JSON.parse(readFileSync(new URL('../../cases/browsers.json', import.meta.url), 'utf8'));

test('each browser is called what people call it', () => {
  for (const { agent, touches, kind, browser } of CASES) {
    assert.deepEqual(kindOfDevice(agent, touches), { kind, browser }, agent);
  }
});
