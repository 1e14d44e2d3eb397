/** What one row says as the body of an entry, and which of its cells cannot be kept. */
import { withOwnDay } from '../../store/own_day.js';
import { check } from '../../tracker/check.js';
import { momentAt, withOffset } from '../../ui/when.js';
import { HOURS, ID, OUT, TIME, valueOf, WHEN, ZONE } from './meanings.js';

/**
 * @typedef {import('../../store/view.js').Body} Body
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./meanings.js').Meaning} Meaning
 * @typedef {import('./meanings.js').Reading} Reading
 * @typedef {{at: number, column: number, code: string, row: boolean}} Wrong
 *   at: where in the text the cell begins; column: from 0; row: the whole row is left out with it
 * @typedef {{body: Body | null, id: string | null, wrong: Wrong[], column(field: string): number}} Read
 *   body: null when the row cannot become an entry; id: that the row tells; column: where a field came from
 * @typedef {{now: Date, settings: Body}} Around
 */

const AT = 'at_';

/** @param {Row} row @param {Meaning[]} meanings of the columns @param {Reading} reading @param {Around} around @returns {Read} */
export function bodyOf(row, meanings, reading, around) {
  const column = (/** @type {string} */ field) => columnOf(field, meanings, reading);
  const ragged = raggedness(row, meanings.length);
  if (ragged) return { body: null, id: null, wrong: [ragged], column };
  const { values, wrong } = valuesOf(row, meanings, reading);
  const body = reading.kind === 'day' ? dayOf(values) : crampOf(values, meanings, reading, around.settings);
  const read = { body, id: values.get(ID) ?? null, wrong, column };
  if (reading.kind === 'pain' && values.has(WHEN) && body.began === undefined) return timeless(read, row, meanings);
  leaveOut(read, row, reading, around.now);
  return read;
}

/** A row must be as wide as the first one; empty cells at its end do not matter. @param {Row} row @param {number} width @returns {Wrong | null} */
function raggedness({ cells, starts }, width) {
  const extra = cells.findIndex((cell, place) => place >= width && cell.trim() !== '');
  if (extra >= 0) return { at: starts[extra], column: extra, code: 'too_many', row: true };
  const last = cells.length - 1;
  return cells.length < width ? { at: starts[last], column: last, code: 'too_few', row: true } : null;
}

/** @param {Row} row @param {Meaning[]} meanings @param {Reading} reading */
function valuesOf({ cells, starts }, meanings, reading) {
  /** @type {Map<Meaning, any>} */
  const values = new Map();
  /** @type {Wrong[]} */
  const wrong = [];
  for (const [column, meaning] of meanings.entries()) {
    const text = cells[column] ?? '';
    if (meaning === OUT || text.trim() === '') continue;
    const value = valueOf(meaning, text, reading);
    if (value === null) wrong.push({ at: starts[column], column, code: 'unreadable', row: false });
    else if (value !== undefined) values.set(meaning, meaning === 'note' && values.has('note') ? `${values.get('note')}\n${value}` : value);
  }
  return { values, wrong };
}

/** @param {Map<Meaning, any>} values @returns {Body} */
function dayOf(values) {
  const { [WHEN]: when, ...fields } = Object.fromEntries(values);
  return when ? { day: when.day, ...fields } : fields;
}

/** @param {Map<Meaning, any>} values @param {Meaning[]} meanings @param {Reading} reading @param {Body} settings @returns {Body} */
function crampOf(values, meanings, { catalogue }, settings) {
  const { [WHEN]: when, [TIME]: apart, [ZONE]: zone, [HOURS]: hours, [ID]: _, zones, ...fields } = Object.fromEntries(values);
  const time = apart ?? when?.time;
  const minutes = fields.minutes ?? hours;
  const body = {
    ...(when && time ? { began: momentOf(when.day, time, zone ?? when.offset) } : {}),
    ...(zones ? placesOf(zones, meanings, catalogue.zones ?? {}) : {}),
    ...fields,
    ...(minutes === undefined ? {} : { minutes }),
  };
  if (fields.day === undefined) return withOwnDay(body, settings);
  return fields.day === when?.day ? without(body, 'day') : body;
}

/** @param {string} day @param {string} time @param {string | null} offset as +01:00 or Z; null is the time of this device */
function momentOf(day, time, offset) {
  if (offset === 'Z') return momentAt(new Date(`${day}T${time}Z`));
  return offset ? `${day}T${time}${offset}` : withOffset(`${day}T${time}`);
}

/** A place without a word of how strong, as the form keeps it; columns of our own say how strong. @param {string[]} places @param {Meaning[]} meanings @param {Record<string, string>} zones @returns {Body} */
function placesOf(places, meanings, zones) {
  const back = places.filter((place) => Object.hasOwn(zones, place));
  const strong = meanings.some((meaning) => meaning.startsWith(AT)) ? [] : places.map((place) => [AT + place, 0]);
  return { ...(back.length ? { zones: back } : {}), ...Object.fromEntries(strong) };
}

/** A cramp whose day is known and whose time is not. @param {Read} read @param {Row} row @param {Meaning[]} meanings @returns {Read} */
function timeless(read, { starts }, meanings) {
  const column = meanings.indexOf(meanings.includes(TIME) ? TIME : WHEN);
  const known = read.wrong.find((one) => one.column === column);
  const wrong = known ? read.wrong.map((one) => (one === known ? { ...one, row: true } : one)) : [...read.wrong, { at: starts[column], column, code: 'no_time', row: true }];
  return { ...read, body: null, wrong };
}

/** Leaves out what the check refuses, until it refuses nothing; what must be there takes the row with it. @param {Read} read @param {Row} row @param {Reading} reading @param {Date} now */
function leaveOut(read, { starts }, { kind, catalogue }, now) {
  const must = catalogue.checks?.[kind] ?? {};
  while (read.body !== null) {
    const problems = check(kind, read.body, now, catalogue);
    if (problems.length === 0) return;
    for (const { field, code } of problems) {
      const column = Math.max(0, read.column(field));
      const known = read.wrong.find((one) => one.column === column);
      const fatal = field === 'body' || must[field]?.must === true;
      if (known) known.row ||= fatal;
      else read.wrong.push({ at: starts[column], column, code, row: fatal });
      read.body = fatal || read.body === null ? null : without(read.body, field);
    }
  }
}

/** The column that a field came from; -1 when no column is it. @param {string} field @param {Meaning[]} meanings @param {Reading} reading */
function columnOf(field, meanings, { kind }) {
  if (field === 'began' || (field === 'day' && kind === 'day')) return meanings.indexOf(WHEN);
  if (meanings.includes(field)) return meanings.indexOf(field);
  if (field === 'minutes') return meanings.indexOf(HOURS);
  return field.startsWith(AT) ? meanings.indexOf('zones') : -1;
}

/** @param {Body} body @param {string} field @returns {Body} */
function without(body, field) {
  const { [field]: _, ...rest } = body;
  return rest;
}
