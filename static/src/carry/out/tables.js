/** A diary as tables: one for each kind, with a row for each record. */
import { dayOfEntry } from '../../store/days.js';
import { line, separatorOf } from './csv.js';
import { headingOf, ruleOf, textOf } from './fields.js';

/**
 * @typedef {import('../../store/view.js').Entry} Entry
 * @typedef {import('./fields.js').Catalogue} Catalogue
 * @typedef {import('./fields.js').Words} Words
 * @typedef {{date: string, time: string, zone: string, question: string, answer: string}} Named the words of a table itself
 * @typedef {{head: string, cell(entry: Entry): string}} Column
 */

/** Kinds with one record a person: a row for each of its fields. */
const SINGLE = ['profile', 'marks', 'settings'];
/** Names say nothing about health: who sees the list of files need not know. */
/** @type {Record<string, string>} */
const NAMES = {
  pain: 'moments', day: 'days', exercise: 'movements', plan: 'programmes', trial: 'plans', tried: 'plan-days', tip: 'tips',
  follow: 'tip-choices', week: 'tip-weeks',
  profile: 'about-me', marks: 'library', settings: 'choices',
};
const ROWS = 100;

/** The name of the file of a kind. @param {string} kind */
export function tableName(kind) {
  return `${NAMES[kind] ?? kind}.csv`;
}

/**
 * The table of one kind as CSV, in pieces.
 * @param {Entry[]} entries all of this kind @param {string} kind @param {Catalogue} catalogue with the person's own questions
 * @param {Words} words @param {Named} named
 * @returns {Generator<string>}
 */
export function* table(entries, kind, catalogue, words, named) {
  const separator = separatorOf(words.locale);
  if (SINGLE.includes(kind)) return yield* listed(entries, kind, catalogue, words, named);
  const columns = columnsOf(entries, kind, catalogue, words, named);
  yield `\ufeff${line(columns.map(({ head }) => head), separator)}`;
  for (let start = 0; start < entries.length; start += ROWS) {
    const rows = entries.slice(start, start + ROWS).map((entry) => columns.map(({ cell }) => cell(entry)));
    yield rows.map((row) => line(row, separator)).join('');
  }
}

/** @param {Entry[]} entries @param {string} kind @param {Catalogue} catalogue @param {Words} words @param {Named} named */
function* listed(entries, kind, catalogue, words, named) {
  const separator = separatorOf(words.locale);
  yield `\ufeff${line([named.question, named.answer, 'key'], separator)}`;
  for (const { body } of entries) {
    const fields = Object.entries(body).map(([field, value]) => [headingOf(catalogue, kind, field), textOf(catalogue, kind, field, value, words), field]);
    yield fields.map((row) => line(row, separator)).join('');
  }
}

/** The columns that are filled in anywhere, and those that must be. @param {Entry[]} entries @param {string} kind @param {Catalogue} catalogue @param {Words} words @param {Named} named @returns {Column[]} */
function columnsOf(entries, kind, catalogue, words, named) {
  const used = new Set(entries.flatMap(({ body }) => Object.keys(body)));
  const known = Object.keys(catalogue.checks?.[kind] ?? {});
  const fields = known.filter((field) => used.has(field) || ruleOf(catalogue, kind, field)?.must || field === 'day');
  const strange = [...used].filter((field) => !known.includes(field));
  const columns = [...fields, ...strange].flatMap((field) => columnsOfField(kind, field, catalogue, words, named));
  return [...columns, { head: 'id', cell: ({ id }) => id }];
}

/** @param {string} kind @param {string} field @param {Catalogue} catalogue @param {Words} words @param {Named} named @returns {Column[]} */
function columnsOfField(kind, field, catalogue, words, named) {
  const heading = headingOf(catalogue, kind, field);
  const { sort } = ruleOf(catalogue, kind, field) ?? {};
  if (sort === 'moment') return momentColumns(heading, field, named);
  const head = `${heading} [${field}]`;
  if (field === 'day') return [{ head, cell: dayOfEntry }];
  return [{ head, cell: ({ body }) => (body[field] === undefined ? '' : textOf(catalogue, kind, field, body[field], words)) }];
}

/** A moment in three cells that each spreadsheet reads in one way. @param {string} heading @param {string} field @param {Named} named @returns {Column[]} */
function momentColumns(heading, field, { date, time, zone }) {
  const part = (/** @type {string} */ name, /** @type {string} */ key, /** @type {(moment: string) => string} */ cut) => ({
    head: `${heading}, ${name} [${field}.${key}]`,
    cell: (/** @type {Entry} */ { body }) => cut(String(body[field])),
  });
  return [
    part(date, 'date', (moment) => moment.slice(0, 10)),
    part(time, 'time', (moment) => moment.slice(11, 16)),
    part(zone, 'zone', (moment) => `UTC${moment.slice(16)}`),
  ];
}
