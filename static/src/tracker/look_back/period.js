/** The entries of a period, read and counted in pieces that never hold up the page. */
import { addDays, dayOfEntry, daysBetween, viewOfDays } from '../../store/days.js';
import { startOf } from './dates.js';
import { pointsOf, stepOf } from './points.js';
import { rowsOf } from './rows.js';

/**
 * @typedef {import('../../store/view.js').Entry} Entry
 * @typedef {{from: string, entries: Entry[]}} Read what is in memory: everything from this day on
 * @typedef {{from: string, to: string, rows: import('./rows.js').Row[], month: import('./rows.js').Row[],
 *   points: import('./points.js').Point[], step: import('./points.js').Step, cramps: Record<string, any>[]}} Counted
 *   rows: of the days of the period; month: of the last thirty days, whatever the period; cramps: their bodies
 */

/** The line of a day looks back over the six days before it. */
const BEFORE = 6;
const A_MONTH = 30;

/**
 * @param {string} user @param {import('./dates.js').Period} period @param {string} today @param {string} first of the diary
 * @param {Read | null} known @returns {Promise<{read: Read, counted: Counted}>}
 */
export async function countPeriod(user, period, today, first, known) {
  const from = startOf(period, today, first);
  const month = addDays(today, 1 - A_MONTH);
  const line = addDays(from, -BEFORE);
  const start = line < month ? line : month;
  const read = known && known.from <= start ? known : { from: start, entries: await viewOfDays(user, ['pain', 'day'], start, today) };
  await rest();
  const rows = rowsOf(read.entries, start, today);
  await rest();
  const own = rows.slice(daysBetween(start, from));
  const step = stepOf(own.length);
  const points = pointsOf(rows, from, step);
  const cramps = read.entries.filter((entry) => entry.kind === 'pain' && dayOfEntry(entry) >= from);
  return { read, counted: { from, to: today, rows: own, month: rows.slice(-A_MONTH), points, step, cramps: cramps.map(({ body }) => body) } };
}

/** Lets the page answer to fingers and keys between two pieces of work. */
export function rest() {
  return new Promise((go) => setTimeout(go));
}
