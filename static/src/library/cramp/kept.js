/** Cramps of somebody who is not signed in: on this device only, until the person says what to do. */

/** @typedef {{id: string, body: import('../../store/view.js').Body}} Kept */

const NAME = 'rugwijs-kept-cramps';

/** @returns {Kept[]} */
export function keptHere() {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** Throws when the device has no room. @param {Kept} cramp */
export function keepHere(cramp) {
  write([...keptHere(), cramp]);
}

/** Takes these off the list; what another tab kept meanwhile stays. @param {Kept[]} cramps */
export function letGoOf(cramps) {
  const gone = new Set(cramps.map(({ id }) => id));
  write(keptHere().filter(({ id }) => !gone.has(id)));
}

/** @param {Kept[]} cramps */
function write(cramps) {
  if (cramps.length === 0) localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, JSON.stringify(cramps));
}
