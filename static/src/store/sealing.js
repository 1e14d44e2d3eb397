/** Seals a whole database, or opens it for good: all of it in one transaction, or nothing. */
import { write } from './database.js';
import { inSlices } from './whole.js';
import { SEALED, useSeal } from './seals.js';

/**
 * @typedef {import('./sealed.js').Seal} Seal
 * @typedef {import('./database.js').StoreName} StoreName
 */

/** @type {[StoreName, string][]} each with the name of its key */
const STORES = [['records', 'id'], ['outbox', 'n'], ['refused', 'op'], ['meta', 'name']];
const ALL = STORES.map(([name]) => name);

/** From now on nothing of this person's is readable here without the key. @param {string} user @param {Seal} seal */
export async function sealAll(user, seal) {
  await rewritten(user, (tx) => [tx, seal.over(tx)], seal.mark);
  useSeal(user, seal);
}

/** The rows are as they were before they were sealed. @param {string} user @param {Seal} seal the one in use */
export async function openAll(user, seal) {
  await rewritten(user, (tx) => [tx, seal.under(tx)], null);
  useSeal(user, null);
}

/** @param {string} user @param {(tx: any) => [any, any]} ways to read, and to write @param {unknown} mark what it then says of how it is sealed; null: it is not */
async function rewritten(user, ways, mark) {
  await write(user, ALL, async (tx) => {
    const [from, to] = ways(tx);
    for (const [name, key] of STORES) {
      for (const row of await inSlices(from.objectStore(name), key)) await to.objectStore(name).put(row);
    }
    await (mark ? to.objectStore('meta').put({ name: SEALED, value: mark }) : to.objectStore('meta').delete(SEALED));
  });
}
