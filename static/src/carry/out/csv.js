/** Rows as CSV that a spreadsheet opens, and that cannot make it calculate. */

/** What a spreadsheet takes for a formula, also when it stands behind our own mark. */
const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/** The marks of a language: where numbers have a comma, a comma cannot stand between cells. @param {string} locale */
export function separatorOf(locale) {
  return (1.5).toLocaleString(locale).includes(',') ? ';' : ',';
}

/** @param {string[]} cells @param {string} separator */
export function line(cells, separator) {
  return `${cells.map((cell) => quoted(safe(cell), separator)).join(separator)}\r\n`;
}

/** A cell that is text to every spreadsheet. @param {string} cell */
function safe(cell) {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** @param {string} cell @param {string} separator */
function quoted(cell, separator) {
  const plain = !/["\r\n]|^\s|\s$/.test(cell) && !cell.includes(separator);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
