/** What a table seems to be: which column is what, and what a row is. The person can change all of it. */
import { headingOf } from '../out/fields.js';
import { check } from '../../tracker/check.js';
import { HOURS, meaningsOf, OUT, ownMeaning, PAIN, TIME, valueOf, WHEN } from './meanings.js';
import { plain } from './places.js';
import { whenIn } from './values.js';

/**
 * @typedef {import('./meanings.js').Kind} Kind
 * @typedef {import('./meanings.js').Meaning} Meaning
 * @typedef {import('./meanings.js').Catalogue} Catalogue
 * @typedef {import('./cells.js').Row} Row
 * @typedef {{head: string[], samples: string[][]}} Columns samples: the first filled cells of each column
 */

const SAMPLES = 5;
const DATE = /\b(datum|date|timestamp|tijdstip|datetime|wanneer|when|moment)\b|^(dag|day|begin|begonnen|began|start|started)$/;
const LONG = /duur|duration|how long|hoe lang|lasted|minut/;
/** @type {[Meaning, RegExp][]} in Dutch and English, the surer ones first */
const CRAMP = [
  [WHEN, DATE],
  [HOURS, /^(?=.*(?:duur|duration|how long|hoe lang|lasted)).*\b(uur|uren|hours?|h)$/],
  ['minutes', LONG],
  [TIME, /tijd|\btime\b|hoe laat|^uur$|^hour$/],
  ['worst', /pijn|pain|kramp|cramp|\bvas\b|\bnrs\b|score|ernst|severity|intensi/],
  ['zones', /plaats|plek|locati|place|where|^waar|zone|body part|lichaamsdeel/],
  ['relief', /hielp|help|relief|verlicht/],
  ['feel', /^(gevoel|voelde|felt|feeling|soort|type|aard)\b/],
  ['note', /noti|opmerking|note|comment|remark|toelichting|omschrijving|description/],
];
/** @type {[Meaning, RegExp][]} a mood of 0 to 10 may run either way, so it is not guessed */
const DAY = [
  [WHEN, DATE],
  ['no_cramp', /geen kramp|no cramp/],
  ['period', /^(menstruatie|ongesteld|period|menstruation)$/],
  ['sleep_q', /^(?=.*(?:slaap|sleep)).*(?:kwaliteit|quality|score)/],
  ['sleep_h', /slaap|slapen|sleep|slept/],
  ['stress', /stress/],
  ['steps', /stappen|\bsteps\b/],
  ['walk_min', /wandel|walk/],
  ['sitting_h', /\b(zitten|gezeten|sitting)\b/],
  ['driving_h', /autorijden|driving/],
  ['alcohol_units', /alcohol/],
  ['caffeine_mg', /cafeine|caffeine/],
  ['fluids_l', /\b(water|drinken|gedronken|drinks?|fluids?)\b/],
  ['cigarettes', /sigaret|cigarette/],
  ['weight_kg', /gewicht|weight/],
  ['paracetamol', /paracetamol|acetaminophen/],
  ['nsaid', /ibuprofen|naproxen|diclofenac|nsaid/],
  ['heavy_lifting', /tillen|getild|lifting/],
  [PAIN.day, /pijn|pain|\bvas\b|\bnrs\b/],
  ['note', /noti|opmerking|note|comment|remark|toelichting|omschrijving|description/],
];
const FIRST = { pain: CRAMP, day: DAY };

/** Whether the first row holds names: none of its cells is a date or a number. @param {Row[]} rows */
export function hasNames([first]) {
  return first !== undefined && !first.cells.some((cell) => whenIn(cell, 'day') || whenIn(cell, 'month') || /^-?[\d.,]+$/.test(cell.trim()));
}

/** @param {string[]} head @param {Row[]} rows @returns {Columns} */
export function columnsOf(head, rows) {
  const samples = head.map((_, place) => {
    /** @type {string[]} */
    const found = [];
    for (let at = 0; at < rows.length && found.length < SAMPLES; at += 1) {
      const cell = (rows[at].cells[place] ?? '').trim();
      if (cell !== '') found.push(cell);
    }
    return found;
  });
  return { head, samples };
}

/** The meaning that each column seems to have. @param {Kind} kind @param {Columns} columns @param {Catalogue} catalogue with the person's own questions @returns {Meaning[]} */
export function guessed(kind, { head, samples }, catalogue) {
  /** @type {Meaning[]} */
  const found = head.map(() => OUT);
  const ours = head.map((heading) => ownMeaning(kind, heading, catalogue));
  const take = (/** @type {number} */ place, /** @type {Meaning | null | undefined} */ meaning) => {
    const free = meaning && (meaning === 'note' || !found.includes(meaning));
    if (free && found[place] === OUT && fits(kind, meaning, samples[place], catalogue)) found[place] = meaning;
  };
  ours.forEach((meaning, place) => take(place, meaning));
  head.forEach((heading, place) => take(place, namedMeaning(kind, heading, catalogue)));
  for (const [meaning, pattern] of FIRST[kind]) {
    head.forEach((heading, place) => pattern.test(plain(heading)) && take(place, meaning));
  }
  head.forEach((_, place) => samples[place].length && samples[place].every(isDate) && take(place, WHEN));
  return found;
}

/** What a row seems to be: a cramp has a time and a figure for pain. @param {Columns} columns @param {Catalogue} catalogue @returns {Kind} */
export function kindIn(columns, catalogue) {
  const meanings = guessed('pain', columns, catalogue);
  const when = columns.samples[meanings.indexOf(WHEN)] ?? [];
  const timed = when.some((cell) => !['00:00', undefined, null].includes((whenIn(cell, 'day') ?? whenIn(cell, 'month'))?.time));
  return meanings.includes(PAIN.pain) && (timed || meanings.includes(TIME)) ? 'pain' : 'day';
}

/** The meaning whose heading this is. @param {Kind} kind @param {string} heading @param {Catalogue} catalogue */
function namedMeaning(kind, heading, catalogue) {
  const words = plain(heading);
  const isNamed = (/** @type {Meaning} */ meaning) => {
    const name = headingOf(catalogue, kind, meaning);
    return [name, name.replace(/ \([^()]*\)$/, '')].some((one) => plain(one) === words);
  };
  return words === '' ? null : meaningsOf(kind, catalogue).find(isNamed);
}

/** Whether any of the cells can be read with this meaning; pain may be on another scale. @param {Kind} kind @param {Meaning} meaning @param {string[]} samples @param {Catalogue} catalogue */
function fits(kind, meaning, samples, catalogue) {
  return samples.length === 0 || samples.some((text) => ['day', 'month'].some((order) => isRight(kind, meaning, text, /** @type {any} */ (order), catalogue)));
}

/** @param {Kind} kind @param {Meaning} meaning @param {string} text @param {import('./values.js').Order} order @param {Catalogue} catalogue */
function isRight(kind, meaning, text, order, catalogue) {
  const value = valueOf(meaning, text, { kind, catalogue, order, mark: ',', scale: '10' });
  if (value === null || meaning === PAIN[kind] || meaning === 'zones') return value !== null;
  const known = Object.hasOwn(catalogue.checks?.[kind] ?? {}, meaning) && value !== undefined;
  return !known || !check(kind, { [meaning]: value }, new Date(), catalogue).some(({ field }) => field === meaning);
}

/** @param {string} cell */
function isDate(cell) {
  return whenIn(cell, 'day') !== null || whenIn(cell, 'month') !== null;
}
