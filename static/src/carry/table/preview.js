/** What a table would bring, by what the person said of its columns. */
import { seenBy } from '../../store/whole.js';
import { carryWords } from '../../ui/words/carry.js';
import { tableWords } from '../../ui/words/carry/table.js';
import { counted, sortOf, sum } from '../bring/plan.js';
import { Refused } from '../bring/refused.js';
import { finished } from '../pieces.js';
import { placeName } from './table.js';
import { wantedOf } from './wanted.js';

/**
 * @typedef {import('./table.js').Table} Table
 * @typedef {import('./meanings.js').Meaning} Meaning
 * @typedef {import('./meanings.js').Reading} Reading
 * @typedef {import('../bring/plan.js').Wanted} Wanted
 * @typedef {{wanted: Wanted[], first: {one: Wanted, sort: import('../bring/plan.js').Sort}[], counts: import('../bring/plan.js').Counts, empty: number,
 *   wrong: import('../bring/preview.js').Mistake[], cells: number, rows: number,
 *   choice: import('../bring/plan.js').Choice, leftOut: boolean}} Preview
 *   first: some, to look at; wrong: the first mistakes; cells: how many there are; rows: how many rows are left out with them
 */

/** Entries that are shown as the diary shows them. */
const FIRST = 3;
/** Mistakes that are listed. */
const LISTED = 20;

/** @param {string} user @param {Table} table @param {Meaning[]} meanings @param {Reading} reading @param {import('../../store/view.js').Body} settings @param {(share: number) => void} tell @returns {Promise<Preview>} rejects with Refused */
export async function previewOf(user, table, meanings, reading, settings, tell) {
  const seen = await seenBy(user);
  const found = await wantedOf(table.rows, meanings, reading, { user, now: new Date(), settings, seen }, tell);
  const counts = await finished(counted(found.wanted, seen, reading.catalogue.checks ?? {}));
  const limit = reading.catalogue.limits?.records ?? Infinity;
  if (seen.kinds.size + sum(counts, 'added') > limit) throw new Refused(carryWords.bring.why.too_many(limit));
  const wrong = found.wrong.slice(0, LISTED).map((one) => mistake(one, table));
  const rows = found.wrong.filter(({ row }) => row).length;
  const first = found.wanted.slice(0, FIRST).map((one) => ({ one, sort: sortOf(one, seen, reading.catalogue.checks ?? {}) }));
  return { wanted: found.wanted, first, counts, empty: found.empty, wrong, cells: found.wrong.length, rows, choice: 'mine', leftOut: false };
}

/** @param {import('./bodies.js').Wrong} wrong @param {Table} table */
function mistake({ at, column, code }, { text, head }) {
  const problems = { ...carryWords.bring.problems, ...tableWords.problems };
  const what = Object.hasOwn(problems, code) ? problems[/** @type {'missing'} */ (code)] : problems.unreadable;
  return { where: tableWords.where(placeName(text, at), head[column] ?? ''), what };
}
