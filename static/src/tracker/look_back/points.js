/** The marks of the pain chart: days, or weeks and months where days would be too thin to see. */
import { lastDayOf, mondayOf } from './dates.js';
import { backgroundOf, levelOf } from './rows.js';

/**
 * @typedef {import('./rows.js').Row} Row
 * @typedef {'day' | 'week' | 'month'} Step
 * @typedef {{from: string, to: string, rows: Row[], cramps: number, crampDays: number, noneDays: number,
 *   worst: number | null, mean: number | null, level: number | null, background: number | null}} Point
 *   rows: its days within the period; mean: of its cramps; level: mean pain a day over the days that
 *   are known (of 7 days up to this one, of the week, or of the month), null unless those are more than half;
 *   background: mean of the pain that was there all day, over the days that say it
 */

const MOST_DAYS = 92;
const MOST_WEEKS = 105;

/** How wide a mark is, for so many days. @param {number} days @returns {Step} */
export function stepOf(days) {
  if (days <= MOST_DAYS) return 'day';
  return days <= MOST_WEEKS * 7 ? 'week' : 'month';
}

/**
 * @param {Row[]} rows oldest first, without a hole; those before `from` only count for the level
 * @param {string} from @param {Step} step @returns {Point[]}
 */
export function pointsOf(rows, from, step) {
  const start = rows.findIndex(({ day }) => day >= from);
  const own = start < 0 ? [] : rows.slice(start);
  if (step === 'day') {
    return own.map((row, place) => point([row], levelOver(rows.slice(Math.max(0, start + place - 6), start + place + 1), 7)));
  }
  const name = step === 'week' ? mondayOf : (/** @type {string} */ day) => day.slice(0, 7);
  return groups(own, name).map(([key, group]) => point(group, levelOver(group, step === 'week' ? 7 : Number(lastDayOf(key).slice(8)))));
}

/** @param {Row[]} rows @param {(day: string) => string} name @returns {[string, Row[]][]} */
function groups(rows, name) {
  /** @type {Map<string, Row[]>} */
  const found = new Map();
  for (const row of rows) {
    const key = name(row.day);
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return [...found];
}

/** @param {Row[]} rows @param {number | null} level @returns {Point} */
function point(rows, level) {
  const withCramp = rows.filter(({ cramps }) => cramps > 0);
  const cramps = sum(withCramp.map((row) => row.cramps));
  return {
    from: rows[0].day,
    to: rows[rows.length - 1].day,
    rows,
    cramps,
    crampDays: withCramp.length,
    noneDays: rows.filter((row) => row.cramps === 0 && row.none).length,
    worst: cramps ? Math.max(...withCramp.map(({ worst }) => worst ?? 0)) : null,
    mean: cramps ? sum(withCramp.map((row) => row.sum)) / cramps : null,
    level,
    background: meanOf(rows.map(backgroundOf).filter((pain) => pain !== null)),
  };
}

/** @param {Row[]} rows @param {number} days of which more than half must be known */
function levelOver(rows, days) {
  const known = rows.map(levelOf).filter((level) => level !== null);
  return known.length * 2 > days ? sum(known) / known.length : null;
}

/** @param {number[]} figures */
function meanOf(figures) {
  return figures.length ? sum(figures) / figures.length : null;
}

/** @param {number[]} figures */
function sum(figures) {
  return figures.reduce((total, figure) => total + figure, 0);
}
