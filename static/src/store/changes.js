/** Tells this tab and the others what happened to a person's entries. */

/**
 * - saved: an edit is on the device; synced: the server's answer is in the database
 * - full: an edit found no room
 * - earlier: what two devices wrote over each other is known anew
 * - devices: the list of devices is known anew
 * - kept: a delete was refused, because somebody changed the entry unseen
 * - blocked: another tab keeps an old database open; closed: a newer version wants this tab to reload
 * - locked: a lock was put on the diary, or taken off
 * - wiped: the person signed out; account: another person signed in
 * @typedef {'saved' | 'synced' | 'full' | 'earlier' | 'devices' | 'kept' | 'blocked' | 'closed' | 'locked' | 'wiped' | 'account'} What
 * @typedef {{user: string, what: What, ids?: string[]}} Change
 * @typedef {(change: Change, here: boolean) => void} Listener `here`: it happened in this tab
 */

/** @type {Set<Listener>} */
const listeners = new Set();
/** @type {BroadcastChannel | null} */
let channel = null;

/** Tells every listener, in every tab. @param {Change} change */
export function announce(change) {
  open()?.postMessage(change);
  tell(change, true);
}

/** Calls `listener` for every change; returns how to stop. @param {Listener} listener */
export function listen(listener) {
  open();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function open() {
  if (channel === null && typeof BroadcastChannel !== 'undefined') {
    channel = new BroadcastChannel('rugwijs');
    channel.onmessage = ({ data }) => tell(data, false);
  }
  return channel;
}

/** @param {Change} change @param {boolean} here */
function tell(change, here) {
  for (const listener of [...listeners]) listener(change, here);
}
