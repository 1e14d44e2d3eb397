/** On how many days somebody took a painkiller. What was not written down stays unknown. */

/**
 * @typedef {import('./rows.js').Row} Row
 * @typedef {{days: number, took: number, not: number, unknown: number, kinds: [string, number][], calming: number}} Taken
 *   not: days on which the answer was no; kinds: by factor, on how many days; calming: a sleeping or calming pill
 */

/** The factors of a day that are painkillers. */
const KINDS = ['paracetamol', 'nsaid', 'opioid'];

/** @param {Row[]} rows @returns {Taken} */
export function painkillersOf(rows) {
  const took = rows.filter(isTaken).length;
  const not = rows.filter((row) => !isTaken(row) && KINDS.some((kind) => row.values[kind] === false)).length;
  const daysWith = (/** @type {string} */ kind) => rows.filter(({ values }) => values[kind] === true).length;
  const kinds = KINDS.map((kind) => /** @type {[string, number]} */ ([kind, daysWith(kind)])).filter(([, days]) => days > 0);
  return { days: rows.length, took, not, unknown: rows.length - took - not, kinds, calming: daysWith('sedative') };
}

/** @param {Row} row */
function isTaken({ killed, values }) {
  return killed || KINDS.some((kind) => values[kind] === true);
}
