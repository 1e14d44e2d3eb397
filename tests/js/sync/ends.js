/** Where a history ends, in the form and with the hash of tests/histories/ends.py. */
import { createHash } from 'node:crypto';

import { entryOf, RECORDS, USERS } from './cast.js';
import { toldApart } from './seen.js';

/**
 * @typedef {import('./world.js').World} World
 * @typedef {Map<string, number>} Names the number of each record, by its id
 */

/** Everything that anybody holds, and what each step came to. @param {World} world */
export async function ends(world) {
  const names = await Promise.all(USERS.map(namesOf));
  const devices = world.phones.map((phone) =>
    Promise.all(USERS.map((user, who) => kept(phone, user, names[who], world.twins[who].epoch))),
  );
  return {
    log: [...world.log],
    devices: await Promise.all(devices),
    server: world.twins.map((twin, who) => held(twin, names[who])),
  };
}

/** The hash of it. @param {unknown} told */
export function digest(told) {
  return createHash('sha256').update(canonical(told)).digest('hex');
}

/** JSON with its keys in order. @param {any} value @returns {string} */
export function canonical(value) {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.keys(part).sort().map((key) => [key, part[key]]))
      : part,
  );
}

/** @param {string} user @returns {Promise<Names>} */
async function namesOf(user) {
  const ids = Array.from({ length: RECORDS }, async (_, record) => (await entryOf(user, record)).id);
  return new Map((await Promise.all(ids)).map((id, record) => [id, record]));
}

/** @param {import('./phone.js').Phone} phone @param {string} user @param {Names} names @param {number} epoch */
async function kept(phone, user, names, epoch) {
  if (!(await phone.people()).includes(user)) return null;
  const { records, outbox, refused, meta } = await phone.held(user);
  const known = Object.fromEntries(meta.map(({ name, value }) => [name, value]));
  return {
    records: records.map((row) => record(row, names)).sort((a, b) => a.id - b.id),
    outbox: outbox.map((op) => edit(op, names)),
    refused: refused.map((op) => edit(op, names)).sort((a, b) => a.n - b.n),
    cursor: known.cursor ?? 0,
    mode: known.mode ?? 'full',
    level: (known.epoch ?? null) === epoch,
  };
}

/** @param {import('./twin.js').Twin} twin @param {Names} names */
function held(twin, names) {
  const rows = [...twin.rows.values()].sort((a, b) => a.version - b.version);
  const history = rows.map(({ id }) => [
    names.get(id),
    twin.history.filter((one) => one.id === id).map(({ field, value }) => [field, value]),
  ]);
  /** @type {Record<string, number>} */
  const results = {};
  for (const { code } of twin.remembered.values()) results[code] = (results[code] ?? 0) + 1;
  return { rows: rows.map((row) => record(row, names)), history: Object.fromEntries(history), results };
}

/** @param {any} row @param {Names} names */
function record({ id, kind, body, deleted, version, seen = [] }, names) {
  return { id: names.get(id) ?? -1, kind, body, deleted, version, seen: toldApart(seen, version) };
}

/** @param {any} op @param {Names} names */
function edit({ id, op: _op, saved: _saved, ...rest }, names) {
  return { ...rest, id: names.get(id) };
}
