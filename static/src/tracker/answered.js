/** One answer of an entry in words: what was asked, and what was said. The server does so in answered.py. */
import { fieldOf } from './marked.js';
import { OWN } from './own.js';

/**
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {typeof import('../ui/words/nl.js').nl} Words
 * @typedef {[string, string]} Line
 * @typedef {{label: string, say: (value: any) => string}} Question
 */

/**
 * Question and answer; null for a field that nobody is shown.
 * @param {string} kind @param {string} field @param {unknown} value undefined where nothing was filled in
 * @param {Catalogue} catalogue @param {Words} words @returns {Line | null}
 */
export function answered(kind, field, value, catalogue, words) {
  const question = questionOf(kind, field, catalogue, words);
  if (question === null) return null;
  return [question.label, value === undefined ? words.entry.open : question.say(value)];
}

/** @param {string} kind @param {string} field @param {Catalogue} catalogue @param {Words} words @returns {Question | null} */
function questionOf(kind, field, catalogue, words) {
  if (OWN.includes(field)) return ofPerson(field, catalogue, words);
  if (kind === 'day') return ofDay(field, catalogue, words);
  if (kind === 'pain' && field.startsWith(fieldOf(''))) return ofPlace(field, catalogue, words);
  const questions = kind === 'exercise' ? ofExercise(words) : ofCramp(catalogue, words);
  return Object.hasOwn(questions, field) ? questions[field] : null;
}

/** @param {Catalogue} catalogue @param {Words} words @returns {Record<string, Question>} */
function ofCramp({ zones, feel, relief }, { entry, locale }) {
  return {
    began: { label: entry.began, say: (value) => momentOf(String(value), locale) },
    worst: { label: entry.worst, say: entry.of10 },
    minutes: { label: entry.howLong, say: entry.duration },
    zones: { label: entry.where, say: (keys) => listed(keys, zones, '; ') },
    feel: { label: entry.feel, say: (keys) => listed(keys, feel) },
    relief: { label: entry.relief, say: (keys) => listed(keys, relief) },
    note: { label: entry.note, say: String },
  };
}

/** @param {string} field @param {Catalogue} catalogue @param {Words} words @returns {Question | null} */
function ofPlace(field, { zones, legs, strengths = [] }, { entry }) {
  const found = Object.entries({ ...zones, ...legs }).find(([place]) => fieldOf(place) === field);
  if (!found) return null;
  const label = found[1].slice(0, 1).toUpperCase() + found[1].slice(1);
  return { label, say: (value) => strengths[value] || entry.here };
}

/** @param {Words} words @returns {Record<string, Question>} */
function ofExercise({ entry }) {
  return {
    sets: { label: entry.sets, say: String },
    before: { label: entry.before, say: entry.of10 },
    after: { label: entry.after, say: entry.of10 },
  };
}

/** @param {string} field @param {Catalogue} catalogue @param {Words} words @returns {Question | null} */
function ofDay(field, { factors = {} }, words) {
  if (field === 'note') return { label: words.entry.note, say: String };
  if (field === 'no_cramp') return { label: words.entry.noCramp, say: (value) => yesNo(value, words) };
  if (!Object.hasOwn(factors, field)) return null;
  const factor = factors[field];
  return { label: factor.label, say: (value) => answer(factor, value, words) };
}

/** @param {string} field @param {Catalogue} catalogue @param {Words} words @returns {Question | null} */
function ofPerson(field, { own = [] }, words) {
  const question = own.find(({ key }) => key === field);
  if (!question) return null;
  const { label, unit } = question;
  return { label, say: (value) => (typeof value === 'boolean' ? yesNo(value, words) : figure(value, unit, words)) };
}

/** @param {import('./catalogue.js').Factor} factor @param {any} value @param {Words} words */
function answer({ input, unit = '', choices = [] }, value, words) {
  if (input === 'yesno') return yesNo(value, words);
  if (input === 'choice') return choices[value] ?? '';
  return input === 'scale' ? words.entry.of10(value) : figure(value, unit, words);
}

/** @param {unknown} value @param {string} unit @param {Words} words */
function figure(value, unit, { locale }) {
  return `${Number(value).toLocaleString(locale)} ${unit}`.trim();
}

/** @param {unknown} value @param {Words} words */
function yesNo(value, { entry }) {
  return value ? entry.yes : entry.no;
}

/** The person's own time, wherever this device is now. @param {string} value as 2026-11-22T08:30+01:00 @param {string} locale */
function momentOf(value, locale) {
  const day = new Date(`${value.slice(0, 10)}T12:00`);
  return `${day.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' })} ${value.slice(11, 16)}`;
}

/** @param {string[]} [keys] @param {Record<string, string>} [choices] @param {string} [between] */
function listed(keys = [], choices = {}, between = ', ') {
  return keys.map((key) => choices[key] ?? key).join(between);
}
