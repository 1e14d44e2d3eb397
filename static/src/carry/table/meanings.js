/** What a column of somebody else's table can mean here, and what its cells then say. */
import { OWN } from '../../tracker/own.js';
import { ruleOf } from '../out/fields.js';
import { placesIn, plain } from './places.js';
import { minutesIn, numberIn, timeIn, whenIn, yesNoIn, zoneIn } from './values.js';

/**
 * @typedef {import('../../tracker/catalogue.js').Catalogue} Catalogue
 * @typedef {import('./values.js').Order} Order
 * @typedef {import('./values.js').Mark} Mark
 * @typedef {'pain' | 'day'} Kind
 * @typedef {'10' | 'whole' | '100' | '5'} Scale whole: 0 to 10, made whole; 100, 5: from 0 to that
 * @typedef {string} Meaning a field of the kind, or one of those below
 * @typedef {{kind: Kind, catalogue: Catalogue, order: Order, mark: Mark, scale: Scale}} Reading catalogue: with the person's own questions
 */

export const OUT = 'out';
export const WHEN = 'when';
/** Meanings that are no field by themselves. */
export const TIME = 'time';
export const ZONE = 'zone';
export const HOURS = 'hours';
export const ID = 'id';
/** Pain is asked for on its scale, and never turned into another by itself. */
export const PAIN = { pain: 'worst', day: 'background' };
const CRAMP = [WHEN, TIME, 'worst', 'minutes', HOURS, 'zones', 'feel', 'relief', 'note'];
const AT = 'at_';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** @type {Record<string, Meaning>} the columns of our own tables that are no field */
const OURS = { 'began.date': WHEN, 'began.time': TIME, 'began.zone': ZONE };
/** @type {Record<Scale, (value: number) => number>} */
const SCALED = {
  10: (value) => value,
  whole: (value) => Math.round(value),
  100: (value) => Math.round(value / 10),
  5: (value) => Math.round(value * 2),
};

/** What a column can mean, in the order of the list. @param {Kind} kind @param {Catalogue} catalogue with the person's own questions @returns {Meaning[]} */
export function meaningsOf(kind, { factors = {}, own = [] }) {
  if (kind === 'pain') return CRAMP;
  const others = Object.keys(factors).filter((key) => key !== PAIN.day);
  return [WHEN, PAIN.day, 'no_cramp', ...others, ...own.map(({ key }) => key), 'note'];
}

/** What a column of our own table means, by the key in its heading; null when it is none. @param {Kind} kind @param {string} heading @param {Catalogue} catalogue @returns {Meaning | null} */
export function ownMeaning(kind, heading, catalogue) {
  const key = /\[([a-z0-9_.]+)\]$/.exec(heading.trim())?.[1] ?? (heading === ID ? ID : '');
  if (kind === 'pain' && (Object.hasOwn(OURS, key) || key === ID)) return OURS[key] ?? ID;
  if (kind === 'day' && key === 'day') return WHEN;
  if (OWN.includes(key) && !(catalogue.own ?? []).some((question) => question.key === key)) return null;
  return key !== 'began' && Object.hasOwn(catalogue.checks?.[kind] ?? {}, key) ? key : null;
}

/**
 * What a cell says, by the meaning of its column; null when it cannot be read, undefined when it says nothing that is kept.
 * @param {Meaning} meaning @param {string} text not empty @param {Reading} reading
 * @returns {any}
 */
export function valueOf(meaning, text, reading) {
  const { kind, mark, order, scale } = reading;
  if (meaning === WHEN) return whenIn(text, order);
  if (meaning === TIME) return timeIn(text);
  if (meaning === ZONE) return zoneIn(text);
  if (meaning === ID) return UUID.test(text.trim()) ? text.trim() : null;
  if (meaning === 'minutes' || meaning === HOURS) return minutesIn(text, mark, meaning === HOURS ? 'hours' : 'minutes');
  if (meaning === PAIN[kind]) return painIn(text, mark, scale);
  return valueOfField(meaning, text, reading);
}

/** A figure for pain, as it stands: 7 or 7/10. @param {string} text @param {Mark} mark */
export function figureIn(text, mark) {
  return numberIn(text.replace(/\/\s*10\s*$/, '').trimEnd(), mark);
}

/** Whether a figure for pain is one of ours as it stands. @param {number} value */
export function isOurs(value) {
  return Number.isInteger(value) && 0 <= value && value <= 10;
}

/** @param {string} text @param {Mark} mark @param {Scale} scale */
function painIn(text, mark, scale) {
  const value = figureIn(text, mark);
  return value === null ? null : SCALED[scale](value);
}

/** @param {Meaning} field @param {string} text @param {Reading} reading */
function valueOfField(field, text, { kind, catalogue, mark, order }) {
  switch (ruleOf(catalogue, kind, field)?.sort) {
    case 'yes_or_no':
      return yesNoIn(text);
    case 'only_yes':
      return yesNoIn(text) === false ? undefined : yesNoIn(text);
    case 'several':
      return field === 'zones' ? placesIn(text) : namesIn(text, namesOf(field, catalogue));
    case 'note':
      return text.replace(/\r\n?/g, '\n');
    case 'day':
      return whenIn(text, order)?.day ?? null;
    case 'figure_or_yes':
      return isYesNo(field, catalogue) ? yesNoIn(text) : numberIn(text, mark);
    default:
      return amountIn(field, text, mark, catalogue);
  }
}

/** @param {string} field @param {Catalogue} catalogue */
function isYesNo(field, { own = [] }) {
  return own.find(({ key }) => key === field)?.input === 'yesno';
}

/** @param {string} field @param {string} text @param {Mark} mark @param {Catalogue} catalogue */
function amountIn(field, text, mark, { factors = {}, strengths = [], elsewhere }) {
  const { choices = field.startsWith(AT) ? strengths : [], unit = '' } = factors[field] ?? {};
  const others = (field.startsWith(AT) ? elsewhere?.strengths : elsewhere?.factors[field]) ?? [];
  const choice = [choices, others].map((words) => choiceIn(text, words)).find((place) => place >= 0);
  if (choice !== undefined) return choice;
  const bare = unit !== '' && text.trim().endsWith(unit) ? text.trim().slice(0, -unit.length) : text;
  const value = numberIn(bare, mark);
  if (value !== null || !/_(h|min)$/.test(field)) return value;
  const minutes = minutesIn(text, mark, 'minutes');
  return minutes !== null && field.endsWith('_h') ? Math.round((minutes / 60) * 100) / 100 : minutes;
}

/** The place of a word in a list; -1 when it is not there. @param {string} text @param {string[]} choices */
function choiceIn(text, choices) {
  return choices.findIndex((word) => word !== '' && plain(word) === plain(text));
}

/** The names of a choice, in both languages. @param {string} field @param {Catalogue} catalogue @returns {Record<string, string>[]} by key */
function namesOf(field, catalogue) {
  return [catalogue, catalogue.elsewhere].map((words) => /** @type {any} */ (words)?.[field] ?? {});
}

/** @param {string} text @param {Record<string, string>[]} names by key */
function namesIn(text, names) {
  const found = text.split(/[;|/+,\n]/).filter((part) => plain(part) !== '').map((part) => keyOf(plain(part), names));
  return found.length && found.every((key) => key !== undefined) ? [...new Set(found)] : null;
}

/** @param {string} word @param {Record<string, string>[]} names */
function keyOf(word, names) {
  return names.flatMap(Object.entries).find((name) => name.map(plain).includes(word))?.[0];
}
