/** The server's rules in memory, to test the device against. The real server: webapp/sync. */
import { merge } from './merge.js';

/**
 * @typedef {{op: string, n: number, id: string, kind: string, base: number,
 *   body: Record<string, unknown> | null, fields: string[], deleted: boolean}} Op
 * @typedef {{v: 1, user: string, device: string, epoch: number | null, cursor: number, fresh: boolean,
 *   ops: Op[]}} Request
 * @typedef {import('./merge.js').Current & {id: string, kind: string, version: number}} Row
 * @typedef {{op: string, code: string, problems?: {field: string, code: string}[]}} Result
 * @typedef {{op: string, values: unknown[]}} Loss values that an op took away without a history
 */

export class Twin {
  epoch = 1;
  version = 0;
  /** @type {Map<string, Row>} */
  rows = new Map();
  /** @type {Map<string, Result>} */
  remembered = new Map();
  /** @type {{id: string, field: string, value: unknown}[]} */
  history = [];
  /** @type {Loss[]} */
  losses = [];
  /** @type {Map<string, number>} the last op number of each device */
  numbers = new Map();
  /** @type {Request[]} every request that came in */
  heard = [];

  /** @param {string} user whose account this is @param {{page?: number, room?: number}} [limits] room: bytes */
  constructor(user, { page = 500, room = 256_000 } = {}) {
    this.user = user;
    this.page = page;
    this.room = room;
  }

  /** @param {string} _address @param {RequestInit} init @returns {Promise<Response>} */
  fetch = async (_address, init) => this.answer(String(init.body));

  /** @param {string} text @returns {Response} */
  answer(text) {
    /** @type {Request} */
    const request = JSON.parse(text);
    this.heard.push(request);
    if (text.length > this.room) return refusal(413, 'too_large');
    if (request.user !== this.user) return refusal(403, 'wrong_user');
    const { epoch, cursor } = request;
    if ((epoch !== null && epoch !== this.epoch) || cursor > this.version) return refusal(409, 'epoch');
    const fresh = request.ops.filter(({ op }) => !this.remembered.has(op)).map(({ n }) => n);
    if (Math.min(...fresh) <= (this.numbers.get(request.device) ?? 0)) return refusal(409, 'newdev');
    if (fresh.length) this.numbers.set(request.device, Math.max(...fresh));
    return Response.json(this.transaction(request));
  }

  /** The entries that exist: id to body. */
  view() {
    const alive = [...this.rows.values()].filter((row) => !row.deleted);
    return Object.fromEntries(alive.map(({ id, body }) => [id, body]).sort());
  }

  /** @param {Request} request */
  transaction({ ops, cursor, device }) {
    let version = this.version;
    this.version += ops.length;
    const results = ops.map((op) => this.once(op, device, (version += 1)));
    const touched = new Set(ops.map(({ id }) => id));
    const past = [...this.rows.values()].filter((row) => row.version > cursor);
    const changes = past.sort((a, b) => a.version - b.version).slice(0, this.page);
    const more = past.length > changes.length;
    return {
      epoch: this.epoch,
      results,
      state: [...this.rows.values()].filter(({ id }) => touched.has(id)).map(told),
      changes: changes.map(told),
      cursor: more ? changes[changes.length - 1].version : this.version,
      more,
      now: '2026-11-22T09:00:00Z',
    };
  }

  /** @param {Op} op @param {string} device @param {number} version @returns {Result} */
  once(op, device, version) {
    const known = this.remembered.get(op.op);
    if (known) return known;
    const result = this.judged(op, device, version);
    this.remembered.set(op.op, result);
    return result;
  }

  /** @param {Op} op @param {string} device @param {number} version @returns {Result} */
  judged(op, device, version) {
    if (op.body?.worst === 'much') {
      return { op: op.op, code: 'bad', problems: [{ field: 'worst', code: 'bad_type' }] };
    }
    const row = this.rows.get(op.id) ?? null;
    const merged = merge(row, op, version, device);
    if (merged.kept) return { op: op.op, code: 'kept' };
    for (const [field, value] of Object.entries(merged.overwritten)) {
      this.history.push({ id: op.id, field, value });
    }
    if (row) this.losses.push({ op: op.op, values: lost(row.body, merged) });
    const { body, fields, deleted } = merged;
    if (merged.changed) this.rows.set(op.id, { id: op.id, kind: op.kind, body, fields, deleted, version });
    return { op: op.op, code: 'ok' };
  }
}

/** The values that a change took away without keeping them in the history. @param {Record<string, unknown>} before @param {import('./merge.js').Merged} after */
function lost(before, { body, overwritten }) {
  const gone = Object.keys(before).filter((field) => before[field] !== body[field] && !(field in overwritten));
  return gone.map((field) => before[field]);
}

/** @param {Row} row */
function told({ id, kind, body, deleted, version }) {
  return { id, kind, body: { ...body }, deleted, version };
}

/** @param {number} status @param {string} code @param {Record<string, string>} [headers] */
export function refusal(status, code, headers = {}) {
  return Response.json({ error: { code, message: code } }, { status, headers });
}
