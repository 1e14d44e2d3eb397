/** Signing out: the device is left empty, and nothing unsent is lost without a question. */
import { render } from 'lit-html';
import { refused, unsent } from '../store/entries.js';
import { signOut } from '../sync/session.js';
import { download } from '../ui/download.js';
import { words } from '../ui/words.js';
import { question } from './question.js';

/** @param {string} user */
export async function leave(user) {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog stack';
  dialog.setAttribute('aria-labelledby', 'leave-title');
  dialog.addEventListener('close', () => dialog.remove());
  /** @type {import('./question.js').Asked} */
  let asked = { left: 0, busy: true, told: '', mayDiscard: false };

  /** @param {Partial<import('./question.js').Asked>} [change] */
  function draw(change) {
    asked = { ...asked, ...change };
    render(question(asked, acts), dialog);
  }

  /** @param {boolean} discard @param {string} [again] */
  async function tryToLeave(discard, again = '') {
    draw({ busy: true, told: '' });
    try {
      const { done, pending, refused: refusals } = await signOut(user, { discard });
      if (done) return gone();
      draw({ busy: false, left: pending + refusals, told: again });
    } catch {
      draw({ busy: false, told: words.leave.failed });
    }
  }

  const acts = {
    retry: () => void tryToLeave(false, words.leave.still),
    discard: () => void tryToLeave(true),
    stay: () => dialog.close(),
    async save() {
      const kept = { unsent: await unsent(user), refused: await refused(user) };
      download(words.leave.file, JSON.stringify(kept, null, 1));
      draw({ mayDiscard: true });
    },
    /** @param {string} text */
    typed: (text) => draw({ mayDiscard: text.trim().toLowerCase() === words.leave.type }),
  };

  draw();
  document.body.append(dialog);
  dialog.showModal();
  await tryToLeave(false);
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

function gone() {
  sessionStorage.clear();
  location.assign(words.paths.home);
}
