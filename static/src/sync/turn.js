/** One turn of sync in the database: what to ask, and what the answer changes. */
import { write } from '../store/database.js';
import { newId } from '../store/identity.js';
import { dueAfter } from './earlier.js';
import { offerLost } from './heal.js';

/**
 * @typedef {import('../store/database.js').Op} Op
 * @typedef {import('../store/database.js').Schema} Schema
 * @typedef {import('../store/database.js').StoreName} StoreName
 * @typedef {import('../store/view.js').ServerRecord} ServerRecord
 * @typedef {import('./wire.js').Answer} Answer
 * @typedef {import('./wire.js').Result} Result
 * @typedef {import('idb').IDBPTransaction<Schema, StoreName[], 'readwrite'>} Writing
 * @typedef {{token: string, user: string, device: string, epoch: number | null, cursor: number,
 *   full: boolean, floor: number, pass: string, ops: Op[]}} Turn
 *   token: only the turn that began last may write its answer; pass: names one full pull;
 *   floor: of that pull's first page
 * @typedef {{stale: boolean, again: boolean, moved: boolean, touched: string[], kept: string[]}} Step
 *   stale: a later turn began, nothing was written; again: there is more to do;
 *   moved: the turn got something done; touched, kept: record ids
 */

/** @type {StoreName[]} */
const ALL = ['records', 'outbox', 'refused', 'meta'];

/**
 * Begins a turn with at most `size` ops.
 * @param {string} user @param {number} size @param {number} now milliseconds @returns {Promise<Turn>}
 */
export function begin(user, size, now) {
  return write(user, ALL, async (tx) => {
    const meta = await known(tx);
    const full = meta.mode !== 'pull';
    const turn = {
      token: newId(),
      user,
      device: meta.device ?? newId(),
      epoch: meta.epoch ?? null,
      cursor: meta.cursor ?? 0,
      full,
      floor: meta.floor ?? 0,
      pass: meta.pass ?? newId(),
      ops: full ? [] : await tx.objectStore('outbox').getAll(null, size),
    };
    const { device, pass, token } = turn;
    // What has a higher number never left this device, and may still be taken back without a word.
    const tried = Math.max(meta.tried ?? 0, ...turn.ops.map(({ n }) => n));
    await remember(tx, { device, pass, tried, turn: { token, at: now } });
    return turn;
  });
}

/**
 * Starts over with a full pull: the server has another history than this device knew, or forgot what
 * it missed. A pull that heals and must start again still heals what was lost first.
 * @param {Turn} turn @param {{epoch: number, lostFrom: number} | null} restored
 */
export function startOver(turn, restored) {
  return write(turn.user, ALL, async (tx) => {
    const meta = await known(tx);
    if (meta.turn?.token !== turn.token) return;
    await remember(tx, { mode: 'full', cursor: 0, pass: newId() });
    if (restored === null) return;
    const { epoch, lostFrom } = restored;
    await remember(tx, { epoch, lost_from: Math.min(lostFrom, meta.lost_from ?? Infinity) });
  });
}

/** Takes another name: a device that was put back from a backup numbers its ops anew. @param {Turn} turn */
export function rename(turn) {
  return write(turn.user, ALL, async (tx) => {
    if (await isLast(tx, turn)) await remember(tx, { device: newId() });
  });
}

/** Sets aside the only op of a turn: the server will never take it. @param {Turn} turn @param {string} code */
export function setAside(turn, code) {
  return write(turn.user, ALL, async (tx) => {
    if (await isLast(tx, turn)) await settle(tx, turn.ops, [{ op: turn.ops[0].op, code }]);
  });
}

/**
 * Writes an answer, whole or not at all.
 * @param {Turn} turn @param {Answer} answer @param {number} now milliseconds @returns {Promise<Step>}
 */
