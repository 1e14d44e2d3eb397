/** Signing out: the device is left empty, and nothing unsent is lost without a question. */
import { render } from 'lit-html';
import { signOut } from '../sync/session.js';
import { words } from '../ui/words.js';
import { keptAsFile, leftOf, setLeaving } from './left.js';
import { question } from './question.js';

/** @typedef {{user: string, dialog: HTMLDialogElement, asked: import('./question.js').Asked}} Leaving */

const SAYS = { ...words.leave, later: words.leave.stay, short: words.account.signOut };

/** @param {string} user */
export async function leave(user) {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog stack';
  dialog.setAttribute('aria-labelledby', 'leave-title');
  dialog.addEventListener('close', () => dialog.remove());
  /** @type {Leaving} */
  const leaving = { user, dialog, asked: { notes: 0, rest: 0, busy: true, told: '', mayDiscard: false } };
  draw(leaving, {});
  document.body.append(dialog);
  dialog.showModal();
  await tryToLeave(leaving, false, '');
}

/** Makes every way to sign out go through here, where this device has an account. @param {() => string | null} who */
export function watchLeaving(who) {
  /** @param {Event} event */
  const caught = (event) => {
    const user = who();
    if (user === null) return;
    event.preventDefault();
    void leave(user);
  };
  document.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest?.('a');
    if (link?.pathname === words.paths.signOut) caught(event);
  });
  document.addEventListener('submit', (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (new URL(form.action).pathname === words.paths.signOut) caught(event);
  });
}

/** @param {Leaving} leaving @param {Partial<import('./question.js').Asked>} change */
function draw(leaving, change) {
  leaving.asked = { ...leaving.asked, ...change };
  render(question(leaving.asked, actsOf(leaving), SAYS), leaving.dialog);
}

/** @param {Leaving} leaving @param {boolean} discard @param {string} otherwise what to say when entries are left */
async function tryToLeave(leaving, discard, otherwise) {
  draw(leaving, { busy: true, told: '' });
  setLeaving(true);
  try {
    const { done } = await signOut(leaving.user, { discard });
    if (done) return gone();
    draw(leaving, { busy: false, told: otherwise, ...(await leftOf(leaving.user)) });
  } catch {
    draw(leaving, { busy: false, told: words.leave.failed });
  }
  setLeaving(false);
}

/** @param {Leaving} leaving @returns {import('./question.js').Acts} */
function actsOf(leaving) {
  return {
    retry: () => void tryToLeave(leaving, false, words.leave.still),
    discard: () => void tryToLeave(leaving, true, ''),
    stay: () => leaving.dialog.close(),
    save: () => void keepAsFile(leaving),
    typed: (text) => draw(leaving, { mayDiscard: text.trim().toLowerCase() === words.leave.type }),
  };
}

/** Whoever has the file has lost nothing, and need not type. @param {Leaving} leaving */
async function keepAsFile(leaving) {
  await keptAsFile(leaving.user);
  draw(leaving, { mayDiscard: true });
}

function gone() {
  sessionStorage.clear();
  location.assign(words.paths.home);
}
