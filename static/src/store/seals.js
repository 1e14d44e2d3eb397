/** By whom the rows of each person are sealed and opened in this tab. */

/** @typedef {import('./sealed.js').Seal} Seal */

/** The row in `meta` that says that the others are sealed. */
export const SEALED = 'sealed';
/** @type {WeakMap<IDBFactory, Map<string, Seal>>} */
const seals = new WeakMap();

/** From now on this person's rows are sealed and opened so; null: they are as they are. @param {string} user @param {Seal | null} seal */
export function useSeal(user, seal) {
  if (seal) here().set(user, seal);
  else here().delete(user);
}

/** What a new database says of how it is sealed; undefined when it is not. @param {string} user */
export function markFor(user) {
  return here().get(user)?.mark;
}

/** Whether this tab has the key. @param {string} user */
export function isSealed(user) {
  return here().has(user);
}

/** A transaction that seals and opens where that must be done. @template T @param {string} user @param {T} tx @returns {T} */
export function layered(user, tx) {
  return here().get(user)?.over(tx) ?? tx;
}

function here() {
  const mine = seals.get(indexedDB) ?? new Map();
  seals.set(indexedDB, mine);
  return mine;
}
