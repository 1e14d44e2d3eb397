/** The lock on a diary: put on, opened with its code, and taken off. Nothing is lost wherever one of them is cut off. */
import { announce } from './changes.js';
import { read } from './database.js';
import { newKey, unwrap, wrap } from './code.js';
import { holdKey, sealed, SEALING, setSealing } from './key.js';
import { sealWith } from './sealed.js';
import { openAll, sealAll } from './sealing.js';
import { SEALED, useSeal } from './seals.js';

/**
 * @typedef {import('./key.js').Lock} Lock
 * @typedef {{state: 'open', key: Uint8Array} | {state: 'wrong', left: number} | {state: 'wait', until: number} | {state: 'closed'}} Tried
 *   left: tries before it is closed; until: milliseconds
 */

export const TRIES = 10;
/** Wrong codes that cost no waiting. */
const FREE = 3;
const [FIRST_WAIT, LONGEST_WAIT] = [30_000, 3_600_000];

/** Puts the lock on. The wrapped key is with the rows: what is sealed without it would be lost. @param {string} user @param {string} code @param {number} minutes away, after which it locks */
export async function putLockOn(user, code, minutes) {
  const key = newKey();
  /** @type {Lock} */
  const lock = { user, how: 'pin', minutes, wrong: 0, until: 0, closed: false, wrapped: await wrap(key, code) };
  setSealing(lock);
  holdKey(user, key);
  await sealAll(user, sealWith(key, lock));
  announce({ user, what: 'locked' });
  return lock;
}

/** Takes it off again; the diary must be open. @param {string} user @param {Uint8Array} key */
export async function takeLockOff(user, key) {
  await openAll(user, sealWith(key));
  localStorage.removeItem(SEALING);
  announce({ user, what: 'locked' });
}

/** Tries a code. @param {Lock} lock @param {string} code @param {boolean} closes whether too many wrong ones close it @param {number} [now] @returns {Promise<Tried>} */
export async function tryCode(lock, code, closes, now = Date.now()) {
  if (lock.closed) return { state: 'closed' };
  if (lock.until > now) return { state: 'wait', until: lock.until };
  const key = await unwrap(lock.wrapped, code);
  if (key) {
    setSealing({ ...lock, wrong: 0, until: 0 });
    return { state: 'open', key };
  }
  const wrong = lock.wrong + 1;
  const wait = wrong < FREE ? 0 : Math.min(FIRST_WAIT * 2 ** (wrong - FREE), LONGEST_WAIT);
  const closed = closes && wrong >= TRIES;
  setSealing({ ...lock, wrong, until: now + wait, closed });
  if (closed) return { state: 'closed' };
  return wait ? { state: 'wait', until: now + wait } : { state: 'wrong', left: TRIES - wrong };
}

/** Uses the key; what a lock that was cut off left readable is sealed now. @param {string} user @param {Uint8Array} key */
export async function open(user, key) {
  const seal = sealWith(key, sealed());
  if ((await markOf(user)) === null) await sealAll(user, seal);
  else useSeal(user, seal);
}

/** What the database says of its own lock; null when it has none, or is not there. @param {string} user @returns {Promise<any>} */
export function markOf(user) {
  return read(user, ['meta'], async (tx) => (await tx.objectStore('meta').get(SEALED))?.value ?? null);
}
