/** Reads a table that somebody else wrote: CSV as RFC 4180 has it, and as spreadsheets write it. */

/**
 * @typedef {{cells: string[], starts: number[]}} Row starts: where in the text each cell begins
 * @typedef {'open_quote' | 'after_quote' | 'too_many_rows' | 'too_many_columns' | 'too_long'} Why
 * @typedef {{rows: number, columns: number, signs: number}} Limits signs: of one cell
 */

/** @type {Limits} */
export const LIMITS = { rows: 25_000, columns: 200, signs: 10_000 };
export const SEPARATORS = [',', ';', '\t', '|'];
/** What is too wide is still cut at the right sign, and then refused for its width. */
const UNLIMITED = { rows: Infinity, columns: Infinity, signs: Infinity };
/** Rows that tell which sign stands between the cells. */
const ENOUGH = 20;
const PIECE = 200;
const MARK = '\ufeff';
/** How some spreadsheets tell which sign stands between the cells. */
const TOLD = /^sep=(.)\r?\n?/;
/** What is put before a cell so that no spreadsheet takes it for a formula. */
const GUARD = /^'+[=+\-@\t\r\n\0＝＋－＠]/;

/** Why a table cannot be read, and where. */
export class BrokenTable extends Error {
  /** @param {Why} why @param {number} at an index in the text */
  constructor(why, at) {
    super(why);
    this.why = why;
    this.at = at;
  }
}

/**
 * The rows of a table, without those that are empty; pauses now and then.
 * @param {string} text @param {string} separator @param {Limits} [limits]
 * @returns {Generator<number, Row[]>} yields the place so far; throws BrokenTable
 */
export function* rowsOf(text, separator, limits = LIMITS) {
  /** @type {Row[]} */
  const rows = [];
  for (let at = startOf(text); at < text.length; ) {
    const start = at;
    const row = { cells: [], starts: [] };
    at = readRow(text, at, separator, row, limits);
    if (row.cells.every((/** @type {string} */ cell) => cell.trim() === '')) continue;
    if (rows.length === limits.rows) throw new BrokenTable('too_many_rows', start);
    rows.push(row);
    if (rows.length % PIECE === 0) yield at;
  }
  return rows;
}

/** The sign between the cells: the one that cuts the first rows into most columns, all alike. @param {string} text */
export function separatorIn(text) {
  const told = TOLD.exec(text.startsWith(MARK) ? text.slice(1) : text);
  if (told) return told[1];
  const [best] = SEPARATORS.map((sign) => ({ sign, worth: worthOf(text, sign) })).sort((one, other) => other.worth - one.worth);
  return best.worth > 0 ? best.sign : SEPARATORS[0];
}

/** Where a cell begins as a person counts, with every sort of line end. @param {string} text @param {number} at */
export function placeIn(text, at) {
  const lines = text.slice(0, at).replace(MARK, '').split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

/** @param {string} text */
function startOf(text) {
  const start = text.startsWith(MARK) ? 1 : 0;
  return start + (TOLD.exec(text.slice(start, start + 10))?.[0].length ?? 0);
}

/** Reads one row, and says where the next begins. @param {string} text @param {number} at @param {string} separator @param {Row} row filled on the way @param {Limits} limits */
function readRow(text, at, separator, row, limits) {
  for (;;) {
    if (row.cells.length === limits.columns) throw new BrokenTable('too_many_columns', at);
    const end = text[at] === '"' ? quoted(text, at, separator, row) : plain(text, at, separator, row);
    if (row.cells[row.cells.length - 1].length > limits.signs) throw new BrokenTable('too_long', at);
    // Between CR and LF stands an empty row, which is none.
    if (text[end] !== separator) return end + 1;
    at = end + 1;
  }
}

/** @param {string} text @param {number} start @param {string} separator @param {Row} row */
function plain(text, start, separator, row) {
  let end = start;
  while (end < text.length && !ends(text, end, separator)) end += 1;
  add(row, text.slice(start, end), start);
  return end;
}

/** @param {string} text @param {number} start of the quote @param {string} separator @param {Row} row */
function quoted(text, start, separator, row) {
  let end = start + 1;
  for (; ; end += 2) {
    end = text.indexOf('"', end);
    if (end < 0) throw new BrokenTable('open_quote', start);
    if (text[end + 1] !== '"') break;
  }
  if (end + 1 < text.length && !ends(text, end + 1, separator)) throw new BrokenTable('after_quote', end + 1);
  add(row, text.slice(start + 1, end).replaceAll('""', '"'), start);
  return end + 1;
}

/** @param {string} text @param {number} at @param {string} separator */
function ends(text, at, separator) {
  const sign = text[at];
  return sign === separator || sign === '\n' || sign === '\r';
}

/** @param {Row} row @param {string} cell @param {number} start */
function add({ cells, starts }, cell, start) {
  cells.push(GUARD.test(cell) ? cell.slice(1) : cell);
  starts.push(start);
}

/** How well a sign cuts a text: columns, times the share of rows that have as many. @param {string} text @param {string} separator */
function worthOf(text, separator) {
  /** @type {number[]} */
  const widths = [];
  try {
    for (let at = startOf(text); at < text.length && widths.length < ENOUGH; ) {
      const row = { cells: [], starts: [] };
      at = readRow(text, at, separator, row, UNLIMITED);
      if (row.cells.length > 1 || row.cells[0] !== '') widths.push(row.cells.length);
    }
  } catch {
    // What cannot be read to its end is judged by what was read.
  }
  const alike = widths.filter((width) => width === widths[0]).length;
  return widths.length && widths[0] > 1 ? (widths[0] - 1) * (alike / widths.length) ** 2 : 0;
}
