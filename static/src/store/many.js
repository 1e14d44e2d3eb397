/** Many edits at once: all of them are on the device, or none is. */
import { isLocal } from './account.js';
import { announce } from './changes.js';
import { write } from './database.js';
import { settle } from './entries.js';
import { groundOf } from './ground.js';
import { newId } from './identity.js';
import { held, seenIn } from './whole.js';

/**
 * @typedef {import('./view.js').Edit} Edit
 * @typedef {import('./whole.js').Held} Held
 * @typedef {import('./database.js').Op} Op
 * @typedef {import('./whole.js').Seen & {here: Op[], meta: Record<string, any>}} Seen
 *   here: the edits that never left the device; meta: what the device remembers
 * @typedef {{drop?: Iterable<Op | null>, edits: Iterable<Edit | null>, remember(first: number, last: number): Record<string, unknown>}} Changes
 *   drop: edits that will not be sent, of those that never were; edits: read after these; null in either: nothing; remember: what to
 *   keep in meta, undefined to forget, given the numbers of the first and the last new op
 */

/** Edits between two pauses. */
const SLICE = 100;
/** What a sync remembers that it may have sent: no op above this number ever left the device. */
const TRIED = 'tried';

/**
 * Reads what there is, and writes what `decide` makes of it, in one transaction.
 * @param {string} user
 * @param {(seen: Seen) => Changes} decide it may be called twice
 * @param {number} [now] milliseconds
 * @returns {Promise<void>} rejects with a StoreError, and then nothing was changed
 */
export async function editMany(user, decide, now = Date.now()) {
  await write(user, ['records', 'outbox', 'meta'], async (tx) => {
    const [outbox, meta] = [tx.objectStore('outbox'), tx.objectStore('meta')];
    const before = await held(tx);
    const known = Object.fromEntries((await meta.getAll()).map(({ name, value }) => [name, value]));
    const here = before.ops.filter(({ n }) => n > (known[TRIED] ?? Infinity));
    const changes = decide({ ...seenIn(before), here, meta: known });
    await inSlices(changes.drop ?? [], (op) => (op ? outbox.delete(op.n) : outbox.count()));
    const [first, last] = isLocal(user)
      ? await laid(tx.objectStore('records'), changes.edits)
      : await added(outbox, changes.edits, groundsOf(before), now);
    for (const [name, value] of Object.entries(changes.remember(first, last))) {
      await (value === undefined ? meta.delete(name) : meta.put({ name, value }));
    }
  });
  announce({ user, what: 'saved' });
}

/** What the person had seen of each record. @param {Held} before @returns {Map<string, import('./ground.js').Ground>} */
function groundsOf({ records, ops }) {
  const grounds = new Map(records.map((record) => [record.id, groundOf(record, [])]));
  for (const op of [...ops].reverse().sort((a, b) => b.base - a.base)) grounds.set(op.id, groundOf(undefined, [op]));
  return grounds;
}

/**
 * The numbers of the first and the last new op; noughts when there is none.
 * @param {any} outbox @param {Iterable<Edit | null>} edits @param {Map<string, import('./ground.js').Ground>} grounds @param {number} saved
 */
async function added(outbox, edits, grounds, saved) {
  /** @type {number[]} */
  const numbers = [];
  await inSlices(edits, async (edit) => {
    // What stays as it is asks something too: a transaction with nothing to do would end.
    if (edit === null) return void (await outbox.count());
    numbers.push(await outbox.add({ ...edit, op: newId(), ...(grounds.get(edit.id) ?? { base: 0 }), saved }));
  });
  return [numbers[0] ?? 0, numbers.at(-1) ?? 0];
}

/** The same without an account: noughts, for there are no ops. @param {any} records @param {Iterable<Edit | null>} edits */
async function laid(records, edits) {
  await inSlices(edits, (edit) => (edit === null ? records.count() : settle(records, edit)));
  return [0, 0];
}

/**
 * Asks `SLICE` things of the database at once, then takes a breath while it answers.
 * @template T
 * @param {Iterable<T>} things @param {(thing: T) => Promise<unknown>} ask
 */
async function inSlices(things, ask) {
  /** @type {Promise<unknown>[]} */
  let asked = [];
  for (const thing of things) {
    asked.push(ask(thing));
    if (asked.length < SLICE) continue;
    await Promise.all(asked);
    asked = [];
  }
  await Promise.all(asked);
}
