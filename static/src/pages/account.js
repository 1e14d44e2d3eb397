/** What every page does for the person whose device this is. */
import { watchLeaving } from '../accounts/leave.js';
import { askToPersist } from '../pwa/persist.js';
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { isBlocked } from '../store/database.js';
import { sealed } from '../store/key.js';
import { askEarlier } from '../sync/earlier.js';
import { isUnnamed } from '../sync/devices.js';
import { startSync } from '../sync/triggers.js';
import { leavePage, offerAll } from './device.js';
import { blocked, closed, sayStatus, showLine } from './sync_line.js';

/** @param {string} user */
export function startFor(user) {
  const { status } = startSync(user);
  const askGone = async () => (await import('../accounts/gone.js')).tellGone(user);
  let [wasGone, isClosed] = [false, false];
  status.subscribe((now) => {
    // What was read before a newer version took the database may come after that.
    if (isClosed) return;
    showLine(sayStatus(now, Date.now()), askGone);
    // Asked once: whoever wants to look first finds the question in the line.
    if (now.state === 'gone' && !wasGone) void askGone();
    wasGone ||= now.state === 'gone';
    if (now.code === 'locked') void import('../accounts/again.js').then(({ knowLockAgain }) => knowLockAgain(user));
  });
  watchLeaving(current);
  offerAll(user);
  listen((change, here) => {
    if (change.what === 'saved' && here && sealed()?.how !== 'guest') void askToPersist();
    if (change.what === 'synced' && here && change.user === user) void afterSync(user).catch(() => undefined);
    if (change.what === 'blocked') showLine(blocked());
    if (change.what === 'closed' && here) {
      isClosed = true;
      showLine(closed());
    }
    // Somebody else signed in, or another tab signed out: what stands here is not theirs to see.
    // Told by the message: what the other tab wrote in localStorage may come later than it.
    const mine = change.user === user;
    if ((change.what === 'account' && !mine) || (['wiped', 'locked'].includes(change.what) && mine && !here)) leavePage();
  });
  if (isBlocked(user)) showLine(blocked());
}

/** @param {string} user */
async function afterSync(user) {
  await askEarlier(user);
  if (await isUnnamed(user)) await (await import('../accounts/introduce.js')).introduceHere(user);
}

