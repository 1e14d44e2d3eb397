/** A diary that is sealed, while the device forgot that it is: its own mark says how it opens. */
import { setSealing } from '../store/key.js';
import { markOf } from '../store/lock.js';
import { leaveGuest } from '../sync/session.js';

/** @param {string} user */
export async function knowLockAgain(user) {
  const mark = await markOf(user);
  if (mark === null) return;
  if (mark.how === 'pin') setSealing(mark);
  else await leaveGuest(user);
  location.reload();
}
