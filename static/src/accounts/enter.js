/** Opens what is sealed on this device, or takes it away where its key went with the browser. */
import { current } from '../store/account.js';
import { heldKey, lendKey } from '../store/key.js';
import { sealWith } from '../store/sealed.js';
import { leaveGuest } from '../sync/session.js';
import { useSeal } from '../store/seals.js';

/** @param {import('../store/key.js').Sealing} sealing */
export async function enter({ user }) {
  const key = current() === user ? await heldKey(user) : null;
  if (key === null) return leaveGuest(user);
  useSeal(user, sealWith(key));
  lendKey(user);
  document.addEventListener('focusin', ({ target }) => keepOffDisk(/** @type {HTMLInputElement} */ (target).form));
}

/** A browser writes down what stands in the forms of a page, to put it back; but not of such a form. @param {HTMLFormElement | null | undefined} form */
function keepOffDisk(form) {
  if (form && !document.body.dataset.page?.startsWith('accounts.')) form.autocomplete = 'off';
}
