/** The server's rules in memory, to test the device against. The real server: webapp/sync. */

/**
 * @typedef {{op: string, n: number, id: string, kind: string, base: number,
 *   body: Record<string, unknown> | null, fields: string[], deleted: boolean}} Op
 * @typedef {{v: 1, user: string, device: string, epoch: number | null, cursor: number, fresh: boolean,
 *   ops: Op[]}} Request
 * @typedef {{version: number, device: string}} Mark
 * @typedef {{id: string, kind: string, body: Record<string, unknown>, deleted: boolean, version: number,
 *   marks: Map<string, Mark>}} Row
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
    const row = this.rows.get(op.id);
    const alive = row !== undefined && !row.deleted;
    if (op.deleted) {
      if (!alive) return { op: op.op, code: 'ok' };
      const unseen = [...row.marks.values()].some((mark) => mark.version > op.base && mark.device !== device);
      if (unseen) return { op: op.op, code: 'kept' };
      this.lose(op, row, Object.keys(row.body));
      Object.assign(row, { body: {}, deleted: true, version, marks: new Map() });
    } else if (!alive) {
      const marks = new Map(Object.keys(op.body ?? {}).map((field) => [field, { version, device }]));
      this.rows.set(op.id, { id: op.id, kind: op.kind, body: { ...op.body }, deleted: false, version, marks });
    } else {
      this.merge(op, device, row, version);
    }
    return { op: op.op, code: 'ok' };
  }

  /** @param {Op} op @param {string} device @param {Row} row @param {number} version */
  merge(op, device, row, version) {
    for (const field of op.fields) {
      const unseen = (row.marks.get(field)?.version ?? 0) > op.base;
      if (unseen) this.history.push({ id: op.id, field, value: row.body[field] });
      else this.lose(op, row, [field]);
      if (op.body && field in op.body) row.body[field] = op.body[field];
      else delete row.body[field];
      row.marks.set(field, { version, device });
    }
    row.version = version;
  }

  /** @param {Op} op @param {Row} row @param {string[]} fields */
  lose({ op }, row, fields) {
    const there = fields.filter((field) => field in row.body);
    this.losses.push({ op, values: there.map((field) => row.body[field]) });
  }
}

/** @param {Row} row */
function told({ id, kind, body, deleted, version }) {
  return { id, kind, body: { ...body }, deleted, version };
}

/** @param {number} status @param {string} code @param {Record<string, string>} [headers] */
export function refusal(status, code, headers = {}) {
  return Response.json({ error: { code, message: code } }, { status, headers });
}
