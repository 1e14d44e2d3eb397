import assert from 'node:assert/strict';
import { test } from 'node:test';

import { canonical } from '../../../static/src/tracker/canonical.js';
import { check, lengthOf } from '../../../static/src/tracker/check.js';
import { cases, catalogue } from './catalogue.js';

// The same cases that tests/unit/tracker/test_records.py reads.
const { now, cases: records } = await cases('records');
const known = await catalogue();

for (const { says, kind, body, problems } of records) {
  test(`a device refuses what the server refuses: ${says}`, () => {
    const found = check(kind, body, new Date(now), known).map(({ field, code }) => [field, code]);
    assert.deepEqual(found, problems);
  });
}

for (const { says, kind, body, clean } of await cases('clean')) {
  test(`a device writes a body as the server does: ${says}`, () => {
    assert.equal(canonical(body, known.checks?.[kind] ?? {}), clean);
  });
}

test('a rule of a newer server lets nothing pass that this script cannot check', () => {
  const checks = { pain: { colour: { sort: 'colour' } } };
  assert.deepEqual(check('pain', { colour: 'red' }, new Date(now), { checks, messages: {} }), [
    { field: 'colour', code: 'unknown_field' },
  ]);
});

test('a picture is one character', () => {
  assert.equal(lengthOf('💥a'), 2);
});
