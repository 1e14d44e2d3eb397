/** What a cell of somebody else's table says: a date, a time, a number, how long. Null is: it cannot be read. */

/**
 * @typedef {'day' | 'month'} Order which of the two stands first where a date is three numbers
 * @typedef {',' | '.'} Mark what stands before the tenths
 * @typedef {{day: string, time: string | null, offset: string | null}} When offset: as +01:00 or Z, if told
 */

const MONTHS = [['jan'], ['feb'], ['mar', 'mrt', 'maa'], ['apr'], ['may', 'mei'], ['jun'], ['jul'], ['aug'], ['sep'], ['oct', 'okt'], ['nov'], ['dec']];
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const PACKED = /^(\d{4})()(\d\d)(\d\d)(?!\d)/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d:])/;
const DAY_AND_NAME = /^(?:\p{L}{2,9}[.,]? )?(\d{1,2})[ -](\p{L}{3,9})\.?,?[ -](\d{4})(?!\d)/u;
const NAME_AND_DAY = /^(?:\p{L}{3,9}[.,] )?(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)/u;
const TIME = /^(\d{1,2})(?:[:.hu](\d\d)(?:[:.]\d\d(?:[.,]\d+)?)?)? ?(?:([ap])\.?m\.?|uur)? ?(Z|(?:UTC|GMT)?[+-]\d\d:?\d\d|UTC|GMT)?$/i;
const ZONE = /^(?:UTC|GMT)?([+-])(\d\d):?(\d\d)$/i;
/** A number whose only sign may be that of thousands or that of tenths. */
const EITHER = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/;
const TENTHS = /^[+-]?\d+([.,])\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/;

/** The date, and the time if there is one. @param {string} text @param {Order} order @returns {When | null} */
export function whenIn(text, order) {
  const plain = text.trim().replace(/\s+/g, ' ');
  const found = parts(plain, order);
  if (found === null || !exists(found.day)) return null;
  const rest = plain.slice(found.length).replace(/^(?: om | at |[T, ])\s*/i, '');
  if (rest === '') return { day: found.day, time: null, offset: null };
  const [time, offset] = [timeIn(rest), zoneIn(TIME.exec(rest)?.[4] ?? '')];
  return time === null ? null : { day: found.day, time, offset };
}

/** Which stands first in the dates of a column; 'either' when it makes no difference, null when only the person knows. @param {string[]} texts @returns {Order | 'either' | null} */
export function orderIn(texts) {
  const pairs = texts.map((text) => YEAR_LAST.exec(text.trim())).filter((found) => found !== null);
  const open = pairs.map((found) => [Number(found[1]), Number(found[3])]).filter(([one, other]) => one !== other);
  if (open.length === 0) return 'either';
  const [day, month] = [open.some(([one]) => one > 12), open.some(([, other]) => other > 12)];
  if (day === month) return null;
  return day ? 'day' : 'month';
}

/** As 08:30. @param {string} text */
export function timeIn(text) {
  const [, hours, minutes, half] = TIME.exec(text.trim()) ?? [];
  if (hours === undefined || (minutes === undefined && half === undefined)) return null;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  const fits = hour < 24 && Number(minutes ?? 0) < 60 && (half === undefined || Number(hours) <= 12);
  return fits ? `${two(hour)}:${minutes ?? '00'}` : null;
}

/** An offset as +01:00, or Z. @param {string} text */
export function zoneIn(text) {
  if (/^(?:Z|UTC|GMT)$/i.test(text.trim())) return 'Z';
  const [, sign, hours, minutes] = ZONE.exec(text.trim()) ?? [];
  return sign === undefined ? null : `${sign}${hours}:${minutes}`;
}

/** @param {string} text @param {Mark} mark what stands before the tenths where both are possible */
export function numberIn(text, mark) {
  const plain = text.trim().replace('−', '-');
  if (/^[+-]?\d+$/.test(plain)) return Number(plain);
  const either = EITHER.exec(plain);
  if (either ? either[1] === mark : TENTHS.test(plain)) return Number(plain.replace(',', '.'));
  const grouped = GROUPED.exec(plain);
  if (grouped === null || grouped[1] === grouped[2]) return null;
  return Number(plain.replaceAll(grouped[1], '').replace(',', '.'));
}

/** Whether only the person knows what the sign in a number stands for. @param {string} text */
export function isEither(text) {
  return EITHER.test(text.trim());
}

/** What stands before the tenths in these numbers; null when they do not tell, or tell both. @param {string[]} texts @returns {Mark | null} */
export function markIn(texts) {
  const told = texts.map((text) => text.trim()).filter((text) => !EITHER.test(text));
  const marks = new Set(told.map((text) => TENTHS.exec(text)?.[1] ?? GROUPED.exec(text)?.[2]));
  marks.delete(undefined);
  return marks.size === 1 ? /** @type {Mark} */ ([...marks][0]) : null;
}

/** How long, in minutes; a number alone is in `unit`. @param {string} text @param {Mark} mark @param {'minutes' | 'hours'} unit */
export function minutesIn(text, mark, unit) {
  const plain = text.trim().toLowerCase();
  const [, hours, minutes = '0'] = /^(\d{1,3}) ?(?:u|uur|h|hr|hours?|:(?=\d\d)) ?(?:(\d{1,2})(?::\d\d)?)? ?(?:m|min[a-z]*)?\.?$/.exec(plain) ?? [];
  if (hours !== undefined) return Number(minutes) < 60 ? Number(hours) * 60 + Number(minutes) : null;
  const [, figure = plain, told] = /^([+−-]?\d[\d.,']*) ?(m|min[a-z]*|u|uur|h|hr|hours?)\.?$/.exec(plain) ?? [];
  const value = numberIn(figure, mark);
  const inHours = told ? /^[uh]/.test(told) : unit === 'hours';
  return value !== null && inHours ? Math.round(value * 60) : value;
}

/** Yes or no in either language. @param {string} text */
export function yesNoIn(text) {
  const plain = text.trim().toLowerCase();
  if (['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x', '✓', '✔'].includes(plain)) return true;
  return ['nee', 'n', 'no', 'false', 'onwaar', '0'].includes(plain) ? false : null;
}

/** @param {string} text @param {Order} order @returns {{day: string, length: number} | null} */
function parts(text, order) {
  const first = YEAR_FIRST.exec(text) ?? PACKED.exec(text);
  if (first) return { day: dayOf(first[1], first[3], first[4]), length: first[0].length };
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [day, month] = order === 'day' ? [last[1], last[3]] : [last[3], last[1]];
    return { day: dayOf(last[4].padStart(4, '20'), month, day), length: last[0].length };
  }
  const named = DAY_AND_NAME.exec(text);
  if (named) return { day: dayOf(named[3], monthOf(named[2]), named[1]), length: named[0].length };
  const name = NAME_AND_DAY.exec(text);
  return name && { day: dayOf(name[3], monthOf(name[1]), name[2]), length: name[0].length };
}

/** @param {string} name */
function monthOf(name) {
  return String(MONTHS.findIndex((starts) => starts.some((start) => name.toLowerCase().startsWith(start))) + 1);
}

/** @param {string} year @param {string} month @param {string} day */
function dayOf(year, month, day) {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** @param {string} day */
function exists(day) {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** @param {number} value */
function two(value) {
  return String(value).padStart(2, '0');
}
