import assert from 'node:assert/strict';
import { test } from 'node:test';

import { filledIn, overlayOf } from '../../../../static/src/tracker/look_back/overlay.js';
import { pointsOf } from '../../../../static/src/tracker/look_back/points.js';
import { rowsOf } from '../../../../static/src/tracker/look_back/rows.js';
import { catalogue } from '../catalogue.js';
import { day, randomDiary } from './diaries.js';

const { factors = {} } = await catalogue();
const WEEK = [
  day('2026-01-05', { sitting_h: 4, strength: false, heavy_lifting: 0 }),
  day('2026-01-06', { sitting_h: 9, strength: true, heavy_lifting: 2 }),
  day('2026-01-08', { strength: true }),
];

/** @param {string} key @param {'day' | 'week'} step */
function overlay(key, step) {
  const rows = rowsOf(WEEK, '2026-01-05', '2026-01-11');
  return overlayOf(pointsOf(rows, '2026-01-05', step), key, factors[key], step === 'day');
}

test('of a day the factor is what was filled in, and nothing where nothing was', () => {
  assert.deepEqual(overlay('sitting_h', 'day').map(({ value }) => value), [4, 9, null, null, null, null, null]);
  assert.deepEqual(overlay('strength', 'day').map(({ value }) => value), [0, 1, null, 1, null, null, null]);
  assert.deepEqual(overlay('heavy_lifting', 'day').map(({ value }) => value), [0, 2, null, null, null, null, null]);
});

test('of a week a number is the mean of the days that say it', () => {
  assert.deepEqual(overlay('sitting_h', 'week'), [{ value: 6.5, known: 2, times: 2 }]);
});

test('of a week a yes, or more than the least, is on how many of the known days', () => {
  assert.deepEqual(overlay('strength', 'week'), [{ value: 2 / 3, known: 3, times: 2 }]);
  assert.deepEqual(overlay('heavy_lifting', 'week'), [{ value: 0.5, known: 2, times: 1 }]);
  assert.deepEqual(overlay('ill', 'week'), [{ value: null, known: 0, times: 0 }]);
});

test('only factors that were filled in can be chosen', () => {
  assert.deepEqual(filledIn(factors, rowsOf(WEEK, '2026-01-05', '2026-01-11')), ['sitting_h', 'strength', 'heavy_lifting']);
  assert.deepEqual(filledIn(factors, rowsOf(WEEK, '2026-01-09', '2026-01-11')), []);
});

test('any diary: as many values as days that have one', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { entries, from, to } = randomDiary(seed);
    const rows = rowsOf(entries, from, to);
    const said = entries.filter(({ body }) => body.sitting_h !== undefined && String(body.day) >= from && String(body.day) <= to);
    for (const step of /** @type {('day' | 'week' | 'month')[]} */ (['day', 'week', 'month'])) {
      const found = overlayOf(pointsOf(rows, from, step), 'sitting_h', factors.sitting_h, step === 'day');
      assert.equal(found.reduce((total, { known }) => total + known, 0), said.length);
      const total = said.reduce((sum, { body }) => sum + Number(body.sitting_h), 0);
      assert.ok(Math.abs(found.reduce((sum, { value, known }) => sum + (value ?? 0) * known, 0) - total) < 1e-6);
    }
  }
});
