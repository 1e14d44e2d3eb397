/** Whether what this device keeps of somebody is sealed, and the key to it while the browser is open. */

/**
 * @typedef {{user: string, how: 'guest'}} Guest it is not their own device, and the key is nowhere else
 * @typedef {{user: string, how: 'pin', minutes: number, wrong: number, until: number, closed: boolean, wrapped: import('./code.js').Wrapped}} Lock
 *   minutes: away, after which it locks; wrong: codes in a row; until: no code is tried before (milliseconds); closed: sign in first
 * @typedef {Guest | Lock} Sealing
 */

/** Read before anything else of a page: in localStorage. */
export const SEALING = 'rugwijs-sealing';
/** Of this tab and of what is opened from it: pages come and go, and each needs the key. */
const KEY = 'rugwijs-key';
const CHANNEL = 'rugwijs-key';
/** How often, and how long each time, the other tabs are asked. */
const [TRIES, PATIENCE] = [3, 250];

/** Whose diary is sealed here, and how; null when nobody's is. @returns {Sealing | null} */
export function sealed() {
  return JSON.parse(localStorage.getItem(SEALING) ?? 'null');
}

/** @param {Sealing} sealing */
export function setSealing(sealing) {
  localStorage.setItem(SEALING, JSON.stringify(sealing));
}

/** Keeps the key until this tab is closed. @param {string} user @param {Uint8Array} key */
export function holdKey(user, key) {
  sessionStorage.setItem(KEY, JSON.stringify({ user, key: [...key] }));
}

/** The key, of this tab or of another that is open; null when no tab has it. @param {string} user @returns {Promise<Uint8Array | null>} */
export async function heldKey(user) {
  const mine = keyHere(user);
  if (mine) return mine;
  // A tab that is between two pages answers a little later.
  for (let tries = 0; tries < TRIES; tries += 1) {
    const key = await asked(user);
    if (key === null) continue;
    holdKey(user, key);
    return key;
  }
  return null;
}

/** Forgets the key in this tab. */
export function dropKey() {
  sessionStorage.removeItem(KEY);
}

/** Lets the other tabs have the key while this one is open. @param {string} user @param {() => boolean} may */
export function lendKey(user, may) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    const key = data.ask === user && may() ? keyHere(user) : null;
    if (key) channel.postMessage({ user, key });
  };
}

/** @param {string} user @returns {Uint8Array | null} */
function keyHere(user) {
  const held = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  return held?.user === user ? Uint8Array.from(held.key) : null;
}

/** @param {string} user @returns {Promise<Uint8Array | null>} */
function asked(user) {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    const end = (/** @type {Uint8Array | null} */ key) => {
      channel.close();
      resolve(key);
    };
    const timer = setTimeout(end, PATIENCE, null);
    channel.onmessage = ({ data }) => {
      if (data.user !== user) return;
      clearTimeout(timer);
      end(data.key);
    };
    channel.postMessage({ ask: user });
  });
}
