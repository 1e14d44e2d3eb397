/** Signing out: the device is left empty, and nothing unsent is lost without a question. */
import { render } from 'lit-html';
import { refused, unsent } from '../store/entries.js';
import { signOut } from '../sync/session.js';
import { download } from '../ui/download.js';
import { words } from '../ui/words.js';
import { question } from './question.js';

/** @typedef {{user: string, dialog: HTMLDialogElement, asked: import('./question.js').Asked}} Leaving */

let going = false;

/** Whether this tab is signing out: it then goes its own way. */
export const isLeaving = () => going;

/** @param {string} user */
export async function leave(user) {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog stack';
  dialog.setAttribute('aria-labelledby', 'leave-title');
  dialog.addEventListener('close', () => dialog.remove());
  /** @type {Leaving} */
  const leaving = { user, dialog, asked: { left: 0, busy: true, told: '', mayDiscard: false } };
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
  render(question(leaving.asked, actsOf(leaving)), leaving.dialog);
}

/** @param {Leaving} leaving @param {boolean} discard @param {string} otherwise what to say when entries are left */
async function tryToLeave(leaving, discard, otherwise) {
  draw(leaving, { busy: true, told: '' });
  going = true;
  try {
    const { done, pending, refused: refusals } = await signOut(leaving.user, { discard });
    if (done) return gone();
    draw(leaving, { busy: false, left: pending + refusals, told: otherwise });
  } catch {
    draw(leaving, { busy: false, told: words.leave.failed });
  }
  going = false;
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
  const { user } = leaving;
  const kept = { unsent: await unsent(user), refused: await refused(user) };
  download(words.leave.file, JSON.stringify(kept, null, 1));
  draw(leaving, { mayDiscard: true });
}

function gone() {
  sessionStorage.clear();
  location.assign(words.paths.home);
}
