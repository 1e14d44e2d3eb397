/** Days and times as this device has them, and as a person reads them. */

/** The local day, as 2026-11-22. @param {Date} date */
export function dayOf(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The local time of an input, as 2026-11-22T08:30. @param {Date} date */
export function minuteOf(date) {
  return `${dayOf(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A moment as this device has it, as 2026-11-22T08:30+01:00; right also in the hour that comes twice. @param {Date} date */
export function momentAt(date) {
  return minuteOf(date) + offsetOf(date);
}

/**
 * A local time with the offset that this device has at that time, as 2026-11-22T08:30+01:00.
 * What is no time comes back as it was.
 * @param {string} local as an input gives it
 * @returns {string}
 */
export function withOffset(local) {
  const date = new Date(local);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) || Number.isNaN(date.getTime())) return local;
  return local.slice(0, 16) + offsetOf(date);
}

/** A day in words; `today` is a day too. @param {string} day @param {string} today @param {typeof import('./words.js').words} words */
export function dayName(day, today, words) {
  if (day === today) return words.entry.today;
  const date = new Date(`${day}T12:00`);
  const next = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
  if (dayOf(next) === today) return words.entry.yesterday;
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  return date.toLocaleDateString(words.locale, { weekday: 'long', day: 'numeric', month: 'long', year });
}

/** A month in words, as "november 2026". @param {string} month as 2026-11 @param {string} locale */
export function monthName(month, locale) {
  return new Date(`${month}-01T12:00`).toLocaleDateString(locale, { month: 'long', year: 'numeric' });
}

/** A short day for a mark, as "ma 16". @param {string} day @param {string} locale */
export function shortDay(day, locale) {
  return new Date(`${day}T12:00`).toLocaleDateString(locale, { weekday: 'short', day: 'numeric' });
}

/** A moment in words, as "16:05" today and "22 november 16:05" before. @param {number} at milliseconds @param {number} now @param {string} locale */
export function momentName(at, now, locale) {
  const date = new Date(at);
  const time = date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  if (dayOf(date) === dayOf(new Date(now))) return time;
  return `${date.toLocaleDateString(locale, { day: 'numeric', month: 'long' })} ${time}`;
}

/**
 * The same with the year when it is another, and with a word for today.
 * @param {number} at milliseconds @param {number} now @param {string} locale @param {(time: string) => string} today
 */
export function momentOf(at, now, locale, today) {
  const [date, here] = [new Date(at), new Date(now)];
  if (dayOf(date) === dayOf(here)) return today(momentName(at, now, locale));
  const year = date.getFullYear() === here.getFullYear() ? undefined : 'numeric';
  return date.toLocaleString(locale, { day: 'numeric', month: 'long', year, hour: '2-digit', minute: '2-digit' });
}

/** @param {Date} date */
function offsetOf(date) {
  const minutes = -date.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}

/** @param {number} value */
function two(value) {
  return String(value).padStart(2, '0');
}
