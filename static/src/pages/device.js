/** What a page does for whoever has a diary on this device, with an account or without. */
import { isLeaving } from '../accounts/left.js';
import { isDirty } from '../ui/dirty.js';

/** Where what waits on this device is offered. */
const PAGES = ['tips.today', 'tracker.diary', 'accounts.me', 'library.cramp_now', 'library.kept', 'library.walking'];

/** @param {string} user */
export function offerAll(user) {
  if (PAGES.includes(document.body.dataset.page ?? '')) void import('./offers.js').then(({ offer }) => offer(user));
}

/** What stands here is not theirs to see who has the device now. */
export function leavePage() {
  if (!isDirty() && !isLeaving()) location.reload();
}
