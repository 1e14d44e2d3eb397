/**
 * Notices that somebody may have signed in. Pages are the same for everybody, so only the server
 * knows; asking it on every page would be a request for nothing.
 */
import { words } from '../ui/words.js';

const NAME = 'rugwijs-arriving';

/** Whether somebody went to sign in and the server was not asked yet. */
export function mayHaveArrived() {
  return localStorage.getItem(NAME) !== null;
}

export function hasArrived() {
  localStorage.removeItem(NAME);
}

/** Remembers that somebody goes to sign in: by a link, or by a form of the account pages. */
export function watchArrivals() {
  document.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest?.('a');
    if (link && [words.paths.signIn, words.paths.signUp].includes(link.pathname)) setOut();
  });
  document.addEventListener('submit', ({ target }) => {
    const form = /** @type {HTMLFormElement} */ (target);
    // On a device that is not one's own the browser need not know the address by heart.
    if (new FormData(form).has('shared')) form.autocomplete = 'off';
    if (document.body.dataset.page?.startsWith('accounts.')) setOut();
  });
}

function setOut() {
  localStorage.setItem(NAME, '1');
}
