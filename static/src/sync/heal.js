/**
 * After a backup was put back on the server: what this device knows and the server lost is offered
 * again. An offer is an op that says at which lost version the record was so (`was`).
 */
import { newId } from '../store/identity.js';

/**
 * @typedef {import('../store/database.js').StoredRecord} StoredRecord
 * @typedef {import('../store/view.js').ServerRecord} ServerRecord
 * @typedef {import('./turn.js').Writing} Writing
 * @typedef {{epoch: number, lostFrom: number | null, now: number}} Healing
 *   epoch: of the server now; lostFrom: null when nothing was lost
 */

/**
 * Offers a record as this device held it, when the server may have lost that state.
 * @param {Writing} tx
 * @param {StoredRecord | undefined} held
 * @param {ServerRecord | null} told the record as the server has it now; null when it has none
 * @param {Healing} healing
 */
export async function offerLost(tx, held, told, { epoch, lostFrom, now }) {
  // Also what is the same on both sides: another device may know it as it was for a while between.
  if (held === undefined || lostFrom === null || held.epoch === epoch || held.version <= lostFrom) return;
  const { id, kind, deleted, version, seen } = held;
  const outbox = tx.objectStore('outbox');
  const edits = (await outbox.index('id').getAll(id)).filter(({ was }) => was === undefined);
  const fields = deleted ? [] : Object.keys({ ...told?.body, ...held.body }).sort();
  const body = deleted ? null : held.body;
  await add(outbox, { op: newId(), id, kind, base: version, was: version, seen, body, fields, deleted, saved: now });
  // What the person changed since stands behind it, in sight and on its way.
  for (const { n, ...edit } of edits) {
    await outbox.delete(n);
    await add(outbox, edit);
  }
}

/** @param {{add(op: any): Promise<unknown>}} outbox @param {Omit<import('../store/database.js').Op, 'n'>} op */
function add(outbox, op) {
  return outbox.add(op);
}