export function apply(turn, answer, now) {
  return write(turn.user, ALL, async (tx) => {
    const meta = await known(tx);
    if (meta.turn?.token !== turn.token) return { stale: true, again: false, moved: false, touched: [], kept: [] };
    const { epoch, cursor } = answer;
    const healing = { epoch, lostFrom: meta.lost_from ?? null, now };
    const changed = await layUnder(tx, turn, [...answer.state, ...answer.changes], healing);
    const settled = await settle(tx, turn.ops, answer.results);
    const done = turn.full && !answer.more;
    const gone = done ? await sweep(tx, turn.pass, healing) : [];
    const mode = turn.full && !done ? 'full' : 'pull';
    const floor = turn.cursor === 0 ? answer.floor : turn.floor;
    await remember(tx, { epoch, cursor, floor, mode, last_sync: now, ...dueAfter(turn, answer, meta) });
    if (done) await tx.objectStore('meta').delete('lost_from');
    const again = answer.more || (await tx.objectStore('outbox').count()) > 0;
    if (!again) await tx.objectStore('meta').delete('turn');
    const moved = done || settled.length > 0 || answer.cursor > turn.cursor;
    return { stale: false, again, moved, touched: [...changed, ...settled, ...gone], kept: kept(turn, answer) };
  });
}

/** @param {Turn} turn @param {Answer} answer */
function kept({ ops }, { results }) {
  const names = new Set(results.filter(({ code }) => code === 'kept').map(({ op }) => op));
  return ops.filter(({ op }) => names.has(op)).map(({ id }) => id);
}

/** @param {Writing} tx @param {Turn} turn */
async function isLast(tx, { token }) {
  return (await known(tx)).turn?.token === token;
}

/** @param {Writing} tx @returns {Promise<Record<string, any>>} */
async function known(tx) {
  const rows = await tx.objectStore('meta').getAll();
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** @param {Writing} tx @param {Record<string, unknown>} values */
async function remember(tx, values) {
  const rows = Object.entries(values).map(([name, value]) => ({ name, value }));
  await Promise.all(rows.map((row) => tx.objectStore('meta').put(row)));
}

/**
 * A full pull takes what it meets as it is: after a restore the server's versions may be lower.
 * @param {Writing} tx @param {Turn} turn @param {ServerRecord[]} incoming
 * @param {import('./heal.js').Healing} healing
 */
async function layUnder(tx, { full, pass }, incoming, healing) {
  const records = tx.objectStore('records');
  /** @type {string[]} */
  const changed = [];
  for (const told of incoming) {
    const { id, kind, body, deleted, version, seen } = told;
    const held = await records.get(id);
    const newer = held === undefined || version > held.version;
    if (!newer && !(full && held.pass !== pass)) continue;
    await offerLost(tx, held, told, healing);
    await records.put({ id, kind, body, deleted, version, seen, pass, epoch: healing.epoch });
    if (newer || version < held.version) changed.push(id);
  }
  return changed;
}

/**
 * Ops leave the outbox by their own number, never by record: a newer edit may wait behind.
 * @param {Writing} tx @param {Op[]} ops @param {Result[]} results @returns {Promise<string[]>} record ids
 */
async function settle(tx, ops, results) {
  const answered = new Map(results.map((result) => [result.op, result]));
  const settled = ops.filter(({ op }) => answered.has(op));
  for (const op of settled) {
    const { code = 'bad', problems = [] } = answered.get(op.op) ?? {};
    await tx.objectStore('outbox').delete(op.n);
    if (code !== 'ok' && code !== 'kept') await tx.objectStore('refused').put({ ...op, code, problems });
  }
  return settled.map(({ id }) => id);
}

/**
 * Drops what a whole full pull did not meet.
 * @param {Writing} tx @param {string} pass @param {import('./heal.js').Healing} healing
 */
async function sweep(tx, pass, healing) {
  /** @type {string[]} */
  const gone = [];
  for await (const cursor of tx.objectStore('records')) {
    if (cursor.value.pass === pass) continue;
    gone.push(cursor.value.id);
    await offerLost(tx, cursor.value, null, healing);
    await cursor.delete();
  }
  return gone;
}
