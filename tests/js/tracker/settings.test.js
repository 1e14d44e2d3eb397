import assert from 'node:assert/strict';
import { test } from 'node:test';

import { taken } from '../../../static/src/tracker/as_before.js';
import { bodyOf } from '../../../static/src/tracker/body.js';
import { asked, freeOwn, ownQuestions } from '../../../static/src/tracker/settings.js';
import { catalogue } from './catalogue.js';
import { ownDay, withOwnDay } from '../../../static/src/store/own_day.js';

const known = await catalogue();
const factors = known.factors ?? {};

test('the usual questions are asked until somebody chooses otherwise', () => {
  const usual = asked({}, factors);
  assert.deepEqual([...usual].sort(), ['heavy_lifting', 'sitting_h', 'sleep_h', 'sleep_q', 'stress', 'unusual_effort', 'walk_min']);
  const chosen = asked({ ask_steps: true, ask_stress: false }, factors);
  assert.ok(chosen.has('steps'));
  assert.ok(!chosen.has('stress'));
});

test('with an eating disorder nothing that counts food or weight is asked', () => {
  const chosen = asked({ ask_weight_kg: true, ask_k_foods: true, ask_steps: true }, factors, { eating_disorder: true });
  assert.ok(chosen.has('steps'));
  assert.ok(!chosen.has('weight_kg') && !chosen.has('k_foods'));
});

test('answers of the profile add a question, leave one out until it is chosen, or shut it', () => {
  const of = (/** @type {Record<string, boolean>} */ profile, settings = {}) => asked(settings, factors, profile);
  assert.ok(!of({}).has('nsaid') && of({ stomach_ulcer: true }).has('nsaid'));
  assert.ok(!of({ stomach_ulcer: false }).has('nsaid'));
  assert.ok(!of({ stomach_ulcer: true }, { ask_nsaid: false }).has('nsaid'));
  assert.ok(!of({ wheelchair: true }).has('walk_min') && !of({ wheelchair: true }).has('sitting_h'));
  assert.ok(of({ mecfs: true }, { ask_walk_min: true }).has('walk_min'));
  assert.ok(!of({ pregnant: true }, { ask_period: true }).has('period'));
  assert.ok(!of({ kidney_disease: true }, { ask_k_foods: true }).has('k_foods'));
});

test('a number of an own question is never given away twice', () => {
  const settings = { own_1_name: 'Paardrijden', own_1_input: 'number', own_1_unit: 'minuten', ask_own_1: false };
  assert.deepEqual(ownQuestions(settings), [
    { key: 'own_1', label: 'Paardrijden', input: 'number', unit: 'minuten', asked: false },
  ]);
  assert.equal(freeOwn(settings), 'own_2');
  assert.equal(freeOwn(Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`own_${n + 1}_name`, 'x']))), null);
});

test('before the hour at which a day ends it is still the day before', () => {
  const night = new Date(2026, 0, 1, 2, 30);
  assert.equal(ownDay(night, {}), '2026-01-01');
  assert.equal(ownDay(night, { day_ends: 3 }), '2025-12-31');
  assert.equal(ownDay(new Date(2026, 0, 1, 3, 0), { day_ends: 3 }), '2026-01-01');
});

test('a cramp of the night belongs to the day before, and keeps its day while its time stays', () => {
  const cramp = { began: '2026-11-22T01:30+01:00', worst: 4 };
  assert.deepEqual(withOwnDay(cramp, {}), cramp);
  const late = withOwnDay(cramp, { day_ends: 3 });
  assert.deepEqual(late, { ...cramp, day: '2026-11-21' });
  assert.deepEqual(withOwnDay({ ...cramp, worst: 5 }, {}, late), { ...cramp, worst: 5, day: '2026-11-21' });
  assert.deepEqual(withOwnDay({ ...cramp, began: '2026-11-22T09:30+01:00' }, { day_ends: 3 }, late), {
    began: '2026-11-22T09:30+01:00',
    worst: 4,
  });
});

test('from the day before come only open answers to questions that are asked', () => {
  const before = { day: '2026-11-21', no_cramp: true, sitting_h: 8, stress: 6, steps: 4000, own_1: true };
  const answers = taken(before, { day: '2026-11-22', stress: 2 }, ['sitting_h', 'stress', 'own_1', 'walk_min']);
  assert.deepEqual(answers, { sitting_h: 8, own_1: true });
});

test('an own question that is no longer asked keeps its answer, one that is asked is read', () => {
  /** @type {[string, string][]} */
  const typed = [['day', '2026-11-22'], ['own_1', 'yes'], ['own_2', '2,5'], ['own_3', '']];
  const body = bodyOf('day', typed, known, { day: '2026-11-22', own_3: 1, own_4: 7 });
  assert.deepEqual(body, { day: '2026-11-22', own_1: true, own_2: 2.5, own_4: 7 });
});
