/** The diary as one looks back on it: months, their days, and the days of which nothing is known. */
import { daysBetween } from '../store/days.js';
import { byDay } from './by_day.js';
import { rowsOf } from './look_back/rows.js';

/**
 * @typedef {import('../store/view.js').Entry} Entry
 * @typedef {import('./look_back/rows.js').Row} Row
 * @typedef {{day: string, entries: Entry[], row: Row}} Day
 * @typedef {{month: string}} Month
 * @typedef {{gap: number}} Gap how many days have no entry
 * @typedef {Month | Day | Gap} Part
 */

/**
 * Newest first. Today is not over, so it is no gap.
 * @param {Entry[]} entries in any order @param {string | null} asked a day that is shown even when it is empty
 * @returns {Part[]}
 */
export function timelineOf(entries, asked = null) {
  const days = byDay(entries);
  if (asked !== null && !days.some(([day]) => day === asked)) days.push([asked, []]);
  days.sort(([one], [other]) => (one < other ? 1 : -1));
  return days.flatMap(([day, ofDay], place) => {
    const later = place ? days[place - 1][0] : null;
    const gap = later ? daysBetween(day, later) - 1 : 0;
    return [
      ...(gap > 0 ? [{ gap }] : []),
      ...(later?.slice(0, 7) === day.slice(0, 7) ? [] : [{ month: day.slice(0, 7) }]),
      { day, entries: ofDay, row: rowsOf(ofDay, day, day)[0] },
    ];
  });
}
