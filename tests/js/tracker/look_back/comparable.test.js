import assert from 'node:assert/strict';
import { test } from 'node:test';

import { comparable } from '../../../../static/src/tracker/look_back/comparable.js';
import { overlayOf, scaleOf } from '../../../../static/src/tracker/look_back/overlay.js';
import { pointsOf } from '../../../../static/src/tracker/look_back/points.js';
import { rowsOf } from '../../../../static/src/tracker/look_back/rows.js';
import { catalogue } from '../catalogue.js';
import { day } from './diaries.js';

const { factors = {} } = await catalogue();

test("a person's own questions stand beside those of the diary, also when they are no longer asked", () => {
  const settings = { own_2_name: 'Cold feet', own_2_input: 'yesno', own_5_name: 'Garden', own_5_input: 'number', own_5_unit: 'hours', ask_own_5: false };
  const found = comparable(factors, settings, {});
  assert.deepEqual(Object.keys(found).slice(-2), ['own_2', 'own_5']);
  const rows = rowsOf([day('2026-01-05', { own_5: 2.5, own_2: true })], '2026-01-05', '2026-01-05');
  const points = pointsOf(rows, '2026-01-05', 'day');
  assert.deepEqual(overlayOf(points, 'own_5', found.own_5, true), [{ value: 2.5, known: 1, times: 1 }]);
  assert.deepEqual(scaleOf(found.own_2, overlayOf(points, 'own_2', found.own_2, true), true), { least: 0, most: 1, ticks: [0, 1] });
});

test('with an eating disorder weight and food are not laid beside the pain', () => {
  assert.ok('weight_kg' in comparable(factors, {}, {}));
  assert.ok(!('weight_kg' in comparable(factors, {}, { eating_disorder: true })));
});

test('a weight has a scale of its own, not from zero', () => {
  const rows = rowsOf([day('2026-01-05', { weight_kg: 80 }), day('2026-01-06', { weight_kg: 82 })], '2026-01-05', '2026-01-06');
  const shown = overlayOf(pointsOf(rows, '2026-01-05', 'day'), 'weight_kg', factors.weight_kg, true);
  assert.deepEqual(scaleOf(factors.weight_kg, shown, true), { least: 80, most: 82, ticks: null });
});
