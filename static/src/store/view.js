/** What a person sees: their unsent edits laid over what the server last said. Never stored. */

/**
 * @typedef {Record<string, unknown>} Body flat: field name to value; a missing field is absent
 * @typedef {{id: string, kind: string, body: Body, deleted: boolean, version: number,
 *   seen?: import('./ground.js').Seen}} ServerRecord
 * @typedef {{id: string, kind: string, body: Body | null, fields: string[], deleted: boolean}} Edit
 * @typedef {{id: string, kind: string, body: Body, version: number, pending: boolean}} Entry
 *   version: the server's, 0 when it never saw the entry; pending: some of it is not sent yet
 */

/**
 * The entries that exist: the records in their own order, then new ones in the order they were made.
 * @param {ServerRecord[]} records
 * @param {Edit[]} outbox in the order the edits were made
 * @returns {Entry[]}
 */
export function lay(records, outbox) {
  /** @type {Map<string, Entry | null>} */
  const entries = new Map();
  /** @type {Map<string, number>} */
  const versions = new Map();
  for (const { id, kind, body, deleted, version } of records) {
    versions.set(id, version);
    entries.set(id, deleted ? null : { id, kind, body, version, pending: false });
  }
  for (const edit of outbox) {
    entries.set(edit.id, edited(entries.get(edit.id) ?? null, edit, versions.get(edit.id) ?? 0));
  }
  return [...entries.values()].filter((entry) => entry !== null);
}

/** The names of the fields that differ. @param {Body | undefined} before @param {Body} after */
export function changedFields(before = {}, after) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !same(before[name], after[name])).sort();
}

/** @param {Entry | null} entry @param {Edit} edit @param {number} version @returns {Entry | null} */
function edited(entry, edit, version) {
  if (edit.deleted || edit.body === null) return null;
  const body = entry === null ? edit.body : merged(entry.body, edit.body, edit.fields);
  return { id: edit.id, kind: edit.kind, body, version, pending: true };
}

/** @param {Body} below @param {Body} above @param {string[]} fields @returns {Body} */
function merged(below, above, fields) {
  const body = { ...below };
  for (const field of fields) {
    if (field in above) body[field] = above[field];
    else delete body[field];
  }
  return body;
}

/** @param {unknown} one @param {unknown} other */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
