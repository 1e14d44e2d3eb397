import assert from 'node:assert/strict';
import { test } from 'node:test';

import { weeksOf } from '../../../static/src/library/walking/rule.js';
import { nextText, whyText } from '../../../static/src/library/walking/said.js';
import { MOST_A_DAY } from '../../../static/src/library/walking/today.js';
import { walking } from '../../../static/src/ui/words/walking.js';
import { catalogue } from '../tracker/catalogue.js';

const say = walking.en;
const PLAN = { began: '2026-11-22', minutes: 10 };
const FOUR = { '2026-11-22': 10, '2026-11-23': 10, '2026-11-24': 10, '2026-11-25': 10 };

/** What is said of this week, and of the next. @param {string} today @param {Record<string, number>} walked @param {Record<string, number>} [worst] @param {object} [plan] */
function told(today, walked, worst = {}, plan = {}) {
  const diary = { walked: new Map(Object.entries(walked)), worst: new Map(Object.entries(worst)) };
  const weeks = weeksOf({ ...PLAN, ...plan }, diary, today);
  const [week, next] = weeks.slice(-2);
  return [whyText(week, weeks.at(-3), say), nextText(week, next, today, say)];
}

test('the first week says that it is the start, and how many days make the next one longer', () => {
  assert.deepEqual(told('2026-11-22', {}), [
    'This is what you start with.',
    'If you walk 10 minutes or more on 4 more days, it becomes 13.',
  ]);
});

test('days that are still open count, and days that are past do not', () => {
  assert.match(told('2026-11-25', {})[1], /on 4 more days/);
  assert.equal(told('2026-11-26', {})[1], 'A step up takes 4 days. A week of the same is fine.');
  assert.match(told('2026-11-28', { ...FOUR, '2026-11-25': 9 })[1], /on 1 more day,/);
  assert.equal(told('2026-11-28', FOUR)[1], 'You walked 10 minutes or more on 4 days.');
});

test('a later week says what made it what it is', () => {
  assert.equal(told('2026-11-29', FOUR)[0], 'Last week you walked 10 minutes or more on 4 days. So now 13.');
  assert.equal(told('2026-11-29', { '2026-11-22': 10 })[0], 'Last week you walked 10 minutes or more on 1 day. A step up takes 4.');
  assert.match(told('2026-11-29', {})[0], /^Nothing was logged last week/);
  assert.equal(told('2026-11-29', FOUR, {}, { week_2: 10 })[0], 'You chose this yourself. The advice was 13 minutes.');
});

test('a step back names the pain that it comes from', () => {
  const worst = { '2026-11-20': 2, '2026-11-23': 6 };
  assert.equal(told('2026-11-23', {}, worst)[1], 'Your worst cramp of this week was 6 out of 10, and 2 last week. Then a step back is better.');
  assert.equal(told('2026-11-29', {}, worst)[0], 'Your worst cramp of last week was 6 out of 10, and 2 the week before. So 7 minutes now.');
});

test('at thirty minutes nothing more is asked', () => {
  const plan = { minutes: 30 };
  const walked = Object.fromEntries(Object.keys(FOUR).map((day) => [day, 30]));
  assert.equal(told('2026-11-22', {}, {}, plan)[1], 'There is no need for more than 30.');
  assert.equal(told('2026-11-29', walked, {}, plan)[0], 'You are at 30 minutes. There is no need for more.');
});

test('a choice for the next week says so, with the advice of now', () => {
  assert.equal(told('2026-11-25', FOUR, {}, { week_2: 15 })[1], 'You chose this yourself. The advice is now 13 minutes.');
});

test('a day takes as many minutes as the diary does', async () => {
  assert.equal((await catalogue()).factors?.walk_min.high, MOST_A_DAY);
});
