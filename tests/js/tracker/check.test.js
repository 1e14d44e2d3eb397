import assert from 'node:assert/strict';
import { test } from 'node:test';

import { check, lengthOf } from '../../../static/src/tracker/check.js';
import { cases, catalogue } from './catalogue.js';

// The same cases that tests/unit/tracker/test_records.py reads. Tips and exercises are never filled in by hand.
const { now, cases: records } = await cases('records');
const known = await catalogue();
const ofForms = records.filter((/** @type {{kind: string}} */ { kind }) => !['tip', 'exercise'].includes(kind));

for (const { says, kind, body, problems } of ofForms) {
  test(`a device refuses what the server refuses: ${says}`, () => {
    const found = check(kind, body, new Date(now), known).map(({ field, code }) => [field, code]);
    assert.deepEqual(found, problems);
  });
}

test('a picture is one character', () => {
  assert.equal(lengthOf('💥a'), 2);
});
