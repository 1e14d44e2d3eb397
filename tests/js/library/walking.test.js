import assert from 'node:assert/strict';
import { test } from 'node:test';

import { diaryOf } from '../../../static/src/library/walking/diary.js';
import { choicesAfter, weekOf, weeksOf } from '../../../static/src/library/walking/rule.js';
import { addDays } from '../../../static/src/store/days.js';
import { cases } from '../tracker/catalogue.js';

const known = await cases('walking');
const BEGAN = '2026-11-22';

/** @param {Record<string, number>} [walked] @param {Record<string, number>} [worst] */
function diary(walked = {}, worst = {}) {
  return { walked: new Map(Object.entries(walked)), worst: new Map(Object.entries(worst)) };
}

for (const { says, plan, walked, worst, today, weeks } of known.cases) {
  test(says, () => {
    const found = weeksOf(plan, diary(walked, worst), today);
    assert.deepEqual(found.map(({ number, first, target, advice, reached }) => [number, first, target, advice.why, reached]), weeks);
  });
}

test('when every week goes well, the weeks are those of the table on the page', () => {
  const { from, minutes } = known.course;
  const walked = Object.fromEntries(Array.from({ length: 84 }, (_, day) => [addDays(BEGAN, day), 30]));
  const weeks = weeksOf({ began: BEGAN, minutes: from }, diary(walked), addDays(BEGAN, 83));
  assert.deepEqual(weeks.map(({ target }) => target), minutes);
});

test('a day that is filled in or mended later counts as if it had always stood there', () => {
  const plan = { began: BEGAN, minutes: 10 };
  const three = { '2026-11-22': 10, '2026-11-23': 10, '2026-11-24': 10 };
  const target = (/** @type {Record<string, number>} */ walked) => weeksOf(plan, diary(walked), '2026-12-01')[1].target;
  assert.deepEqual([target(three), target({ ...three, '2026-11-25': 10 }), target({ ...three, '2026-11-25': 9 })], [10, 13, 10]);
});

test('a day without a note is unknown and not nought', () => {
  const [week] = weeksOf({ began: BEGAN, minutes: 10 }, diary({ '2026-11-23': 0 }), BEGAN);
  assert.deepEqual(week.days.map(({ minutes }) => minutes), [null, 0, null, null, null, null, null]);
  assert.deepEqual([week.known, week.reached, week.worst], [1, 0, null]);
});

test('the programme is over on the day after twelve weeks', () => {
  const plan = { began: BEGAN, minutes: 10 };
  assert.deepEqual([addDays(BEGAN, 83), addDays(BEGAN, 84)].map((day) => weekOf(plan, day)), [12, 13]);
});

test('one may choose a step back, the same, and a small or a large step, but not what is advised', () => {
  const choices = (/** @type {number} */ minutes, /** @type {number} */ advised) =>
    choicesAfter({ ...weeksOf({ began: BEGAN, minutes }, diary(), BEGAN)[0] }, { minutes: advised, why: 'same' });
  assert.deepEqual(choices(16, 16), [13, 19, 21]);
  assert.deepEqual(choices(16, 19), [13, 16, 21]);
  assert.deepEqual(choices(6, 6), [5, 9, 11]);
  assert.deepEqual(choices(30, 30), [27]);
});

test('the diary tells minutes, cramps and illness by the own day of its person', () => {
  const found = diaryOf([
    { kind: 'day', body: { day: '2026-11-22', walk_min: 0, no_cramp: true } },
    { kind: 'day', body: { day: '2026-11-23', stress: 3, ill: true } },
    { kind: 'day', body: { day: '2026-11-24', walk_min: 25, no_cramp: true, ill: false } },
    { kind: 'pain', body: { began: '2026-11-24T23:30-08:00', worst: 4 } },
    { kind: 'pain', body: { began: '2026-11-24T08:00+01:00', worst: 2 } },
  ]);
  assert.deepEqual([...found.walked], [['2026-11-22', 0], ['2026-11-24', 25]]);
  assert.deepEqual([...found.worst], [['2026-11-22', 0], ['2026-11-24', 4]]);
  assert.deepEqual([...found.ill], ['2026-11-23']);
});
