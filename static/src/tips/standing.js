/** How each tip stands today, from what a person chose: webapp/tips/follow.py works out the same. */
import { addDays } from '../store/days.js';

/**
 * @typedef {Record<string, any>} Body
 * @typedef {'open' | 'not_for_me' | 'retired' | 'trying' | 'ask' | 'not_now' | 'already'} State
 * @typedef {{day: string, effect: string, week: boolean}} Vote
 * @typedef {{state: State, until: string | null, saved: boolean, helped: number, not: number, week: Body | null}} Standing
 *   until: the last day of a state that ends by itself; helped, not: votes; week: the one that is going or asked about
 */

export const WEEK = 7;
const NOT_NOW = 14;
const LONGEST = 365;
const ALREADY = 60;
const ASK = 14;

/**
 * Of every tip about which there is a record; any other tip is open.
 * @param {{kind: string, body: Body}[]} records @param {string} today @returns {Record<string, Standing>}
 */
export function standings(records, today) {
  /** @type {Record<string, {follow: Body, weeks: Body[], shown: Body[]}>} */
  const told = {};
  for (const { kind, body } of records) {
    if (!['follow', 'week', 'tip'].includes(kind)) continue;
    const of = (told[body.tip] ??= { follow: {}, weeks: [], shown: [] });
    if (kind === 'follow') of.follow = body;
    else of[kind === 'week' ? 'weeks' : 'shown'].push(body);
  }
  return Object.fromEntries(Object.entries(told).map(([tip, of]) => [tip, standing(of, today)]));
}

/** Which day of its week this is, 1 to 7. @param {Body} week @param {string} today */
export function dayOfWeek({ began }, today) {
  return Math.round((Date.parse(today) - Date.parse(began)) / 86_400_000) + 1;
}

/** How long "not now" lasts, in days, said for the times-th time running. @param {number} times */
export function putOff(times) {
  return Math.min(LONGEST, NOT_NOW * 2 ** (times - 1));
}

/** @param {{follow: Body, weeks: Body[], shown: Body[]}} told @param {string} today @returns {Standing} */
function standing({ follow, weeks, shown }, today) {
  const votes = votesOf(weeks, shown, follow.back);
  const helped = votes.filter(({ effect }) => effect === 'helped').length;
  return { ...stateOf(follow, weeks, votes, today), saved: follow.saved === true, helped, not: votes.length - helped };
}

/** @param {Body} follow @param {Body[]} weeks @param {Vote[]} votes @param {string} today @returns {{state: State, until: string | null, week: Body | null}} */
function stateOf(follow, weeks, votes, today) {
  if (follow.not_for_me) return { state: 'not_for_me', until: null, week: null };
  if (retired(votes)) return { state: 'retired', until: null, week: null };
  for (const week of [...weeks].sort((one, other) => (one.began < other.began ? 1 : -1))) {
    if (week.ended || week.effect) continue;
    const last = lastDay(week);
    if (today <= last) return { state: 'trying', until: last, week };
    if (today <= addDays(last, ASK)) return { state: 'ask', until: last, week };
  }
  return { ...waiting(follow, today), week: null };
}

/** @param {Body} follow @param {string} today @returns {{state: State, until: string | null}} */
function waiting({ not_now: said, times = 1, already }, today) {
  const [off, habit] = [said && addDays(said, putOff(times)), already && addDays(already, ALREADY)];
  if (off && today < off) return { state: 'not_now', until: addDays(off, -1) };
  if (habit && today < habit) return { state: 'already', until: addDays(habit, -1) };
  return { state: 'open', until: null };
}

/** What was said of it since it was last brought back, oldest first. @param {Body[]} weeks @param {Body[]} shown @param {string} [back] @returns {Vote[]} */
function votesOf(weeks, shown, back = '') {
  const votes = [
    ...weeks.filter(({ effect }) => effect).map((week) => ({ day: lastDay(week), effect: week.effect, week: true })),
    ...shown.filter(({ effect }) => effect).map(({ day, effect }) => ({ day, effect, week: false })),
  ].filter(({ day }) => day > back);
  return votes.sort((one, other) => one.day.localeCompare(other.day) || Number(one.week) - Number(other.week));
}

/** Whether it did not help: worse at once, no difference after a week or twice running. @param {Vote[]} votes */
function retired(votes) {
  const [last, before] = [votes.at(-1), votes.at(-2)];
  if (!last || last.effect === 'helped') return false;
  return last.effect === 'worse' || last.week || (before !== undefined && before.effect !== 'helped');
}

/** @param {Body} week */
function lastDay({ began, ended }) {
  return ended ?? addDays(began, WEEK - 1);
}
