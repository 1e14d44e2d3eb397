/**
 * A page that was left may be kept asleep, to come back to. In Safari its unfinished transactions
 * then hold the database, and every other page waits without end (jakearchibald/idb-keyval#180).
 * So leaving breaks them off, and what they were for is done when the page is back. Chromium lets
 * them end, or throws the page away: what was saved in the moment of leaving is not to be lost there.
 */

/** @typedef {{done: Promise<unknown>, abort(): void}} Transaction */

/** @type {Set<Transaction>} */
const live = new Set();
/** @type {Promise<void> | null} */
let away = null;
let comeBack = () => {};

globalThis.addEventListener?.('pagehide', (event) => event.persisted && !letsThemEnd() && leave());
globalThis.addEventListener?.('pageshow', () => {
  away = null;
  comeBack();
});

/** Resolves when somebody looks at this page: at once, as a rule. */
export async function here() {
  while (away) await away;
}

/** Breaks this one off when the page is left before it ends. @template {Transaction} T @param {T} tx @returns {T} */
export function untilLeft(tx) {
  const forget = () => void live.delete(tx);
  live.add(tx);
  tx.done.then(forget, forget);
  return tx;
}

/** There is nothing to ask for but this: Chromium alone tells a page that it is put to sleep. */
function letsThemEnd() {
  return 'onfreeze' in (globalThis.document ?? {});
}

function leave() {
  away = new Promise((go) => (comeBack = go));
  for (const tx of live) {
    try {
      tx.abort();
    } catch {
      // It was being written already.
    }
  }
}
