/** A page of a diary that is locked: what is nobody's own stays in reach, and the rest asks for the code. */
import { showLock } from '../accounts/locked.js';
import { sealed } from '../store/key.js';
import { lockWords } from '../ui/words/lock.js';

/** @typedef {import('../store/key.js').Lock} Lock */

const OWN = ['library.kept', 'library.walking', 'accounts.lock', 'accounts.sign_out', 'accounts.me'];

/** Shows the lock, or a way to it; whether that is all that this page does. @param {string} page */
export async function shut(page) {
  const lock = /** @type {Lock} */ (sealed());
  const isOpen = /^(library|pwa|accounts)\./.test(page) && !OWN.includes(page);
  if (isOpen) offer(lock);
  else await showLock(lock);
  document.documentElement.classList.toggle('ready', !isOpen);
  return !isOpen;
}

/** @param {Lock} lock */
function offer(lock) {
  const told = document.createElement('span');
  told.textContent = `${lockWords.line} `;
  const open = document.createElement('button');
  open.type = 'button';
  open.className = 'quiet';
  open.textContent = lockWords.open;
  open.addEventListener('click', () => void showLock(lock));
  document.getElementById('sync-line')?.replaceChildren(told, open);
}
