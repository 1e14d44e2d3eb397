import assert from 'node:assert/strict';
import { test } from 'node:test';

import { linesOf, marksOf } from '../../../../static/src/tracker/look_back/marks.js';
import { pointsOf } from '../../../../static/src/tracker/look_back/points.js';
import { rowsOf } from '../../../../static/src/tracker/look_back/rows.js';
import { english } from './speech.js';

/** @param {string} from @param {string} to @param {import('../../../../static/src/tracker/look_back/points.js').Step} step @param {number} room */
const marks = (from, to, step, room) => marksOf(pointsOf(rowsOf([], from, to), from, step), step, room, english.names).map(({ n, text }) => [n, text]);

test('days are named at even steps, never more than there is room for', () => {
  assert.deepEqual(marks('2026-01-30', '2026-02-05', 'day', 4), [[0, '30 Jan'], [2, '1 Feb'], [4, '3 Feb'], [6, '5 Feb']]);
  assert.equal(marks('2026-01-01', '2026-03-31', 'day', 5).length, 5);
  assert.equal(marks('2026-01-01', '2026-03-31', 'day', 0).length, 1);
});

test('of weeks the months are named where they begin, of months the years', () => {
  assert.deepEqual(marks('2025-11-10', '2026-01-31', 'week', 9), [[3, 'Dec'], [7, 'Jan']]);
  assert.deepEqual(marks('2023-11-10', '2026-01-31', 'month', 9), [[2, '2024'], [14, '2025'], [26, '2026']]);
  assert.deepEqual(marks('2023-11-10', '2026-01-31', 'month', 2), [[2, '2024'], [26, '2026']]);
});

test('a title is broken between words', () => {
  assert.deepEqual(linesOf('Longest time sitting (minutes)', 16), ['Longest time', 'sitting', '(minutes)']);
  assert.deepEqual(linesOf('Pain', 2), ['Pain']);
});
