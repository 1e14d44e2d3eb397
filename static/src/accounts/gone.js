/** An account that was erased: the device says so, offers what was never sent, and empties itself. */
import { render } from 'lit-html';
import { leaveErased } from '../sync/session.js';
import { words } from '../ui/words.js';
import { said } from '../ui/words/sync.js';
import { isErasedHere, keptAsFile, leftOf, setLeaving } from './left.js';
import { farewell, question } from './question.js';

/** @typedef {{user: string, dialog: HTMLDialogElement, asked: import('./question.js').Asked}} Leaving */

/** @param {string} user */
export async function tellGone(user) {
  if (document.getElementById('gone')) return;
  const dialog = document.createElement('dialog');
  dialog.id = 'gone';
  dialog.className = 'dialog stack';
  dialog.setAttribute('aria-labelledby', 'leave-title');
  dialog.addEventListener('close', () => dialog.remove());
  const left = await leftOf(user);
  /** @type {Leaving} */
  const leaving = { user, dialog, asked: { ...left, busy: false, told: '', mayDiscard: false } };
  document.body.append(dialog);
  if (left.notes + left.rest === 0 || isErasedHere(user)) await empty(leaving);
  else draw(leaving, {});
  dialog.showModal();
}

/** @param {Leaving} leaving @param {Partial<import('./question.js').Asked>} change */
function draw(leaving, change) {
  leaving.asked = { ...leaving.asked, ...change };
  const { user, dialog } = leaving;
  const acts = {
    discard: () => void empty(leaving),
    stay: () => dialog.close(),
    save: async () => (await keptAsFile(user), draw(leaving, { mayDiscard: true })),
    typed: (/** @type {string} */ text) => draw(leaving, { mayDiscard: text.trim().toLowerCase() === words.leave.type }),
  };
  render(question(leaving.asked, acts, { ...said.gone, short: said.gone.title }), dialog);
}

/** @param {Leaving} leaving */
async function empty(leaving) {
  const { user, dialog } = leaving;
  setLeaving(true);
  try {
    await leaveErased(user);
    sessionStorage.clear();
    // There is nothing to go back to: the page behind still shows what is gone.
    dialog.addEventListener('close', () => location.assign(words.paths.home));
    render(farewell(said.gone, () => dialog.close()), dialog);
  } catch {
    setLeaving(false);
    draw(leaving, { busy: false, told: said.gone.failed });
  }
}
