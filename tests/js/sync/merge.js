/** The conflict rule of webapp/tracker/merge.py; tests/cases/merge.json holds the two equal. */

/**
 * @typedef {Record<string, unknown>} Body
 * @typedef {{id: string, kind: string, base: number, body: Body | null, fields: string[],
 *   deleted: boolean, was?: number}} Change
 * @typedef {Record<string, [number, string]>} Marks field to the version and the device that wrote it
 * @typedef {{body: Body, fields: Marks, deleted: boolean, lost?: Record<string, [number, number]>,
 *   healed?: number, seen?: number}} Current
 * @typedef {Required<Current> & {kept: boolean, changed: boolean, overwritten: Body}} Merged
 * @typedef {{version: number, device: string, start: number}} Arrival
 */

/** Versions that are further apart are of two epochs. */
const ONE_EPOCH = 10_000;
const PLAIN = { deleted: false, kept: false, changed: true, overwritten: {}, lost: {}, healed: 0, seen: 0 };

/**
 * What a record becomes by a change that arrives as `version` from `device`, in an epoch that began at `start`.
 * @param {Current | null} current @param {Change} change @param {number} version @param {string} device
 * @param {number} [start]
 * @returns {Merged}
 */
export function merge(current, change, version, device, start = 0) {
  const arrival = { version, device, start };
  if (change.was !== undefined) return healed(current, change, change.was, arrival);
  if (change.deleted) return removed(current, change, arrival);
  const body = change.body ?? {};
  if (current !== null && !current.deleted) return edited(current, { ...change, body }, arrival);
  return { ...PLAIN, body: { ...body }, fields: marked(body, [version, device]), healed: current?.seen ?? 0 };
}

/** @param {Current} current @param {Change & {body: Body}} change @param {Arrival} arrival @returns {Merged} */
function edited(current, change, { version, device }) {
  const { body, fields, lost, healed: before } = copied(current);
  /** @type {Body} */
  const overwritten = {};
  for (const field of change.fields) {
    const value = body[field];
    const differs = !same(value, change.body[field]) && value !== undefined;
    if (differs && unseenOfAnother(current, field, change.base, device)) overwritten[field] = value;
    put(body, field, change.body);
    fields[field] = [version, device];
    delete lost[field];
  }
  return { ...PLAIN, body, fields, lost, healed: before, changed: change.fields.length > 0, overwritten };
}

/** @param {Current | null} current @param {Change} change @param {Arrival} arrival @returns {Merged} */
function removed(current, { base }, { device, start }) {
  if (current?.deleted) return gone(current.seen ?? 0, false);
  const others = current && Object.keys(current.fields).some((field) => unseenOfAnother(current, field, base, device));
  return current && others ? kept(current) : gone(base < start ? base : (current?.healed ?? 0));
}

/** @param {Current | null} current @param {Change} offer @param {number} was @param {Arrival} arrival @returns {Merged} */
function healed(current, offer, was, { version, device, start }) {
  const body = offer.body ?? {};
  if (current !== null && !current.deleted) {
    if (!offer.deleted) return laidInto(current, body, was, { version, device, start });
    return Object.keys(current.fields).some((field) => unseen(current, field, was)) ? kept(current) : gone(was);
  }
  const seen = current?.seen ?? 0;
  if (current !== null && (hadSeen(seen, was) || (offer.deleted && was <= seen))) return gone(seen, false);
  if (offer.deleted) return gone(was);
  const lost = marked(body, /** @type {[number, number]} */ ([was, start]));
  return { ...PLAIN, body: { ...body }, fields: marked(body, [version, device]), lost, healed: was };
}

/** @param {Current} current @param {Body} offered @param {number} was @param {Arrival} arrival @returns {Merged} */
function laidInto(current, offered, was, { version, device, start }) {
  const { body, fields, lost, healed: before } = copied(current);
  /** @type {Body} */
  const overwritten = {};
  let changed = was > before;
  for (const field of [...new Set([...Object.keys(fields), ...Object.keys(offered)])].sort()) {
    const newer = was > place(current, field);
    const loser = newer ? body[field] : offered[field];
    if (loser !== undefined && !same(body[field], offered[field])) overwritten[field] = loser;
    if (!newer) continue;
    put(body, field, offered);
    fields[field] = [version, device];
    lost[field] = [was, start];
    changed = true;
  }
  return { ...PLAIN, body, fields, lost, changed, overwritten, healed: Math.max(was, before) };
}

/** @param {Current} current @param {string} field */
function place({ fields, lost = {}, healed: before = 0 }, field) {
  return lost[field]?.[0] ?? fields[field]?.[0] ?? before;
}

/** @param {Current} current @param {string} field @param {number} base @param {string} device */
function unseenOfAnother(current, field, base, device) {
  const own = current.fields[field]?.[1] === device && !(field in (current.lost ?? {}));
  return !own && unseen(current, field, base);
}

/** @param {Current} current @param {string} field @param {number} base */
function unseen({ fields, lost = {} }, field, base) {
  if ((fields[field]?.[0] ?? 0) <= base) return false;
  const [was, start] = lost[field] ?? [0, 0];
  return !(base < start && hadSeen(base, was));
}

/** Whether who saw a lost version had seen what was lost at `was`. @param {number} version @param {number} was */
function hadSeen(version, was) {
  return was <= version && version < was + ONE_EPOCH;
}

/** @param {Current} current */
function copied({ body, fields, lost, healed: before = 0 }) {
  return { body: { ...body }, fields: { ...fields }, lost: { ...lost }, healed: before };
}

/** @template Mark @param {Body} body @param {Mark} mark @returns {Record<string, Mark>} */
function marked(body, mark) {
  return Object.fromEntries(Object.keys(body).map((field) => [field, mark]));
}

/** @param {number} seen @param {boolean} [changed] @returns {Merged} */
function gone(seen, changed = true) {
  return { ...PLAIN, body: {}, fields: {}, deleted: true, changed, seen };
}

/** @param {Current} current @returns {Merged} */
function kept({ body, fields, lost = {}, healed: before = 0 }) {
  return { ...PLAIN, body, fields, lost, kept: true, changed: false, healed: before };
}

/** @param {Body} body @param {string} field @param {Body} from */
function put(body, field, from) {
  delete body[field];
  if (field in from) body[field] = from[field];
}

/** @param {unknown} one @param {unknown} other */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
