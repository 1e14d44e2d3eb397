import assert from 'node:assert/strict';
import { test } from 'node:test';

import { StoreError } from '../../../static/src/store/database.js';
import { troubleOf } from '../../../static/src/ui/deed.js';
import { nl } from '../../../static/src/ui/words/nl.js';

test('each trouble of the store has its own words', () => {
  for (const code of /** @type {const} */ (['full', 'missing', 'newer', 'broken'])) {
    assert.equal(troubleOf(new StoreError(code, null)), nl.store[code]);
  }
});

test('what is no trouble of the store is told as a fault', () => {
  const others = [new Error('x'), new DOMException('x', 'AbortError'), null, undefined, 'full', { code: 'toString' }];
  for (const other of others) assert.equal(troubleOf(other), nl.store.broken);
});
