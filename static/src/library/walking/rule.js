/**
 * The weeks of the walking programme, worked out from the plan and the diary. Knows no clock, and
 * keeps nothing: a day that is filled in or mended later counts as if it had always stood there.
 * The page says the rule in words (templates/library/walking.html).
 */
import { addDays } from '../../store/days.js';

/**
 * @typedef {{began: string, minutes: number, ended?: string, [week: `week_${number}`]: number}} Plan
 *   minutes: a day, in the first week; week_2 to week_12: what the person chose against the advice
 * @typedef {{walked: Map<string, number>, worst: Map<string, number>}} Diary by day; what is not in it is unknown
 * @typedef {'start' | 'more' | 'top' | 'same' | 'unknown' | 'less'} Why
 * @typedef {{minutes: number, why: Why}} Advice
 * @typedef {{day: string, minutes: number | null}} Day
 * @typedef {{number: number, first: string, target: number, advice: Advice, days: Day[],
 *   known: number, reached: number, worst: number | null, before: number | null}} Week
 *   known: days with minutes noted; reached: those with the target; worst: the worst cramp of the
 *   week, 0 when the person said that there was none, null when nobody knows; before: of the week before
 */

export const WEEKS = 12;
export const STEP = 3;
export const LARGE_STEP = 5;
export const LEAST = 5;
export const MOST = 30;
export const ENOUGH = 4; // days of a week
const RISE = 2; // points of pain
const A_WEEK = 7;
const A_DAY = 86_400_000;

/** Every week that has begun, and the next one as it looks now. @param {Plan} plan @param {Diary} diary @param {string} today @returns {Week[]} */
export function weeksOf(plan, diary, today) {
  const last = Math.min(WEEKS, weekOf(plan, today) + 1);
  /** @type {Week[]} */
  const weeks = [];
  for (let number = 1; number <= last; number++) weeks.push(week(plan, diary, number, weeks.at(-1)));
  return weeks;
}

/** The week that a day is in, from 1; 13 and more when the programme is over. @param {Plan} plan @param {string} today */
export function weekOf({ began }, today) {
  const days = Math.round((Date.parse(today) - Date.parse(began)) / A_DAY);
  // Of two devices one may live in yesterday still.
  return Math.max(1, Math.floor(days / A_WEEK) + 1);
}

/** What a week may be besides the advice, from little to much. @param {Week} before @param {Advice} advice @returns {number[]} */
export function choicesAfter({ target }, advice) {
  const near = [target - STEP, target, target + STEP, target + LARGE_STEP].map(within);
  return [...new Set(near)].filter((minutes) => minutes !== advice.minutes);
}

/** @param {Plan} plan @param {Diary} diary @param {number} number @param {Week} [before] @returns {Week} */
function week(plan, diary, number, before) {
  const first = addDays(plan.began, (number - 1) * A_WEEK);
  const advice = before ? adviceAfter(before) : /** @type {Advice} */ ({ minutes: plan.minutes, why: 'start' });
  const target = plan[`week_${number}`] ?? advice.minutes;
  const days = daysFrom(first).map((day) => ({ day, minutes: diary.walked.get(day) ?? null }));
  const noted = days.flatMap(({ minutes }) => minutes ?? []);
  return {
    number, first, target, advice, days,
    known: noted.length,
    reached: noted.filter((minutes) => minutes >= target).length,
    worst: worstFrom(diary, first),
    before: worstFrom(diary, addDays(first, -A_WEEK)),
  };
}

/** @param {Week} week @returns {Advice} */
function adviceAfter({ target, known, reached, worst, before }) {
  if (worst !== null && before !== null && worst >= before + RISE) return { minutes: within(target - STEP), why: 'less' };
  if (reached < ENOUGH) return { minutes: target, why: known ? 'same' : 'unknown' };
  return target < MOST ? { minutes: within(target + STEP), why: 'more' } : { minutes: target, why: 'top' };
}

/** @param {Diary} diary @param {string} first */
function worstFrom({ worst }, first) {
  const known = daysFrom(first).flatMap((day) => worst.get(day) ?? []);
  return known.length ? Math.max(...known) : null;
}

/** @param {string} first */
function daysFrom(first) {
  return Array.from({ length: A_WEEK }, (_, after) => addDays(first, after));
}

/** @param {number} minutes */
function within(minutes) {
  return Math.min(MOST, Math.max(LEAST, minutes));
}
