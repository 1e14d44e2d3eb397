import assert from 'node:assert/strict';
import { test } from 'node:test';

import { monthFigures, painFigures, placeFigures } from '../../../../static/src/tracker/look_back/figures.js';
import { overlayOf, scaleOf } from '../../../../static/src/tracker/look_back/overlay.js';
import { shapesOf } from '../../../../static/src/tracker/look_back/pain_shapes.js';
import { placesOf } from '../../../../static/src/tracker/look_back/places.js';
import { pointsOf } from '../../../../static/src/tracker/look_back/points.js';
import { rowsOf } from '../../../../static/src/tracker/look_back/rows.js';
import { catalogue } from '../catalogue.js';
import { cramp, day, randomDiary } from './diaries.js';
import { dutch, english } from './speech.js';

/** @typedef {import('../../../../static/src/tracker/look_back/points.js').Step} Step */

const { factors = {}, zones = {}, legs = {}, strengths = [] } = await catalogue();
const names = { zones: { ...zones, ...legs }, strengths };
const ROOM = { letters: 3, lines: [1, 1, 1] };

/** @param {import('./diaries.js').Entry[]} entries @param {string} from @param {string} to @param {Step} step @param {string | null} key */
function dataOf(entries, from, to, step, key) {
  const rows = rowsOf(entries, from, to);
  const points = pointsOf(rows, from, step);
  const factor = key ? factors[key] : null;
  const shown = key && factor ? overlayOf(points, key, factor, step === 'day') : null;
  const scale = factor && shown ? scaleOf(factor, shown, step === 'day') : null;
  return { points, step, factor, shown, scale, title: 'Pain', said: '' };
}

test('each day has a row: what is not known says so, and is no zero', () => {
  const entries = [cramp('2026-01-05', 8), cramp('2026-01-05', 5), day('2026-01-06', { no_cramp: true, sitting_h: 7.5 })];
  const table = painFigures(dataOf(entries, '2026-01-05', '2026-01-07', 'day', 'sitting_h'), english);
  assert.deepEqual(table.heads, ['Day', 'Worst pain', 'Average', 'Cramps', 'Line', 'Sitting (hours)']);
  assert.deepEqual(table.rows, [
    ['Mon 5 Jan', '8', '6.5', '2', '–', '–'],
    ['Tue 6 Jan', 'no cramp', '–', '0', '–', '7.5 hours'],
    ['Wed 7 Jan', 'not known', '–', '–', '–', '–'],
  ]);
});

test('each week says how many of its days are known', () => {
  const entries = [cramp('2026-01-05', 8), day('2026-01-06', { no_cramp: true, strength: true }), day('2026-01-08', { strength: false })];
  const table = painFigures(dataOf(entries, '2026-01-05', '2026-01-12', 'week', 'strength'), dutch);
  assert.deepEqual(table.heads.slice(5), ['Bekend', 'Strength exercises']);
  assert.deepEqual(table.rows, [
    ['5 jan – 11 jan', '8', '8', '1', '–', '2 van 7 dagen', '1 van 2 dagen'],
    ['12 jan', 'niet bekend', '–', '–', '–', '0 van 1 dag', '–'],
  ]);
});

test('how strong it was at a place is counted in words', () => {
  const { places } = placesOf([{ worst: 8, at_calf_left: 3 }, { worst: 2, at_calf_left: 1 }, { worst: 2, at_calf_left: 1 }]);
  assert.deepEqual(placeFigures(places, names, 'Where', english).rows, [['lower leg, left', '3', '4', '2 mild, 1 strong']]);
});

test('the pain of a whole day has a column where anybody said it', () => {
  const entries = [cramp('2026-01-05', 8), day('2026-01-05', { background: 0 }), day('2026-01-06', { background: 4 })];
  const table = painFigures(dataOf(entries, '2026-01-05', '2026-01-07', 'day', null), english);
  assert.equal(table.heads[5], 'All day');
  assert.deepEqual(table.rows.map((cells) => cells[5]), ['0', '4', '–']);
  const week = painFigures(dataOf(entries, '2026-01-05', '2026-01-07', 'week', null), english);
  assert.equal(week.rows[0][5], '2');
  const month = monthFigures(rowsOf(entries, '2026-01-05', '2026-01-07'), 'January', english);
  assert.deepEqual(month.rows.map((cells) => cells.slice(1)), [['8', '1', '0'], ['not known', '–', '4'], ['not known', '–', '–']]);
});

