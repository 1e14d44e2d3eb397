/** Tables that we made ourselves: those of days and cramps can be added again, the others are for reading. */

/** @typedef {import('../../tracker/catalogue.js').Catalogue} Catalogue */

/** The kinds that a table can bring. */
const BACK = ['pain', 'day'];
/** The last head of a table with a row for each field, and its number of columns. */
const FIELDS = { head: 'key', columns: 3 };

/**
 * Whether this is a table of ours that brings nothing back. What a program, a plan or a mark is takes more than
 * one row can say, and rows of an answer each hold no whole record: the file for another phone has all of it.
 * @param {string[]} head @param {Catalogue} catalogue
 */
export function isForReading(head, { checks = {} }) {
  const last = head.at(-1);
  if (last === FIELDS.head && head.length === FIELDS.columns) return true;
  const fields = head.slice(0, -1).map((name) => /\[([a-z0-9_]+)(?:\.(?:date|time|zone))?\]$/.exec(name)?.[1]);
  if (last !== 'id' || fields.length === 0 || fields.includes(undefined)) return false;
  const kinds = Object.entries(checks).filter(([, rules]) => holds(rules, /** @type {string[]} */ (fields)));
  return kinds.length > 0 && !kinds.some(([kind]) => BACK.includes(kind));
}

/** Whether these may be the columns of a kind: all that it must have, and nothing that it cannot. @param {Record<string, import('../../tracker/catalogue.js').Rule>} rules @param {string[]} fields */
function holds(rules, fields) {
  const must = Object.keys(rules).filter((field) => rules[field].must);
  const patterns = Object.keys(rules).filter((field) => field.startsWith('^'));
  const may = (/** @type {string} */ field) => Object.hasOwn(rules, field) || patterns.some((one) => new RegExp(`${one}$`).test(field));
  return must.every((field) => fields.includes(field)) && fields.every(may);
}
