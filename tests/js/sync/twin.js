/** The server's rules in memory, to test the device against. The real server: webapp/sync. */
import { merge } from './merge.js';
import { toldApart } from './seen.js';

/**
 * @typedef {{op: string, n: number, id: string, kind: string, base: number,
 *   body: Record<string, unknown> | null, fields: string[], deleted: boolean, was?: number,
 *   seen?: import('./seen.js').Seen}} Op
 * @typedef {{v: 1, schema: number, user: string, device: string, epoch: number | null, cursor: number,
 *   fresh: boolean, floor: number, ops: Op[]}} Request
 * @typedef {import('./merge.js').Current & {id: string, kind: string, version: number}} Row
 * @typedef {{op: string, code: string, problems?: {field: string, code: string}[]}} Result
 * @typedef {{op: string, values: unknown[]}} Loss values that an op took away without a history
 */

/** As far as the device's tests go. Of the real check: webapp/tracker/records.py. */
const HIGHEST = { caffeine_mg: 1500, minutes: 10_080, worst: 10 };
const JUMP = 1_000_000;

export class Twin {
  epoch = 1;
  version = 0;
  floor = 0;
  /** The version with which the epoch began. */
  start = 0;
  /** @type {Map<number, number>} epochs that a restore ended, and from where they may be lost */
  ended = new Map();
  /** How often this server was set back; no backup holds it. */
  restores = 0;
  /** @type {Map<string, Row>} */
  rows = new Map();
  /** @type {Map<string, Result>} */
  remembered = new Map();
  /** @type {{id: string, field: string, value: unknown, version: number}[]} */
  history = [];
  /** @type {Loss[]} */
  losses = [];
  /** @type {Set<unknown>} earlier values that went with a record that a person deleted */
  emptied = new Set();
  /** @type {Map<string, number>} the last op number of each device */
  numbers = new Map();
  /** @type {Request[]} every request that came in */
  heard = [];

  /**
   * @param {string} user whose account this is
   * @param {{page?: number, room?: number, epoch?: number}} [limits] room: bytes
   */
  constructor(user, { page = 500, room = 256_000, epoch = 1 } = {}) {
    this.user = user;
    this.page = page;
    this.room = room;
    this.epoch = epoch;
  }

  /** @param {string} _address @param {RequestInit} init @returns {Promise<Response>} */
  fetch = async (_address, init) => this.answer(String(init.body));

  /** @param {string} text @param {boolean} [consent] @returns {Response} */
  answer(text, consent = true) {
    /** @type {Request} */
    const request = JSON.parse(text);
    this.heard.push(request);
    if (Buffer.byteLength(text) > this.room) return refusal(413, 'too_large');
    if (request.user !== this.user) return refusal(403, 'wrong_user');
    if (!consent) return refusal(403, 'consent');
    const { epoch, cursor, fresh: anew, floor } = request;
    const known = epoch === this.epoch || (epoch === null && cursor === 0);
    if (!known || cursor > this.version) return this.otherEpoch(epoch);
    if (cursor < this.floor && !(anew && (cursor === 0 || floor === this.floor))) return refusal(410, 'resync');
    const fresh = request.ops.filter(({ op }) => !this.remembered.has(op)).map(({ n }) => n);
    if (Math.min(...fresh) <= (this.numbers.get(request.device) ?? 0)) return refusal(409, 'newdev');
    if (fresh.length) this.numbers.set(request.device, Math.max(...fresh));
    return Response.json(this.transaction(request));
  }

  /** @param {number | null} epoch */
  otherEpoch(epoch) {
    const lowest = Math.min(...this.ended.values(), Infinity);
    const lost = this.ended.get(epoch ?? 0) ?? (lowest === Infinity ? 0 : lowest);
    return Response.json({ error: { code: 'epoch', epoch: this.epoch, lost_from: lost } }, { status: 409 });
  }

  /** What a backup holds. */
  backup() {
    const { epoch, version, floor, ended, rows, remembered, history, numbers } = this;
    return structuredClone({ epoch, version, floor, ended, rows, remembered, history, numbers });
  }

