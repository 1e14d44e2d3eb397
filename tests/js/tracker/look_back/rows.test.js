import assert from 'node:assert/strict';
import { test } from 'node:test';

import { backgroundOf, heatOf, levelOf, rowsOf, signOf } from '../../../../static/src/tracker/look_back/rows.js';
import { cramp, day, randomDiary } from './diaries.js';

/** @param {import('./diaries.js').Entry[]} entries @param {string} [to] */
const levels = (entries, to = '2026-01-07') => rowsOf(entries, '2026-01-05', to).map(levelOf);

test('a day that nobody wrote down is unknown, never zero', () => {
  assert.deepEqual(levels([]), [null, null, null]);
  assert.deepEqual(levels([day('2026-01-06', { sitting_h: 8 })]), [null, null, null]);
});

test('a day without cramp is zero only when the person said so', () => {
  assert.deepEqual(levels([day('2026-01-06', { no_cramp: true })]), [null, 0, null]);
});

test('of several cramps on a day the worst counts, and all are in the mean', () => {
  const [row] = rowsOf([cramp('2026-01-05', 3), cramp('2026-01-05', 7), cramp('2026-01-05', 5)], '2026-01-05', '2026-01-05');
  assert.deepEqual([row.cramps, row.worst, row.sum], [3, 7, 15]);
});

test('a cramp counts more than the word that there was none', () => {
  assert.deepEqual(levels([day('2026-01-05', { no_cramp: true }), cramp('2026-01-05', 4)]), [4, null, null]);
});

test('a cramp without pain is known, and zero', () => {
  assert.deepEqual(levels([cramp('2026-01-05', 0)]), [0, null, null]);
});

test('a cramp belongs to the day on the clock of its person, wherever that was', () => {
  const entries = [cramp('2026-01-05T23:59-11:00', 2), cramp('2026-01-06T00:01+14:00', 4), cramp('2026-01-08T00:00+01:00', 9)];
  assert.deepEqual(levels(entries), [2, 4, null]);
});

test('both hours of the night in which the clock goes back are one day', () => {
  const entries = [cramp('2026-10-25T02:30+02:00', 2), cramp('2026-10-25T02:30+01:00', 6), cramp('2026-10-24T23:59+02:00', 1)];
  const rows = rowsOf(entries, '2026-10-24', '2026-10-26');
  assert.deepEqual(rows.map(({ cramps, worst }) => [cramps, worst]), [[1, 1], [2, 6], [0, null]]);
});

test('pain that was there all day is no cramp, and shows where there was none', () => {
  const entries = [day('2026-01-05', { background: 5 }), day('2026-01-06', { background: 0, no_cramp: true }), cramp('2026-01-07', 2), day('2026-01-07', { background: 8 })];
  const rows = rowsOf(entries, '2026-01-05', '2026-01-08');
  assert.deepEqual(rows.map(levelOf), [null, 0, 2, null]);
  assert.deepEqual(rows.map(backgroundOf), [5, 0, 8, null]);
  assert.deepEqual(rows.map(signOf), ['~5', '○', '2', '']);
  assert.deepEqual(rows.map(heatOf), [2, 0, 1, null]);
});

test('any diary gives on each day what its entries of that day say', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { entries, from, to } = randomDiary(seed);
    const rows = rowsOf(entries, from, to);
    assert.equal(rows[0].day, from);
    assert.equal(rows.at(-1)?.day, to);
    for (const row of rows) {
      const pains = entries.filter(({ body }) => String(body.began).startsWith(row.day)).map(({ body }) => Number(body.worst));
      const said = entries.find(({ kind, body }) => kind === 'day' && body.day === row.day);
      assert.equal(row.cramps, pains.length, `seed ${seed} ${row.day}`);
      const level = pains.length ? pains.sort((one, other) => other - one)[0] : said?.body.no_cramp ? 0 : null;
      assert.equal(levelOf(row), level, `seed ${seed} ${row.day}`);
      assert.equal(row.values.sitting_h, said?.body.sitting_h, `seed ${seed} ${row.day}`);
    }
  }
});
