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
  const start = startOfRead(period, today, first);
  const read = known && known.from <= start ? known : await readFrom(user, start, today);
  await rest();
  const rows = rowsOf(read.entries, start, today);
  await rest();
  const own = rows.slice(daysBetween(start, from));
  const step = stepOf(own.length);
  const points = pointsOf(rows, from, step);
  const cramps = read.entries.filter((entry) => entry.kind === 'pain' && dayOfEntry(entry) >= from);
  return { read, counted: { from, to: today, rows: own, month: rows.slice(-A_MONTH), points, step, cramps: cramps.map(({ body }) => body) } };
}

/** The whole diary, read before anybody asks for it: all years are then shown without waiting. @param {string} user @param {string} today @param {string} first of the diary */
export function readAll(user, today, first) {
  return readFrom(user, startOfRead('all', today, first), today);
}

/** @param {string} user @param {string} from @param {string} today @returns {Promise<Read>} */
async function readFrom(user, from, today) {
  return { from, entries: await viewOfDays(user, ['pain', 'day'], from, today) };
}

/** What is counted of a period takes these days. @param {import('./dates.js').Period} period @param {string} today @param {string} first */
function startOfRead(period, today, first) {
  const month = addDays(today, 1 - A_MONTH);
  const line = addDays(startOf(period, today, first), -BEFORE);
  return line < month ? line : month;
}

/** Lets the page answer to fingers and keys between two pieces of work. */
export function rest() {
  const { scheduler } = /** @type {{scheduler?: {yield?(): Promise<void>}}} */ (globalThis);
  return scheduler?.yield?.() ?? new Promise((go) => setTimeout(go));
}
