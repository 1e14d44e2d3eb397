/** What every page does for a diary without an account: nothing of it is ever sent. */
import { knowLockAgain } from '../accounts/again.js';
import { askToPersist } from '../pwa/persist.js';
import { listen } from '../store/changes.js';
import { isBlocked } from '../store/database.js';
import { sealed } from '../store/key.js';
import { localWords } from '../ui/words/local.js';
import { leavePage, offerAll } from './device.js';
import { blocked, closed, sayStatus, showLine } from './sync_line.js';

/** @param {string} user */
export function startFor(user) {
  const here = () => showLine({ text: localWords.line, link: 'local' });
  const full = () => showLine(sayStatus({ state: 'problem', code: 'full', pending: 0, notes: 0, refused: 0, lastSync: null, oldest: null }, 0));
  listen((change, inThisTab) => {
    const mine = change.user === user;
    if ((change.what === 'account' && !mine) || (['wiped', 'locked'].includes(change.what) && mine && !inThisTab)) leavePage();
    if (change.what === 'blocked') showLine(blocked());
    if (change.what === 'closed' && inThisTab) showLine(closed());
    if (!mine) return;
    if (change.what === 'full') full();
    if (change.what !== 'saved') return;
    here();
    if (inThisTab) void askToPersist();
  });
  here();
  if (isBlocked(user)) showLine(blocked());
  offerAll(user);
  if (!sealed()) void knowLockAgain(user).catch(() => undefined);
}
