/** "The same as the day before": fills in open answers, which count only once they are saved. */
import { viewOf } from '../store/entries.js';
import { dayId } from '../store/identity.js';
import { addDays } from '../store/days.js';

/** @typedef {import('../store/view.js').Body} Body */

/**
 * The answers of the day before `day` to questions that are asked and still open on `day`.
 * What was measured anew each day, or said about one day only, is no habit to take over.
 * @param {Body} before @param {Body} known @param {Iterable<string>} questions @returns {Body}
 */
export function taken(before, known, questions) {
  const open = [...questions].filter((key) => before[key] !== undefined && known[key] === undefined);
  return Object.fromEntries(open.map((key) => [key, before[key]]));
}

/** What is known of the day before. @param {string} user @param {string} day @returns {Promise<Body>} */
export async function dayBefore(user, day) {
  return (await viewOf(user, await dayId(user, addDays(day, -1))))?.body ?? {};
}
