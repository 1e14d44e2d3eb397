/** The calendar: one month at a time, read when it is turned to. */
import { render } from 'lit-html';
import { addDays, viewOfDays } from '../../store/days.js';
import { calendarPart } from './calendar_view.js';
import { addMonths, lastDayOf, weekday } from './dates.js';
import { rowsOf } from './rows.js';
import { refill } from './tables.js';

/**
 * @typedef {{user: string, place: HTMLElement, today: string, first: string, day: string,
 *   speech: import('./speech.js').Speech, turned(day: string): void,
 *   read: import('./period.js').Read | null}} Calendar
 *   day: the one that the keyboard stands on; its month is the one that is shown; read: what is in memory already
 */

/** @param {Calendar} calendar */
export async function drawCalendar(calendar) {
  const { user, place, today, first, day, speech } = calendar;
  const month = day.slice(0, 7);
  const last = lastDayOf(month) < today ? lastDayOf(month) : today;
  const known = calendar.read && calendar.read.from <= `${month}-01` ? calendar.read.entries : null;
  const entries = known ?? (await viewOfDays(user, ['pain', 'day'], `${month}-01`, last));
  if (calendar.day !== day) return;
  const page = { month, rows: rowsOf(entries, `${month}-01`, last), day, today, first };
  const acts = { turn: (/** @type {number} */ by) => void turn(calendar, by), key: (/** @type {KeyboardEvent} */ event) => void move(calendar, event) };
  render(calendarPart(page, acts, speech), place);
  refill(place);
}

/** Turns to another month, and stands on its last day that has been. @param {Calendar} calendar @param {number} by */
function turn(calendar, by) {
  const last = lastDayOf(addMonths(calendar.day.slice(0, 7), by));
  return go(calendar, last < calendar.today ? last : calendar.today);
}

/** @param {Calendar} calendar @param {KeyboardEvent} event */
async function move(calendar, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const next = nextDay(calendar.day, event.key);
  if (next === null) return;
  event.preventDefault();
  await go(calendar, within(next, `${calendar.first.slice(0, 7)}-01`, calendar.today));
  /** @type {HTMLElement | null} */ (calendar.place.querySelector(`[data-day="${calendar.day}"]`))?.focus();
}

/** Where a key leads to from a day; null for a key that leads nowhere. @param {string} day @param {string} key */
export function nextDay(day, key) {
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, Home: -weekday(day), End: 6 - weekday(day) };
  if (Object.hasOwn(steps, key)) return addDays(day, steps[/** @type {'Home'} */ (key)]);
  if (key !== 'PageUp' && key !== 'PageDown') return null;
  const month = addMonths(day.slice(0, 7), key === 'PageUp' ? -1 : 1);
  return within(`${month}-${day.slice(8)}`, '', lastDayOf(month));
}

/** @param {Calendar} calendar @param {string} day */
async function go(calendar, day) {
  const turned = day.slice(0, 7) !== calendar.day.slice(0, 7);
  calendar.day = day;
  if (turned) calendar.turned(day);
  await drawCalendar(calendar);
}

/** @param {string} day @param {string} first @param {string} last */
function within(day, first, last) {
  if (day < first) return first;
  return day > last ? last : day;
}
