/** The conflict rule of webapp/tracker/merge.py; tests/cases/merge.json holds the two equal. */

/**
 * @typedef {Record<string, unknown>} Body
 * @typedef {{id: string, kind: string, base: number, body: Body | null, fields: string[],
 *   deleted: boolean}} Change
 * @typedef {Record<string, [number, string]>} Marks field to the version and the device that wrote it
 * @typedef {{body: Body, fields: Marks, deleted: boolean}} Current
 * @typedef {{body: Body, fields: Marks, deleted: boolean, kept: boolean, changed: boolean,
 *   overwritten: Body}} Merged
 */

/**
 * What a record becomes by a change that arrives as `version` from `device`.
 * @param {Current | null} current @param {Change} change @param {number} version @param {string} device
 * @returns {Merged}
 */
export function merge(current, change, version, device) {
  const plain = { kept: false, changed: true, overwritten: {} };
  const alive = current !== null && !current.deleted;
  if (change.deleted) {
    if (!alive) return { ...plain, body: {}, fields: {}, deleted: true, changed: current === null };
    const unseen = Object.values(current.fields).some(([at, by]) => at > change.base && by !== device);
    if (unseen) return { ...plain, body: current.body, fields: current.fields, deleted: false, kept: true, changed: false };
    return { ...plain, body: {}, fields: {}, deleted: true };
  }
  const body = change.body ?? {};
  if (!alive) {
    const fields = Object.fromEntries(Object.keys(body).map((field) => [field, mark(version, device)]));
    return { ...plain, body: { ...body }, fields, deleted: false };
  }
  return edited(current, { ...change, body }, version, device);
}

/** @param {Current} current @param {Change & {body: Body}} change @param {number} version @param {string} device @returns {Merged} */
function edited(current, change, version, device) {
  const body = { ...current.body };
  const fields = { ...current.fields };
  /** @type {Body} */
  const overwritten = {};
  for (const field of change.fields) {
    const before = body[field];
    const unseen = (fields[field]?.[0] ?? 0) > change.base;
    const differs = JSON.stringify(before) !== JSON.stringify(change.body[field]);
    if (unseen && differs && before !== undefined) overwritten[field] = before;
    delete body[field];
    if (field in change.body) body[field] = change.body[field];
    fields[field] = mark(version, device);
  }
  return { body, fields, deleted: false, kept: false, changed: change.fields.length > 0, overwritten };
}

/** @param {number} version @param {string} device @returns {[number, string]} */
function mark(version, device) {
  return [version, device];
}
