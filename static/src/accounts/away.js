/** Locks the diary when nobody looked at it for as long as its person chose. */
import { dropKey, lendKey } from '../store/key.js';

/** @typedef {import('../store/key.js').Sealing} Sealing */

/** Since when this tab is out of sight, in milliseconds. */
const SINCE = 'rugwijs-away';

/** Whether it was out of sight for too long. @param {Sealing} sealing @param {number} [now] */
export function isAway(sealing, now = Date.now()) {
  const since = sessionStorage.getItem(SINCE);
  return sealing.how === 'pin' && since !== null && now - Number(since) >= sealing.minutes * 60_000;
}

/** Lets other tabs in, and nobody who comes too late. @param {Sealing} sealing */
export function guard(sealing) {
  lendKey(sealing.user, () => !isAway(sealing));
  if (sealing.how !== 'pin') return;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const look = () => {
    clearTimeout(timer);
    if (isAway(sealing)) return lockNow();
    if (document.visibilityState === 'visible') return sessionStorage.removeItem(SINCE);
    if (sessionStorage.getItem(SINCE) === null) sessionStorage.setItem(SINCE, String(Date.now()));
    timer = setTimeout(look, sealing.minutes * 60_000);
  };
  document.addEventListener('visibilitychange', look);
  look();
}

/** Forgets the key: what stands on the page, and in memory, goes with the page. */
export function lockNow() {
  dropKey();
  sessionStorage.removeItem(SINCE);
  location.reload();
}
