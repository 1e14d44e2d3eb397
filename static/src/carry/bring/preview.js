/** What a chosen file would bring, or why it cannot be brought in. */
import { seenBy } from '../../store/whole.js';
import { settingsOf } from '../../store/own_day.js';
import { SCHEMA } from '../../sync/engine.js';
import { carryWords } from '../../ui/words/carry.js';
import { finished } from '../pieces.js';
import { NotOurs, readOwn } from './own_file.js';
import { brokenAt, placesOf } from './places.js';
import { counted, sum } from './plan.js';
import { Refused } from './refused.js';
import { LIMIT, NoText, textOf } from './text.js';

/**
 * @typedef {import('./plan.js').Wanted} Wanted
 * @typedef {{where: string, what: string}} Mistake in words
 * @typedef {{name: string, wanted: Wanted[], counts: import('./plan.js').Counts, foreign: boolean, lost: string[],
 *   wrong: Mistake[], many: number, choice: import('./plan.js').Choice, leftOut: boolean}} Preview
 *   name: of the file; wrong: the first mistakes; many: how many entries have one; leftOut: those are left out
 * @typedef {{user: string, catalogue: import('../../tracker/catalogue.js').Catalogue}} Here
 */

export const MB = 1_000_000;
/** Mistakes that are listed. */
const LISTED = 20;

/** @param {string} name @param {string} text @param {Here} here @param {(share: number | null) => void} tell @returns {Promise<Preview>} rejects with Refused */
export async function previewOf(name, text, { user, catalogue }, tell) {
  const settings = await settingsOf(user);
  const seen = await seenBy(user);
  const around = { user, now: new Date(), schema: SCHEMA, catalogue, settings, kinds: seen.kinds };
  const { wanted, wrong, foreign, lost } = await ownIn(text, around, tell);
  const counts = await finished(counted(wanted, seen, catalogue.checks ?? {}));
  const limit = catalogue.limits?.records ?? Infinity;
  if (seen.kinds.size + sum(counts, 'added') > limit) throw new Refused(carryWords.bring.why.too_many(limit));
  const places = await placesOf(text, wrong.slice(0, LISTED));
  const mistakes = places.map((place, which) => ({ where: placeName(place), what: reason(wrong[which], catalogue) }));
  const many = new Set(wrong.map(({ record }) => record)).size;
  return { name, wanted, counts, foreign, lost, wrong: mistakes, many, choice: 'mine', leftOut: false };
}

/** @param {File} file @returns {Promise<string>} rejects with Refused */
export async function textIn(file) {
  const { why } = carryWords.bring;
  try {
    return await textOf(file);
  } catch (error) {
    if (!(error instanceof NoText)) throw error;
    const place = error.place ? placeName(error.place) : '';
    if (error.why !== 'too_large') throw new Refused(why[error.why], place);
    throw new Refused(why.too_large(Math.ceil(file.size / MB), LIMIT / MB));
  }
}

/** Whether a text may be a table: it has lines, and does not begin as JSON or as a page. @param {string} text */
export function isTable(text) {
  return /^[^[{<]/.test(text.trim()) && /[\r\n]/.test(text.trim());
}

/** @param {string} text @param {import('./own_file.js').Around} around @param {(share: number) => void} tell */
async function ownIn(text, around, tell) {
  const { why } = carryWords.bring;
  try {
    return await readOwn(text, around, tell);
  } catch (error) {
    if (!(error instanceof NotOurs)) throw error;
    // What does not even begin as JSON is no broken file of ours.
    const place = error.why === 'not_json' && /^\s*[[{]/.test(text) ? await brokenAt(text) : null;
    throw place ? new Refused(why.not_json, placeName(place)) : new Refused(why[error.why === 'newer' ? 'newer' : 'not_ours']);
  }
}

/** @param {import('./scan.js').Place} place */
function placeName({ line, column }) {
  return carryWords.bring.place(line, column);
}

/** @param {import('./own_file.js').Wrong} wrong @param {import('../../tracker/catalogue.js').Catalogue} catalogue */
function reason({ kind, field, code }, { headings = {} }) {
  const { fields, problems } = carryWords.bring;
  const own = Object.hasOwn(headings, kind) && Object.hasOwn(headings[kind], field) ? headings[kind][field] : null;
  const name = own ?? (Object.hasOwn(fields, field) ? fields[/** @type {'id'} */ (field)] : field);
  return `${name}: ${Object.hasOwn(problems, code) ? problems[/** @type {'missing'} */ (code)] : problems.wrong_type}`;
}
