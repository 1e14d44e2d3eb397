/** Who is signed in, as the server says it, and how a device is left behind clean. */
import { become, becomeLocal, current, forget, localDiary } from '../store/account.js';
import { announce } from '../store/changes.js';
import { wipe } from '../store/database.js';
import { pending, refused } from '../store/entries.js';
import { sealed, SEALING, setSealing } from '../store/key.js';
import { forgetDevice, keptDevices } from './devices.js';
import { sync } from './engine.js';
import { browserMeans } from './means.js';
import { limited } from './wire.js';

/**
 * @typedef {import('./means.js').Means} Means
 * @typedef {{user: string | null, signedIn: boolean | null, language?: string, switched: boolean}} Session
 *   user: whose device this is; signedIn: null when the server could not be asked
 */

/** Set when somebody signed out and the server does not know it yet. */
const DUE = 'rugwijs-sign-out-due';
const LAST_TRY = 10_000; // what waits may be much, and a phone slow
const ASK_LIMIT = 10_000;
/** Caches whose names begin so hold something personal. */
export const PERSONAL_CACHE = 'rugwijs-personal';

/**
 * Asks the server who is signed in, and makes that the account of this device. Another person's
 * database and outbox stay where they are, and are not touched until that person is back.
 * @param {Means} [means]
 * @returns {Promise<Session>}
 */
export async function checkSession(means = browserMeans()) {
  const before = current();
  const due = localStorage.getItem(DUE) !== null;
  if (!(await finishSignOut(means))) return { user: before, signedIn: null, switched: false };
  if (due) return { user: before, signedIn: false, switched: false };
  const told = await whoIsThere(means);
  if (told?.user === undefined) return { user: before, signedIn: told && false, switched: false };
  if (told.shared && sealed()?.user !== told.user) await (await import('../store/guest.js')).beginGuest(told.user);
  openForWhoSignedIn(told.user);
  const switched = told.user !== before;
  if (switched) {
    become(told.user);
    announce({ user: told.user, what: 'account' });
  }
  return { user: told.user, signedIn: true, language: told.language, switched };
}

/**
 * Signs out and leaves nothing personal on the device, offline too. What is not sent yet gets one
 * more try; when some is left and `discard` was not chosen, nothing happens but the telling.
 * @param {string} user
 * @param {{discard?: boolean}} [choice]
 * @param {Means} [means]
 * @returns {Promise<{done: boolean, pending: number, refused: number}>}
 */
export async function signOut(user, { discard = false } = {}, means = browserMeans()) {
  const left = await lastTry(user, means);
  if (left.pending + left.refused > 0 && !discard) return { done: false, ...left };
  const { own } = await keptDevices(user).catch(() => ({ own: null }));
  // Nobody waits for it: without a network this device stays in the list of devices, with its last sync.
  if (own !== null) void forgetDevice(user, own, means).catch(() => undefined);
  await vacate(user);
  await finishSignOut(means);
  return { done: true, ...left };
}

/**
 * Leaves nothing of somebody whose device this is not, when the browser was closed since: what they did
 * not send is gone with the key. @param {string} user @param {Means} [means]
 */
export async function leaveGuest(user, means = browserMeans()) {
  if (current() === user || current() === null) await vacate(user);
  else await empty(user);
  localStorage.removeItem(SEALING);
  void finishSignOut(means);
}

/**
 * Leaves nothing of an account that was erased; what was never sent goes too. Whoever is signed in
 * by now stays so. @param {string} user
 */
export async function leaveErased(user) {
  const wasHere = current() === user;
  if (wasHere) forget();
  await empty(user);
  if (wasHere) await goBack();
}

/** Leaves nothing of a diary without an account, which is nowhere else. @param {string} user */
export async function leaveLocal(user) {
  await empty(user);
  forget();
}

/** Ends the sign-in and leaves what is here: too many wrong codes were tried. @param {Means} [means] */
export function signOutThere(means = browserMeans()) {
  localStorage.setItem(DUE, '1');
  return finishSignOut(means);
}

/** Tells the server of a sign-out that it missed; false when it still does not know. @param {Means} [means] */
export async function finishSignOut(means = browserMeans()) {
  if (localStorage.getItem(DUE) === null) return true;
  try {
    const response = await limited(means, ASK_LIMIT, (signal) =>
      means.fetch('/api/sign-out', { method: 'POST', credentials: 'same-origin', keepalive: true, signal }),
    );
    if (!response.ok && response.status !== 401) return false;
  } catch {
    return false;
  }
  localStorage.removeItem(DUE);
  return true;
}

/** A diary that was here without an account is nobody's to wipe: the device is as it was before the account. */
async function goBack() {
  if ((await localDiary()) !== null) await becomeLocal();
}

/** Whoever signs in may try codes again. @param {string} user */
function openForWhoSignedIn(user) {
  const lock = sealed();
  if (lock?.how === 'pin' && lock.user === user && lock.closed) setSealing({ ...lock, wrong: 0, until: 0, closed: false });
}

/** Nobody's device any more, nor anybody's but of a diary without an account. @param {string} user */
async function vacate(user) {
  // What is sealed is known as such until it is gone, wherever this is cut off.
  forget([SEALING]);
  localStorage.setItem(DUE, '1');
  await empty(user);
  forget([DUE]);
  await goBack();
}

/** @param {string} user */
async function empty(user) {
  announce({ user, what: 'wiped' });
  await wipe(user);
  await dropPersonalCaches();
}

/** @param {string} user @param {Means} means */
async function lastTry(user, means) {
  if ((await pending(user)) > 0) {
    await limited(means, LAST_TRY, () => sync(user, means)).catch(() => null);
  }
  return { pending: await pending(user), refused: (await refused(user)).length };
}

/** The signed-in person, and whether it is not their own device; {} when nobody is, or the account is gone; null when the server gave no real answer. @param {Means} means */
async function whoIsThere(means) {
  try {
    return await limited(means, ASK_LIMIT, async (signal) => {
      const response = await means.fetch('/api/me', { credentials: 'same-origin', cache: 'no-store', signal });
      if (response.status === 401 || response.status === 410) return {};
      const told = await response.json();
      return response.ok && typeof told.user === 'string' ? told : null;
    });
  } catch {
    return null;
  }
}

async function dropPersonalCaches() {
  const names = (await globalThis.caches?.keys()) ?? [];
  const personal = names.filter((name) => name.startsWith(PERSONAL_CACHE));
  await Promise.all(personal.map((name) => caches.delete(name)));
}
