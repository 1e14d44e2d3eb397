import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asTold, percent } from '../../../static/src/trials/result.js';

const figures = { help: 0.979, target: 0.2, goal: 1, median: -0.9, low: -1.4, high: -0.3, n: 42 };

test('what cannot be told yet never shows the chance that it waits for', () => {
  assert.equal(percent(asTold(figures, 'undecided').help), '97 %');
  assert.equal(percent(asTold(figures, 'a_little').help), '98 %');
  assert.equal(percent(asTold({ ...figures, help: 0.57 }, 'undecided').help), '57 %');
  assert.deepEqual({ ...asTold(figures, 'undecided'), help: 0.979 }, figures);
});

test('no chance is ever certain', () => {
  assert.deepEqual([0.004, 0.006, 0.87, 0.996].map(percent), ['minder dan 1 %', '1 %', '87 %', 'meer dan 99 %']);
});
