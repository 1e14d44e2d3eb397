import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addDays } from '../../../../static/src/store/days.js';
import { pointsOf, stepOf } from '../../../../static/src/tracker/look_back/points.js';
import { levelOf, rowsOf } from '../../../../static/src/tracker/look_back/rows.js';
import { cramp, day, randomDiary } from './diaries.js';

/** @typedef {import('./diaries.js').Entry} Entry */

/** @param {Entry[]} entries @param {string} from @param {string} to @param {'day' | 'week' | 'month'} step */
const points = (entries, from, to, step) => pointsOf(rowsOf(entries, addDays(from, -6), to), from, step);

test('days, weeks or months: as thin as can still be seen', () => {
  assert.deepEqual([1, 14, 92, 93, 365, 735, 736, 9000].map(stepOf), ['day', 'day', 'day', 'week', 'week', 'week', 'month', 'month']);
});

test('a day shows its worst, the mean of its cramps and how many there were', () => {
  const [point] = points([cramp('2026-01-05', 3), cramp('2026-01-05', 8)], '2026-01-05', '2026-01-05', 'day');
  assert.deepEqual([point.worst, point.mean, point.cramps, point.crampDays, point.noneDays], [8, 5.5, 2, 1, 0]);
});

test('a day that is not known has no figures at all', () => {
  const [point] = points([], '2026-01-05', '2026-01-05', 'day');
  assert.deepEqual([point.worst, point.mean, point.level, point.cramps, point.noneDays], [null, null, null, 0, 0]);
});

test('the line of seven days counts a day without cramp as 0 and skips what is not known', () => {
  const known = [day('2026-01-02', { no_cramp: true }), cramp('2026-01-03', 4), cramp('2026-01-05', 8), cramp('2026-01-05', 2)];
  assert.equal(points(known, '2026-01-05', '2026-01-05', 'day')[0].level, null, 'three of seven are too few');
  const [point] = points([...known, day('2025-12-30', { no_cramp: true })], '2026-01-05', '2026-01-05', 'day');
  assert.equal(point.level, 3);
  const [later] = points([...known, day('2025-12-29', { no_cramp: true })], '2026-01-05', '2026-01-05', 'day').slice(-1);
  assert.equal(later.level, null, 'eight days ago is not in it');
});

test('a week runs from Monday, and its ends may be cut by the period', () => {
  const found = points([cramp('2026-01-04', 2), cramp('2026-01-05', 6)], '2026-01-03', '2026-01-12', 'week');
  assert.deepEqual(found.map(({ from, to, worst }) => [from, to, worst]), [
    ['2026-01-03', '2026-01-04', 2],
    ['2026-01-05', '2026-01-11', 6],
    ['2026-01-12', '2026-01-12', null],
  ]);
});

test('a month of which no more than half is known has no line', () => {
  const days = (/** @type {number} */ many) => Array.from({ length: many }, (_, n) => day(addDays('2026-06-01', n), { no_cramp: true }));
  const level = (/** @type {number} */ many) => points(days(many), '2026-06-01', '2026-06-30', 'month')[0].level;
  assert.deepEqual([15, 16].map(level), [null, 0]);
});

test('any diary is counted as a person would count it', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { entries, from, to, before } = randomDiary(seed);
    const rows = rowsOf(entries, before, to);
    for (const step of /** @type {('day' | 'week' | 'month')[]} */ (['day', 'week', 'month'])) {
      const found = pointsOf(rows, from, step);
      assert.equal(found[0].from, from);
      assert.equal(found.at(-1)?.to, to);
      found.forEach((point, n) => n === 0 || assert.equal(point.from, addDays(found[n - 1].to, 1)));
      for (const point of found) {
        const label = `seed ${seed} ${step} ${point.from}`;
        const pains = entries
          .filter(({ kind, body }) => kind === 'pain' && String(body.began).slice(0, 10) >= point.from && String(body.began).slice(0, 10) <= point.to)
          .map(({ body }) => Number(body.worst));
        assert.equal(point.cramps, pains.length, label);
        assert.equal(point.worst, pains.length ? Math.max(...pains) : null, label);
        assert.equal(point.mean, pains.length ? pains.reduce((a, b) => a + b) / pains.length : null, label);
        const start = step === 'day' ? addDays(point.to, -6) : point.from;
        const known = rows.filter((row) => row.day >= start && row.day <= point.to).map(levelOf).filter((one) => one !== null);
        const full = step === 'month' ? new Date(Number(point.to.slice(0, 4)), Number(point.to.slice(5, 7)), 0).getDate() : 7;
        assert.equal(point.level, known.length > full / 2 ? known.reduce((a, b) => a + b) / known.length : null, label);
        assert.ok(point.crampDays + point.noneDays <= point.rows.length, label);
      }
    }
  }
});
