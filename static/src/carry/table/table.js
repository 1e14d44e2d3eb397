/** A table as it was read: its names, its rows, and what each column shows of itself. */
import { carryWords } from '../../ui/words/carry.js';
import { tableWords } from '../../ui/words/carry/table.js';
import { Refused } from '../bring/refused.js';
import { breath, finished } from '../pieces.js';
import { factsOf } from './asks.js';
import { BrokenTable, LIMITS, placeIn, rowsOf } from './cells.js';
import { columnsOf, hasNames } from './guesses.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {{text: string, separator: string, names: boolean, head: string[], rows: Row[],
 *   columns: import('./guesses.js').Columns, facts: import('./asks.js').Facts[]}} Table
 *   names: whether its first line is one of names
 */

/** @param {string} text @param {string} separator @param {boolean | null} names null: as it seems @returns {Promise<Table>} rejects with Refused */
export async function tableOf(text, separator, names) {
  const all = await read(text, separator);
  const named = names ?? hasNames(all);
  const rows = named ? all.slice(1) : all;
  if (rows.length === 0) throw new Refused(tableWords.why.no_rows);
  const head = all[0].cells.map((cell) => (named ? cell.trim() : ''));
  const facts = [];
  for (const place of head.keys()) {
    facts.push(factsOf(rows, place));
    await breath();
  }
  return { text, separator, names: named, head, rows, columns: columnsOf(head, rows), facts };
}

/** A place in words. @param {string} text @param {number} at */
export function placeName(text, at) {
  const { line, column } = placeIn(text, at);
  return carryWords.bring.place(line, column);
}

/** @param {string} text @param {string} separator */
async function read(text, separator) {
  try {
    return await finished(rowsOf(text, separator));
  } catch (error) {
    if (!(error instanceof BrokenTable)) throw error;
    throw new Refused(reason(error.why), placeName(text, error.at));
  }
}

/** @param {import('./cells.js').Why} why */
function reason(why) {
  const { why: say } = tableWords;
  if (why === 'too_many_rows') return say[why](LIMITS.rows);
  if (why === 'too_many_columns') return say[why](LIMITS.columns);
  return why === 'too_long' ? say[why](LIMITS.signs) : say[why];
}
