/** The last three months of the diary on this device, as the page counts them. */
import { addDays, dayOfEntry, viewOfDays } from '../store/days.js';
import { LOADS, FORTNIGHT } from './load.js';

/**
 * @typedef {{from: string, to: string, cramps: Record<string, any>[], values: Record<string, import('./load.js').Values>}} Months
 *   cramps: their bodies, oldest first; values: of each load by day
 */

export const MONTHS = 90;
/** The fortnight before the first day, and the three days before its cramps. */
const EARLIER = FORTNIGHT + 3;

/** @param {string} user @param {string} today @returns {Promise<Months>} */
export async function monthsOf(user, today) {
  const from = addDays(today, 1 - MONTHS);
  return monthsIn(await viewOfDays(user, ['pain', 'day'], addDays(from, -EARLIER), today), from, today);
}

/** @param {import('../store/view.js').Entry[]} entries @param {string} from @param {string} to @returns {Months} */
export function monthsIn(entries, from, to) {
  const cramps = entries.filter((entry) => entry.kind === 'pain' && dayOfEntry(entry) >= from).map(({ body }) => body);
  const days = entries.filter(({ kind }) => kind === 'day').map(({ body }) => body);
  const values = LOADS.map((key) => [key, Object.fromEntries(days.filter((day) => day[key] !== undefined).map((day) => [day.day, Number(day[key])]))]);
  cramps.sort((one, other) => (String(one.began) < String(other.began) ? -1 : 1));
  return { from, to, cramps, values: Object.fromEntries(values) };
}
