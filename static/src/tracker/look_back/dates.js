/** Days, weeks and months as texts (2026-11-22, 2026-11), on the person's own calendar. */
import { addDays } from '../../store/days.js';

/** @typedef {'14' | '30' | '90' | 'year' | 'all'} Period */

/** @type {Period[]} */
export const PERIODS = ['14', '30', '90', 'year', 'all'];

/** The first day of a period that ends today. @param {Period} period @param {string} today @param {string} first of the diary */
export function startOf(period, today, first) {
  if (period === 'all') return first < today ? first : today;
  return addDays(today, 1 - (period === 'year' ? 365 : Number(period)));
}

/** Every day from `from` to `to`, both counted; the calendar is asked once a month, for ten years have many days. @param {string} from @param {string} to */
export function daysOf(from, to) {
  /** @type {string[]} */
  const days = [];
  for (let first = from; first <= to; first = `${addMonths(first.slice(0, 7), 1)}-01`) {
    const last = lastDayOf(first.slice(0, 7));
    const end = Number((last < to ? last : to).slice(8));
    for (let day = Number(first.slice(8)); day <= end; day += 1) days.push(first.slice(0, 8) + String(day).padStart(2, '0'));
  }
  return days;
}

/** 0 is a Monday. @param {string} day */
export function weekday(day) {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** The Monday of a day's week. @param {string} day */
export function mondayOf(day) {
  return addDays(day, -weekday(day));
}

/** The month so many months later. @param {string} month @param {number} by */
export function addMonths(month, by) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The last day of a month. @param {string} month */
export function lastDayOf(month) {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** A month as a calendar has it: weeks of seven, Monday first; null is a day of another month. @param {string} month */
export function weeksOf(month) {
  const days = daysOf(`${month}-01`, lastDayOf(month));
  /** @type {(string | null)[]} */
  const cells = [...new Array(weekday(days[0])).fill(null), ...days];
  cells.push(...new Array((7 - (cells.length % 7)) % 7).fill(null));
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
