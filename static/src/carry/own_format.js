/** Our own file of a whole diary: docs/export.md describes it. */

/**
 * @typedef {import('../store/view.js').Entry} Entry
 * @typedef {import('../store/database.js').Refused} Refused
 * @typedef {import('../sync/devices.js').Known} Known
 * @typedef {{user: string, schema: number, made: string}} About
 *   schema: what the app that made the file knew of kinds and fields; made: local time with its offset
 */

export const FORMAT = 'rugwijs';
export const VERSION = 1;
/** Records in one piece of text. */
const PIECE = 250;

/**
 * The text of the file in pieces: a record on each line, so that a mistake in it has a line.
 * @param {About} about @param {Entry[]} entries in their order @param {Refused[]} refused edits that the server did not take
 * @param {Known[]} [devices] as they were told last
 */
export function* written({ user, schema, made }, entries, refused, devices = []) {
  yield `${JSON.stringify({ format: FORMAT, version: VERSION, schema, user, made }).slice(0, -1)},\n"records":[`;
  yield* lines(entries.map(({ kind, id, body }) => ({ kind, id, body })));
  if (refused.length > 0) {
    yield '],\n"refused":[';
    yield* lines(refused.map(({ kind, id, body, problems }) => ({ kind, id, body, problems })));
  }
  if (devices.length > 0) {
    yield '],\n"devices":[';
    yield* lines(devices);
  }
  yield ']}\n';
}

/** @param {object[]} rows */
function* lines(rows) {
  for (let start = 0; start < rows.length; start += PIECE) {
    const piece = rows.slice(start, start + PIECE).map((row) => `\n${JSON.stringify(row)}`);
    yield (start === 0 ? '' : ',') + piece.join(',');
  }
  if (rows.length > 0) yield '\n';
}
