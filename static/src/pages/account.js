/** What every page does for the person whose device this is. */
import { isLeaving, watchLeaving } from '../accounts/leave.js';
import { offerKept } from '../library/cramp/offer.js';
import { askToPersist } from '../pwa/persist.js';
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { startSync } from '../sync/triggers.js';
import { isDirty } from '../ui/dirty.js';
import { words } from '../ui/words.js';
import { sayStatus, showLine } from './sync_line.js';

/** @param {string} user */
export function startFor(user) {
  const { status } = startSync(user);
  status.subscribe((now) => showLine(sayStatus(now, Date.now())));
  watchLeaving(current);
  offerKept(user, document.body.dataset.page ?? '');
  listen((change, here) => {
    if (change.what === 'saved' && here) void askToPersist();
    if (change.what === 'blocked') showLine({ text: words.line.blocked });
    if (change.what === 'closed') showLine({ text: words.line.closed, reload: true });
    // Another tab signed out, or in as somebody else: what stands here is not theirs to see.
    if (['wiped', 'account'].includes(change.what) && !here && current() !== user) leavePage();
  });
}

function leavePage() {
  if (!isDirty() && !isLeaving()) location.reload();
}
