/** What a person keeps: every edit is one op in the outbox, and saved when it is on the disk. */
import { isLocal } from './account.js';
import { announce } from './changes.js';
import { read, write } from './database.js';
import { groundOf } from './ground.js';
import { newId } from './identity.js';
import { changedFields, lay } from './view.js';

/**
 * @typedef {import('./view.js').Body} Body
 * @typedef {import('./view.js').Entry} Entry
 * @typedef {import('./database.js').Op} Op
 * @typedef {import('./database.js').Refused} Refused
 */

/** What the app keeps beside what somebody wrote down. */
const BESIDE = ['tip', 'follow', 'week', 'marks'];

/**
 * Keeps an entry; resolves when it is safely on the device, with the op's id or null when nothing changed.
 * @param {string} user
 * @param {{kind: string, id: string, body: Body}} entry the whole entry as it must become
 * @param {number} [now] milliseconds
 * @returns {Promise<string | null>} rejects with a StoreError
 */
export function save(user, { kind, id, body }, now = Date.now()) {
  return amend(user, { kind, id }, () => body, now);
}

/**
 * The same for an entry that is made from what it is now: what another tab changed meanwhile stays.
 * @param {string} user
 * @param {{kind: string, id: string}} entry
 * @param {(body: Body) => Body} make the whole body as it must become, from the present one
 * @param {number} [now] milliseconds
 * @returns {Promise<string | null>} rejects with a StoreError
 */
export function amend(user, { kind, id }, make, now = Date.now()) {
  return edit(user, id, now, (shown) => {
    const wanted = withoutGaps(make(shown?.body ?? {}));
    const fields = changedFields(shown?.body, wanted);
    if (shown && fields.length === 0) return null;
    return { id, kind, body: wanted, fields, deleted: false };
  });
}

/**
 * Deletes an entry; resolves when that is on the device, with the op's id or null when there was none.
 * @param {string} user @param {string} id @param {number} [now] milliseconds
 * @returns {Promise<string | null>} rejects with a StoreError
 */
export function remove(user, id, now = Date.now()) {
  return edit(user, id, now, (shown) =>
    shown ? { id, kind: shown.kind, body: null, fields: [], deleted: true } : null,
  );
}

/** Every entry, as the person sees it. @param {string} user @returns {Promise<Entry[]>} */
export function view(user) {
  return read(user, ['records', 'outbox'], async (tx) => {
    const [records, ops] = await Promise.all([
      tx.objectStore('records').getAll(),
      tx.objectStore('outbox').getAll(),
    ]);
    return lay(records, ops);
  });
}

/** One entry, as the person sees it. @param {string} user @param {string} id @returns {Promise<Entry | null>} */
export function viewOf(user, id) {
  return read(user, ['records', 'outbox'], async (tx) => {
    const [record, ops] = await Promise.all([
      tx.objectStore('records').get(id),
      tx.objectStore('outbox').index('id').getAll(id),
    ]);
    return lay(record ? [record] : [], ops)[0] ?? null;
  });
}

/** How many edits are not sent yet. @param {string} user @returns {Promise<number>} */
export function pending(user) {
  return read(user, ['outbox'], (tx) => tx.objectStore('outbox').count());
}

/** How many edits of something that was written down are not sent yet. @param {string} user @returns {Promise<number>} */
export function pendingNotes(user) {
  return read(user, ['outbox'], async (tx) => (await waiting(tx)).notes);
}

/**
 * How many edits wait, and how many of them are of something that was written down. They are counted
 * and not read: ten years of them would stop the page.
 * @param {{objectStore(name: 'outbox'): any}} tx @returns {Promise<{pending: number, notes: number}>}
 */
export async function waiting(tx) {
  const outbox = tx.objectStore('outbox');
  const [pending, ...beside] = await Promise.all([outbox.count(), ...BESIDE.map((kind) => outbox.index('kind').count(kind))]);
  return { pending, notes: beside.reduce((left, many) => left - many, pending) };
}

/** How many of these edits are of something that was written down. @param {{kind: string}[]} edits */
export function notesAmong(edits) {
  return edits.filter(({ kind }) => !BESIDE.includes(kind)).length;
}

/** The edits that are not sent yet, for a file to take along. @param {string} user @returns {Promise<Op[]>} */
export function unsent(user) {
  return read(user, ['outbox'], (tx) => tx.objectStore('outbox').getAll());
}

/** The edits that the server refused, with the reason. @param {string} user @returns {Promise<Refused[]>} */
export function refused(user) {
  return read(user, ['refused'], (tx) => tx.objectStore('refused').getAll());
}

/** Takes a refused edit off the list, once the person has seen to it. @param {string} user @param {string} op */
export function dismiss(user, op) {
  return write(user, ['refused'], (tx) => tx.objectStore('refused').delete(op));
}

/**
 * One transaction: what the person sees is read where the edit is written, or `base` could lie.
 * @param {string} user @param {string} id @param {number} now
 * @param {(shown: Entry | undefined) => import('./view.js').Edit | null} change
 */
async function edit(user, id, now, change) {
  const op = await write(user, ['records', 'outbox'], async (tx) => {
    const [record, ops] = await Promise.all([tx.objectStore('records').get(id), tx.objectStore('outbox').index('id').getAll(id)]);
    const changed = change(lay(record ? [record] : [], ops)[0]);
    if (changed === null) return null;
    const op = newId();
    if (isLocal(user)) ask(settle(tx.objectStore('records'), changed));
    else ask(tx.objectStore('outbox').add(/** @type {Op} */ ({ ...changed, op, ...groundOf(record, ops), saved: now })));
    return op;
  });
  if (op !== null) announce({ user, what: 'saved', ids: [id] });
  return op;
}

/** What is asked last is not waited for: who leaves the page at once has still asked for the whole. @param {Promise<unknown>} asked */
function ask(asked) {
  // What goes wrong ends the transaction, and is told by that.
  asked.catch(() => undefined);
}

/**
 * Without an account nothing waits for a server, and no other device must hear of a delete.
 * @param {any} records @param {import('./view.js').Edit} edit @returns {Promise<unknown>}
 */
export function settle(records, { id, kind, body, deleted }) {
  return deleted ? records.delete(id) : records.put({ id, kind, body, deleted, version: 0 });
}

/** Missing is an absent field. @param {Body} body @returns {Body} */
function withoutGaps(body) {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== null));
}
