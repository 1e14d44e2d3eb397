import assert from 'node:assert/strict';
import { test } from 'node:test';

import { timelineOf } from '../../../static/src/tracker/timeline.js';
import { cramp, day } from './look_back/diaries.js';

/** @param {import('../../../static/src/tracker/timeline.js').Part[]} parts */
const told = (parts) => parts.map((part) => ('gap' in part ? `${part.gap} empty` : 'month' in part ? part.month : part.day));

test('days run from the newest on, under their month, and what lies between is counted', () => {
  const entries = [cramp('2026-01-30', 3), cramp('2026-02-02', 5), cramp('2026-02-03', 4), cramp('2025-12-31', 2)];
  assert.deepEqual(told(timelineOf(entries)), [
    '2026-02', '2026-02-03', '2026-02-02', '2 empty', '2026-01', '2026-01-30', '29 empty', '2025-12', '2025-12-31',
  ]);
});

test('a day carries its entries and how bad it was', () => {
  const parts = timelineOf([day('2026-02-02', { no_cramp: true }), cramp('2026-02-02', 5), cramp('2026-02-02', 7)]);
  const [, one] = parts;
  assert.ok('day' in one);
  assert.deepEqual(one.entries.map(({ kind }) => kind), ['day', 'pain', 'pain']);
  assert.deepEqual([one.row.worst, one.row.cramps], [7, 2]);
});

test('a day that was asked for stands in its place, also without an entry', () => {
  const entries = [cramp('2026-02-01', 3), cramp('2026-02-05', 5)];
  assert.deepEqual(told(timelineOf(entries, '2026-02-03')), ['2026-02', '2026-02-05', '1 empty', '2026-02-03', '1 empty', '2026-02-01']);
  assert.deepEqual(told(timelineOf(entries, '2026-02-05')), ['2026-02', '2026-02-05', '3 empty', '2026-02-01']);
});

test('over the change of the clock no day is lost or doubled', () => {
  assert.deepEqual(told(timelineOf([cramp('2026-10-24', 3), cramp('2026-10-26', 3)])), ['2026-10', '2026-10-26', '1 empty', '2026-10-24']);
  assert.deepEqual(told(timelineOf([cramp('2026-03-28', 3), cramp('2026-03-29', 3)])), ['2026-03', '2026-03-29', '2026-03-28']);
});
