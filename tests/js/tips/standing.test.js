// The server must say the same: tests/unit/tips/test_follow.py reads the same cases.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { dayOfWeek, putOff, standings } from '../../../static/src/tips/standing.js';
import { cases } from '../tracker/catalogue.js';

const { today, cases: all } = await cases('follow');

for (const { says, records, state, until, helped, not, saved = false } of all) {
  test(says, () => {
    for (const order of [records, [...records].reverse()]) {
      const { week, ...found } = standings(order, today).T06;
      assert.deepEqual(found, { state, until, saved, helped, not });
      assert.equal(week !== null, ['trying', 'ask'].includes(state));
    }
  });
}

test('a day of a week is counted from 1', () => {
  assert.equal(dayOfWeek({ began: '2026-11-22' }, '2026-11-22'), 1);
  assert.equal(dayOfWeek({ began: '2026-03-25' }, '2026-03-31'), 7); // over the change of the clock
});

test('not now lasts 14 days, then 28, then 56', () => {
  assert.deepEqual([1, 2, 3].map(putOff), [14, 28, 56]);
});
