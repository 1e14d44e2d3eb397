/**
 * Load against one's own days: today beside the fortnight before, and the days before each cramp.
 * Only counts: that something was more before a cramp does not say that the cramp came from it.
 */
import { addDays } from '../store/days.js';

/**
 * @typedef {Record<string, number>} Values by day, as 2026-11-22; a day that is not there is unknown
 * @typedef {{value: number | null, before: (number | null)[], known: number, less: number, more: number}} Today
 *   before: the days before, oldest first; known: how many of them are; less, more: on how many it was less or more than today
 * @typedef {{marks: (boolean | null)[], jumps: number, known: number, usual: {jumps: number, known: number}}} Before
 *   marks: for each cramp whether it was more than usual before it; null is unknown; usual: the same of every day
 * @typedef {'day' | 'days'} Span day: the 24 hours before; days: the 24 to 72 hours before
 */

export const FORTNIGHT = 14;
export const FEW = 5;
/** The factors that load the back, or take load off it. */
export const LOADS = ['sitting_h', 'heavy_lifting', 'unusual_effort', 'walk_min'];
const NOON = 12;
const HIGH = 0.75;

/** @param {Values} values @param {string} today @returns {Today} */
export function todayOf(values, today) {
  const before = fortnight(today).map((day) => values[day] ?? null);
  const known = before.filter((value) => value !== null);
  const value = values[today] ?? null;
  const count = (/** @type {(one: number) => boolean} */ is) => (value === null ? 0 : known.filter(is).length);
  return { value, before, known: known.length, less: count((one) => one < Number(value)), more: count((one) => one > Number(value)) };
}

/**
 * Whether it was more than usual before each cramp, and before any day at all.
 * @param {Values} values @param {{began: string}[]} cramps oldest first @param {string} from @param {string} to @param {Span} span
 * @returns {Before}
 */
export function beforeCramps(values, cramps, from, to, span) {
  const marks = cramps.map(({ began }) => isJump(values, lastDayBefore(began), span));
  const all = [];
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(isJump(values, day, span));
  return { marks, ...counted(marks), usual: counted(all) };
}

/**
 * The day that most of the 24 hours before a moment fell on.
 * @param {string} began local, as 2026-11-22T08:30+01:00
 */
export function lastDayBefore(began) {
  const day = began.slice(0, 10);
  return Number(began.slice(11, 13)) >= NOON ? day : addDays(day, -1);
}

/**
 * Whether a day, or the two days before it, had more than three in four of the fortnight before that.
 * @param {Values} values @param {string} day @param {Span} span @returns {boolean | null} null when too little is known
 */
export function isJump(values, day, span) {
  const days = span === 'day' ? [day] : [addDays(day, -2), addDays(day, -1)];
  const known = days.flatMap((one) => values[one] ?? []);
  const usual = fortnight(days[0]).flatMap((one) => values[one] ?? []);
  if (known.length === 0 || usual.length < FEW) return null;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return usual.filter((value) => value < mean).length > HIGH * usual.length;
}

/** @param {(boolean | null)[]} marks */
function counted(marks) {
  return { jumps: marks.filter((mark) => mark === true).length, known: marks.filter((mark) => mark !== null).length };
}

/** The days before a day, oldest first. @param {string} day */
function fortnight(day) {
  return Array.from({ length: FORTNIGHT }, (_, place) => addDays(day, place - FORTNIGHT));
}
