import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bodyOf } from '../../../static/src/tracker/body.js';
import { cases, catalogue } from './catalogue.js';

// The server's forms read the same cases: tests/integration/tracker/test_form_bodies.py.
const { zone, cases: forms } = await cases('forms');
const known = await catalogue();
process.env.TZ = zone;

for (const { says, kind, entries, before, body } of forms) {
  test(`a form becomes a body: ${says}`, () => {
    assert.deepEqual(bodyOf(kind, entries, known, before ?? null), body);
  });
}

test('a body follows the zone of the device', () => {
  process.env.TZ = 'America/New_York';
  const body = bodyOf('pain', [['began', '2026-01-05T08:30'], ['worst', '3']], known);
  process.env.TZ = zone;
  assert.equal(body.began, '2026-01-05T08:30-05:00');
});
