// What a person had seen of a record: the server judges each edit by it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { groundOf } from '../../../static/src/store/ground.js';

/** @type {[number, number][]} */
const SEEN = [[0, 4], [1000, 1007]];

test('what the server told of a record is what its person had seen', () => {
  assert.deepEqual(groundOf({ version: 1007, seen: SEEN }, []), { base: 1007, seen: SEEN });
  assert.deepEqual(groundOf({ version: 4 }, []), { base: 4 });
  assert.deepEqual(groundOf(undefined, []), { base: 0 });
});

test('what waits was made of what was seen first, whatever the server told since', () => {
  const record = { version: 1009, seen: SEEN };
  assert.deepEqual(groundOf(record, [{ base: 1007, seen: SEEN }, { base: 4 }]), { base: 4 });
  assert.deepEqual(groundOf(record, [{ base: 1007, seen: SEEN }]), { base: 1007, seen: SEEN });
  assert.deepEqual(groundOf({ version: 3 }, [{ base: 4 }]), { base: 4 });
});
