/** The conflict rule of webapp/tracker/merge.py; tests/cases/merge.json holds the two equal. */

import { hasSeen, newestBefore, seenTogether } from './seen.js';

/**
 * @typedef {import('./seen.js').Seen} Seen
 * @typedef {Record<string, unknown>} Body
 * @typedef {{id: string, kind: string, base: number, body: Body | null, fields: string[],
 *   deleted: boolean, was?: number, seen?: Seen}} Change
 * @typedef {Record<string, [number, string]>} Marks field to the version and the device that wrote it
 * @typedef {{body: Body, fields: Marks, deleted: boolean, lost?: Record<string, [number, number]>,
 *   healed?: number, seen?: Seen}} Current
 * @typedef {Required<Current> & {kept: boolean, changed: boolean, overwritten: Body}} Merged
 * @typedef {{mark: [number, string], start: number, arrived: Seen}} Arrival
 */

const PLAIN = { deleted: false, kept: false, changed: true, overwritten: {}, lost: {}, healed: 0 };

/**
 * What a record becomes by a change that arrives as `version` from `device`, in an epoch that began at `start`.
 * @param {Current | null} current @param {Change} change @param {number} version @param {string} device
 * @param {number} [start]
 * @returns {Merged}
 */
export function merge(current, change, version, device, start = 0) {
  /** @type {Arrival} */
  const arrival = { mark: [version, device], start, arrived: [[start, version]] };
  if (change.was !== undefined) return healed(current, change, change.was, arrival);
  if (change.deleted) return removed(current, change, arrival);
  const body = change.body ?? {};
  if (current !== null && !current.deleted) return edited(current, { ...change, body }, arrival);
  return made(current?.seen ?? [], body, arrival);
}

/** @param {Seen} before @param {Body} body @param {Arrival} arrival @returns {Merged} */
function made(before, body, { mark, start, arrived }) {
  const seen = seenTogether(before, arrived);
  return { ...PLAIN, body: { ...body }, fields: marked(body, mark), healed: newestBefore(before, start), seen };
}

/** @param {Current} current @param {Change & {body: Body}} change @param {Arrival} arrival @returns {Merged} */
function edited(current, change, { mark, arrived }) {
  const { body, fields, lost, healed: before, seen } = copied(current);
  /** @type {Body} */
  const overwritten = {};
  for (const field of change.fields) {
    const value = body[field];
    const differs = !same(value, change.body[field]) && value !== undefined;
    if (differs && unseenOfAnother(current, field, change, mark[1])) overwritten[field] = value;
    put(body, field, change.body);
    fields[field] = mark;
    delete lost[field];
  }
  const changed = change.fields.length > 0;
  return { ...PLAIN, body, fields, lost, healed: before, seen: seenTogether(seen, arrived), changed, overwritten };
}

/** @param {Current | null} current @param {Change} change @param {Arrival} arrival @returns {Merged} */
function removed(current, change, { mark, arrived }) {
  if (current?.deleted) return gone(current.seen ?? [], false);
  const others = current && Object.keys(current.fields).some((field) => unseenOfAnother(current, field, change, mark[1]));
  return current && others ? kept(current) : gone(seenTogether(hadSeen(change), arrived));
}

/** @param {Current | null} current @param {Change} offer @param {number} was @param {Arrival} arrival @returns {Merged} */
function healed(current, offer, was, arrival) {
  if (current === null || current.deleted) return broughtBack(current, offer, was, arrival);
  if (!offer.deleted) return laidInto(current, offer, was, arrival);
  const news = Object.keys(current.fields).filter((field) => unseen(current, field, offer));
  return news.length ? keptWhole(current, news, arrival) : gone(seenTogether(hadSeen(offer), arrival.arrived));
}

