import assert from 'node:assert/strict';
import { test } from 'node:test';

import { nextDay } from '../../../../static/src/tracker/look_back/calendar.js';
import { heatOf, rowsOf } from '../../../../static/src/tracker/look_back/rows.js';
import { cramp, day } from './diaries.js';

test('the keys lead from day to day, week to week and month to month', () => {
  const from = (/** @type {string} */ key) => nextDay('2026-03-31', key);
  assert.equal(from('ArrowLeft'), '2026-03-30');
  assert.equal(from('ArrowRight'), '2026-04-01');
  assert.equal(from('ArrowUp'), '2026-03-24');
  assert.equal(from('ArrowDown'), '2026-04-07');
  assert.equal(from('Home'), '2026-03-30');
  assert.equal(from('End'), '2026-04-05');
  assert.equal(from('PageUp'), '2026-02-28');
  assert.equal(from('PageDown'), '2026-04-30');
  assert.equal(from('Enter'), null);
  assert.equal(from('toString'), null);
});

test('a day is as hot as its worst cramp, without cramp is known, and unknown is neither', () => {
  const heats = [0, 3, 4, 6, 7, 10].map((worst) => heatOf(rowsOf([cramp('2026-01-05', worst)], '2026-01-05', '2026-01-05')[0]));
  assert.deepEqual(heats, [1, 1, 2, 2, 3, 3]);
  const [none, unknown] = rowsOf([day('2026-01-05', { no_cramp: true })], '2026-01-05', '2026-01-06').map(heatOf);
  assert.deepEqual([none, unknown], [0, null]);
});
