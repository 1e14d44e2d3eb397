/** Opens what is sealed on this device, or takes it away where its key went with the browser. */
import { current } from '../store/account.js';
import { heldKey } from '../store/key.js';
import { open } from '../store/lock.js';
import { leaveGuest } from '../sync/session.js';
import { guard, isAway } from './away.js';

/** @typedef {'open' | 'locked'} Entered locked: a code is needed */

/** @param {import('../store/key.js').Sealing} sealing @returns {Promise<Entered>} */
export async function enter(sealing) {
  const { user, how } = sealing;
  const key = current() === user && !isAway(sealing) ? await heldKey(user) : null;
  if (key === null && how === 'pin') return current() === user ? 'locked' : 'open';
  if (key === null) return (await leaveGuest(user), 'open');
  await open(user, key);
  guard(sealing);
  document.addEventListener('focusin', ({ target }) => keepOffDisk(/** @type {HTMLInputElement} */ (target).form));
  return 'open';
}

/** A browser writes down what stands in the forms of a page, to put it back; but not of such a form. @param {HTMLFormElement | null | undefined} form */
function keepOffDisk(form) {
  if (form && !document.body.dataset.page?.startsWith('accounts.')) form.autocomplete = 'off';
}