/** @param {Current | null} current @param {Change} offer @param {number} was @param {Arrival} arrival @returns {Merged} */
function broughtBack(current, offer, was, { mark, start, arrived }) {
  const before = current?.seen ?? [];
  if (current !== null && hasSeen(before, was)) return gone(before, false);
  const seen = seenTogether(before, hadSeen(offer), arrived);
  if (offer.deleted) return gone(seen);
  const body = offer.body ?? {};
  const lost = marked(body, /** @type {[number, number]} */ ([was, start]));
  return { ...PLAIN, body: { ...body }, fields: marked(body, mark), lost, healed: was, seen };
}

/** @param {Current} current @param {Change} offer @param {number} was @param {Arrival} arrival @returns {Merged} */
function laidInto(current, offer, was, { mark, start, arrived }) {
  const { body, fields, lost, healed: before, seen } = copied(current);
  const offered = offer.body ?? {};
  /** @type {Body} */
  const overwritten = {};
  const known = hasSeen(seen, was);
  for (const field of [...new Set([...Object.keys(fields), ...Object.keys(offered)])].sort()) {
    const newer = !known && was > place(current, field);
    const loser = newer ? body[field] : offered[field];
    if (loser !== undefined && !same(body[field], offered[field])) overwritten[field] = loser;
    if (!newer) continue;
    put(body, field, offered);
    fields[field] = mark;
    lost[field] = [was, start];
  }
  const together = seenTogether(seen, hadSeen(offer), arrived);
  return { ...PLAIN, body, fields, lost, changed: !known, overwritten, healed: Math.max(was, before), seen: together };
}

/** @param {Current} current @param {string[]} news @param {Arrival} arrival @returns {Merged} */
function keptWhole(current, news, { arrived }) {
  const { fields, lost, seen } = copied(current);
  const old = Object.keys(fields).filter((field) => !news.includes(field));
  const mark = news.map((field) => fields[field]).reduce((one, other) => (newer(one, other) ? one : other));
  for (const field of old) {
    lost[field] = [place(current, field), 0];
    fields[field] = mark;
  }
  if (old.length === 0) return kept(current);
  return { ...kept(current), fields, lost, seen: seenTogether(seen, arrived), changed: true };
}

/** @param {[number, string]} one @param {[number, string]} other */
function newer([version, device], [than, its]) {
  return version > than || (version === than && device > its);
}

/** @param {Current} current @param {string} field */
function place({ fields, lost = {}, healed: before = 0 }, field) {
  return lost[field]?.[0] ?? fields[field]?.[0] ?? before;
}

/** @param {Current} current @param {string} field @param {Change} change @param {string} device */
function unseenOfAnother(current, field, change, device) {
  const own = current.fields[field]?.[1] === device && !(field in (current.lost ?? {}));
  return !own && unseen(current, field, change);
}

/** @param {Current} current @param {string} field @param {Change} change */
function unseen({ fields, lost = {} }, field, change) {
  const seen = hadSeen(change);
  if (!(field in fields) || hasSeen(seen, fields[field][0])) return false;
  const [was, start] = lost[field] ?? [0, 0];
  return !(change.base < start && hasSeen(seen, was));
}

/** @param {Change} change @returns {Seen} */
function hadSeen({ base, seen = [] }) {
  return seen.length ? seen : [[0, base]];
}

/** @param {Current} current */
function copied({ body, fields, lost, healed: before = 0, seen = [] }) {
  return { body: { ...body }, fields: { ...fields }, lost: { ...lost }, healed: before, seen };
}

/** @template Mark @param {Body} body @param {Mark} mark @returns {Record<string, Mark>} */
function marked(body, mark) {
  return Object.fromEntries(Object.keys(body).map((field) => [field, mark]));
}

/** @param {Seen} seen @param {boolean} [changed] @returns {Merged} */
function gone(seen, changed = true) {
  return { ...PLAIN, body: {}, fields: {}, deleted: true, changed, seen };
}

/** @param {Current} current @returns {Merged} */
function kept({ body, fields, lost = {}, healed: before = 0, seen = [] }) {
  return { ...PLAIN, body, fields, lost, kept: true, changed: false, healed: before, seen };
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
