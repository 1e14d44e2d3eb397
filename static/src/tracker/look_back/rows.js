/** The diary as one row a day. Missing stays missing: webapp/insights/days.py counts the same way. */
import { dayOfEntry } from '../../store/days.js';
import { daysOf } from './dates.js';

/**
 * @typedef {import('../../store/view.js').Entry} Entry
 * @typedef {{day: string, cramps: number, sum: number, worst: number | null, none: boolean,
 *   killed: boolean, values: Record<string, any>}} Row
 *   sum: of the worst pain of each cramp; none: the person said that there was no cramp;
 *   killed: a painkiller helped at some cramp; values: what was filled in about the day
 */

/** One row for each day, oldest first. @param {Entry[]} entries in any order @param {string} from @param {string} to @returns {Row[]} */
export function rowsOf(entries, from, to) {
  const rows = new Map(daysOf(from, to).map((day) => [day, emptyRow(day)]));
  for (const entry of entries) {
    const row = rows.get(dayOfEntry(entry));
    if (row && entry.kind === 'pain') addCramp(row, entry.body);
    if (row && entry.kind === 'day') addDay(row, entry.body);
  }
  return [...rows.values()];
}

/** The worst pain of a day, 0 when there was no cramp for sure, null when nobody knows. @param {Row} row */
export function levelOf({ cramps, worst, none }) {
  if (cramps > 0) return worst;
  return none ? 0 : null;
}

/** The pain that was there all day, apart from the cramps; null when nobody said so. @param {Row} row @returns {number | null} */
export function backgroundOf({ values }) {
  return values.background ?? null;
}

/** 1 to 3 for how bad the worst cramp was, or else the pain of the whole day; 0 for none, null when nobody knows. @param {Row} row */
export function heatOf(row) {
  const pain = row.worst ?? (backgroundOf(row) || null);
  if (pain === null) return row.none ? 0 : null;
  if (pain <= 3) return 1;
  return pain <= 6 ? 2 : 3;
}

/** What stands in the square of a day: its worst pain, ~ for pain that was there all day, a ring for none. @param {Row} row */
export function signOf(row) {
  if (row.worst !== null) return String(row.worst);
  const background = backgroundOf(row);
  if (background) return `~${background}`;
  return row.none ? '○' : '';
}

/** @param {string} day @returns {Row} */
function emptyRow(day) {
  return { day, cramps: 0, sum: 0, worst: null, none: false, killed: false, values: {} };
}

/** @param {Row} row @param {Record<string, any>} body */
function addCramp(row, { worst, relief = [] }) {
  row.cramps += 1;
  row.sum += worst;
  row.worst = Math.max(row.worst ?? 0, worst);
  row.killed = row.killed || relief.includes('painkiller');
}

/** @param {Row} row @param {Record<string, any>} body */
function addDay(row, body) {
  row.none = row.none || body.no_cramp === true;
  row.values = body;
}