  /** Puts a backup back, and begins a new epoch. @param {ReturnType<Twin['backup']>} backup */
  restore(backup) {
    Object.assign(this, structuredClone(backup));
    this.restores += 1;
    this.ended.set(this.epoch, this.version);
    this.epoch = 1000 * this.restores;
    // Time goes on over restores: a later one jumps further, whichever backup it was.
    this.version = this.start = Math.max(this.version + JUMP, this.restores * 1000 * JUMP);
  }

  /** Collects every tombstone, as the purge does with the old ones. */
  collect() {
    for (const [id, { deleted, version }] of this.rows) {
      if (!deleted) continue;
      this.rows.delete(id);
      this.floor = Math.max(this.floor, version);
    }
  }

  /** Empties the history of a record that its owner deleted. @param {string} record */
  forget(record) {
    for (const { id, value } of this.history) if (id === record) this.emptied.add(value);
    this.history = this.history.filter(({ id }) => id !== record);
  }

  /** The entries that exist: id to body. */
  view() {
    const alive = [...this.rows.values()].filter((row) => !row.deleted);
    return Object.fromEntries(alive.map(({ id, body }) => [id, body]).sort());
  }

  /** @param {Request} request */
  transaction({ ops, cursor, device }) {
    const results = ops.map((op) => this.once(op, device));
    const touched = new Set(ops.map(({ id }) => id));
    const past = [...this.rows.values()].filter((row) => row.version > cursor);
    const changes = past.sort((a, b) => a.version - b.version).slice(0, this.page);
    const more = past.length > changes.length;
    return {
      schema: 1,
      epoch: this.epoch,
      floor: this.floor,
      results,
      state: [...this.rows.values()].filter(({ id }) => touched.has(id)).map(told),
      changes: changes.map(told),
      cursor: more ? changes[changes.length - 1].version : this.version,
      more,
      now: '2026-11-22T09:00:00Z',
    };
  }

  /** @param {Op} op @param {string} device @returns {Result} */
  once(op, device) {
    const known = this.remembered.get(op.op);
    if (known) return known;
    this.version += 1;
    const result = this.judged(op, device, this.version);
    this.remembered.set(op.op, result);
    return result;
  }

  /** @param {Op} op @param {string} device @param {number} version @returns {Result} */
  judged(op, device, version) {
    const problems = op.deleted ? [] : problemsOf(op.body ?? {});
    if (problems.length) return { op: op.op, code: 'bad', problems };
    const row = this.rows.get(op.id) ?? null;
    const merged = merge(row, op, version, device, this.start);
    for (const [field, value] of Object.entries(merged.overwritten)) {
      this.history.push({ id: op.id, field, value, version });
    }
    if (row) this.losses.push({ op: op.op, values: lost(row.body, merged) });
    const { body, fields, deleted, lost: places, healed, seen } = merged;
    if (deleted) this.forget(op.id);
    if (merged.changed) {
      this.rows.set(op.id, { id: op.id, kind: op.kind, body, fields, deleted, lost: places, healed, seen, version });
    }
    return { op: op.op, code: merged.kept ? 'kept' : 'ok' };
  }
}

/** @param {Record<string, unknown>} body */
function problemsOf(body) {
  return Object.entries(HIGHEST).flatMap(([field, highest]) => {
    const value = body[field];
    if (typeof value === 'number' && value > highest) return [{ field, code: 'out_of_range' }];
    return value === 'much' ? [{ field, code: 'wrong_type' }] : [];
  });
}

/** The values that a change took away without keeping them in the history. @param {Record<string, unknown>} before @param {import('./merge.js').Merged} after */
function lost(before, { body, overwritten }) {
  const gone = Object.keys(before).filter((field) => before[field] !== body[field] && !(field in overwritten));
  return gone.map((field) => before[field]);
}

/** @param {Row} row */
function told({ id, kind, body, deleted, version, seen = [] }) {
  const apart = toldApart(seen, version);
  return { id, kind, body: { ...body }, deleted, version, ...(apart.length && { seen: apart }) };
}

/** @param {number} status @param {string} code @param {Record<string, string>} [headers] */
export function refusal(status, code, headers = {}) {
  return Response.json({ error: { code, message: code } }, { status, headers });
}
