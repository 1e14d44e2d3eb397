import assert from 'node:assert/strict';
import { test } from 'node:test';

import { monthsIn } from '../../../static/src/insights/diary.js';
import { beforeCramps, isJump, lastDayBefore, todayOf } from '../../../static/src/insights/load.js';
import { addDays } from '../../../static/src/store/days.js';

const TODAY = '2026-03-20';

/** The days before `day`, oldest first, with these values; null is unknown. @param {(number | null)[]} values @param {string} [day] */
function before(values, day = TODAY) {
  const pairs = values.map((value, place) => /** @type {[string, number | null]} */ ([addDays(day, place - values.length), value]));
  return /** @type {Record<string, number>} */ (Object.fromEntries(pairs.filter(([, value]) => value !== null)));
}

test('today is counted against the days that are known', () => {
  const values = { ...before([5, null, 6, 9, null, 7, 7]), [TODAY]: 7 };
  const { before: days, ...counts } = todayOf(values, TODAY);
  assert.deepEqual(counts, { value: 7, known: 5, less: 2, more: 1 });
  assert.equal(days.length, 14);
  assert.deepEqual(days.slice(-7), [5, null, 6, 9, null, 7, 7]);
});

test('a day that is not logged is never zero', () => {
  assert.deepEqual(todayOf(before([5, 6]), TODAY), {
    value: null, before: [...new Array(12).fill(null), 5, 6], known: 2, less: 0, more: 0,
  });
  assert.equal(todayOf({ ...before([0, 0]), [TODAY]: 0 }, TODAY).known, 2);
});

test('only the fortnight before counts', () => {
  const values = { ...before(new Array(20).fill(3)), [TODAY]: 4 };
  assert.equal(todayOf(values, TODAY).known, 14);
});

test('the 24 hours before are the day that most of them fall on', () => {
  assert.equal(lastDayBefore('2026-03-20T11:59+01:00'), '2026-03-19');
  assert.equal(lastDayBefore('2026-03-20T12:00+01:00'), '2026-03-20');
  assert.equal(lastDayBefore('2026-03-01T03:00+01:00'), '2026-02-28');
});

test('more than usual is more than on three in four of the days before', () => {
  const usual = before([1, 2, 3, 4, 5, 6, 7, 8]);
  assert.equal(isJump({ ...usual, [TODAY]: 8 }, TODAY, 'day'), true);
  assert.equal(isJump({ ...usual, [TODAY]: 7 }, TODAY, 'day'), false);
  assert.equal(isJump({ ...before([0, 0, 0, 0, 0]), [TODAY]: 0 }, TODAY, 'day'), false);
  assert.equal(isJump({ ...before([0, 0, 0, 0, 0]), [TODAY]: 1 }, TODAY, 'day'), true);
});

test('with too little known nobody can tell', () => {
  assert.equal(isJump({ ...before([1, 1, 1, 1]), [TODAY]: 9 }, TODAY, 'day'), null);
  assert.equal(isJump(before([1, 1, 1, 1, 1]), TODAY, 'day'), null);
  assert.equal(isJump({}, TODAY, 'days'), null);
});

test('the 24 to 72 hours before are the two days before that, against the fortnight before them', () => {
  const values = before([1, 1, 1, 1, 1, 4, 0]);
  assert.equal(isJump(values, TODAY, 'days'), true);
  assert.equal(isJump({ ...values, [TODAY]: 99 }, addDays(TODAY, 3), 'days'), null);
  assert.equal(isJump(before([1, 1, 1, 1, 1, null, 3]), TODAY, 'days'), true);
  assert.equal(isJump(before([1, 1, 1, 1, 1, 1, 1]), TODAY, 'days'), false);
});

test('each cramp has a mark, and every day is what to hold them against', () => {
  const values = { ...before([1, 1, 1, 1, 1, 1, 5, 1, 1, 1]), [TODAY]: 1 };
  const high = addDays(TODAY, -4);
  const cramps = [`${high}T20:00+01:00`, `${addDays(high, 1)}T08:00+01:00`, `${TODAY}T20:00+01:00`, `${addDays(TODAY, -9)}T20:00+01:00`];
  const seen = beforeCramps(values, cramps.map((began) => ({ began })), addDays(TODAY, -9), TODAY, 'day');
  assert.deepEqual(seen.marks, [true, true, false, null]);
  assert.deepEqual([seen.jumps, seen.known], [2, 3]);
  assert.deepEqual(seen.usual, { jumps: 1, known: 6 });
});

test('the diary of three months gives its cramps in order and its loads by day', () => {
  /** @param {string} kind @param {Record<string, unknown>} body */
  const entry = (kind, body) => ({ id: '', kind, body, version: 1, pending: false });
  const months = monthsIn(
    [
      entry('pain', { began: '2026-03-19T20:00+01:00', worst: 3 }),
      entry('pain', { began: '2026-03-02T20:00+01:00', worst: 5 }),
      entry('pain', { began: '2026-02-28T20:00+01:00', worst: 9 }),
      entry('day', { day: '2026-02-20', sitting_h: 0, walk_min: 30 }),
      entry('day', { day: '2026-03-05', stress: 3 }),
    ],
    '2026-03-01',
    TODAY,
  );
  assert.deepEqual(months.cramps.map(({ worst }) => worst), [5, 3]);
  assert.deepEqual(months.values, { sitting_h: { '2026-02-20': 0 }, heavy_lifting: {}, unusual_effort: {}, walk_min: { '2026-02-20': 30 } });
});