test('any diary: what is drawn, read back from its place, is what the table says', () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const { entries, from, to } = randomDiary(seed);
    for (const step of /** @type {Step[]} */ (['day', 'week', 'month'])) {
      const data = dataOf(entries, from, to, step, 'sitting_h');
      const shapes = shapesOf(data, 340, 12, ROOM);
      const [pain, cramps, factor] = shapes.panels;
      const value = (/** @type {number} */ y, /** @type {typeof pain} */ { bottom, top }, /** @type {number} */ most) => ((bottom - y) / (bottom - top)) * most;
      const { rows } = painFigures(data, english);
      const seen = rows.map(() => ['', '', '', '–']);
      const place = (/** @type {number} */ x) => shapes.centers.findIndex((center) => Math.abs(center - x) < shapes.step / 2);
      const figure = english.words.figure;
      const most = Math.max(1, ...data.points.map((point) => point.cramps));
      for (const { x, y, width, height } of shapes.solid) {
        const mean = height <= 2 ? 0 : value(y, pain, 10);
        seen[place(x + width / 2)] = [figure(mean), figure(mean), '', '–'];
      }
      for (const { x, y, width } of shapes.open) seen[place(x + width / 2)][0] = figure(value(y, pain, 10));
      for (const { x, y, width } of shapes.counts) seen[place(x + width / 2)][2] = figure(value(y, cramps, most));
      for (const { x } of shapes.rings) seen[place(x)] = ['no cramp', '–', '0', '–'];
      for (const gap of shapes.gaps) {
        shapes.centers.forEach((x, n) => (gap.x < x && x < gap.x + gap.width ? (seen[n] = ['not known', '–', '–', '–']) : null));
      }
      for (const [, x, y] of shapes.line.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
        const { level } = data.points[place(Number(x))];
        // The line is written with three decimals of a pixel.
        const near = Math.abs(value(Number(y), pain, 10) - Number(level)) < 1e-4;
        seen[place(Number(x))][3] = near ? figure(Number(level)) : `${y} is not ${level}`;
      }
      assert.deepEqual(seen, rows.map((cells) => cells.slice(1, 5)), `seed ${seed} ${step}`);
      const dashes = rows.map(() => '–');
      for (const { x, y, width } of shapes.dashes) dashes[place(x + width / 2)] = figure(value(y, pain, 10));
      const column = rows.some((cells) => cells.length > (step === 'day' ? 6 : 7)) ? rows.map((cells) => cells[5]) : rows.map(() => '–');
      assert.deepEqual(dashes, column, `seed ${seed} ${step}`);
      const known = data.points.flatMap((_, n) => (data.shown?.[n].value === null ? [] : [n]));
      assert.deepEqual(shapes.diamonds.map(({ x }) => place(x)), known);
      const ends = factor.ticks.at(-1)?.at ?? 1;
      shapes.diamonds.forEach(({ y }, n) => assert.ok(factor.ticks[0].at !== 0 || Math.abs(((factor.bottom - y) / (factor.bottom - factor.top)) * ends - Number(data.shown?.[known[n]].value)) < 1e-6));
    }
  }
});

test('whatever the width, nothing stands beside the picture', () => {
  const { entries, from, to } = randomDiary(8);
  for (const width of [240, 320, 700]) {
    const shapes = shapesOf(dataOf(entries, from, to, 'day', 'sitting_h'), width, 12, ROOM);
    for (const { x, width: wide } of [...shapes.solid, ...shapes.open, ...shapes.counts, ...shapes.gaps]) {
      assert.ok(x >= shapes.left - 1e-6 && x + wide <= shapes.right + 1e-6, `${width}: ${x}`);
    }
  }
});

test('a month and the places have their figures too', () => {
  const rows = rowsOf([cramp('2026-01-05', 8), day('2026-01-06', { no_cramp: true })], '2026-01-05', '2026-01-07');
  assert.deepEqual(monthFigures(rows, 'January', english).rows, [['Mon 5 Jan', '8', '1'], ['Tue 6 Jan', 'no cramp', '0'], ['Wed 7 Jan', 'not known', '–']]);
  const { places } = placesOf([{ worst: 8, zones: ['low_left', 'low_right'] }, { worst: 3, zones: ['low_right'] }]);
  assert.deepEqual(placeFigures(places, names, 'Where', english).rows, [['lower back, right', '2', '5.5', '–'], ['lower back, left', '1', '8', '–']]);
});
