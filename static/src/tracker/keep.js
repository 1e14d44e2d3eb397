/** Keeps what a form says: checked, saved on the device, and told at once. */
import { current } from '../store/account.js';
import { StoreError } from '../store/database.js';
import { dismiss, save } from '../store/entries.js';
import { checkSession } from '../sync/session.js';
import { setDirty } from '../ui/dirty.js';
import { showProblems } from '../ui/problems.js';
import { words } from '../ui/words.js';
import { bodyOf } from './body.js';
import { check } from './check.js';
import { keepDraft, takeDraft } from './draft.js';
import { invitation } from './invite.js';
import { mistake } from './mistakes.js';
import { tellNextPage } from './told.js';

/**
 * @typedef {import('../store/view.js').Body} Body
 * @typedef {{kind: string, catalogue: import('./catalogue.js').Catalogue,
 *   idOf: (user: string, body: Body) => string | Promise<string>,
 *   ready?: () => Promise<void>, before?: () => Body | null, refusal?: () => string | null, next: string}} Plan
 *   ready: what is known is shown; before: the entry that is being changed;
 *   refusal: the refused edit that this corrects
 */

/** @param {HTMLFormElement} form @param {Plan} plan */
export function keepOnSubmit(form, plan) {
  let busy = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      await keep(form, plan);
    } finally {
      busy = false;
    }
  });
}

/** @param {HTMLFormElement} form @param {Plan} plan */
async function keep(form, plan) {
  await plan.ready?.();
  /** @type {[string, unknown][]} */
  const entries = [...new FormData(form)];
  const body = bodyOf(plan.kind, entries, plan.catalogue, plan.before?.() ?? null);
  const problems = check(plan.kind, body, new Date(), plan.catalogue);
  showProblems(form, problems.map((problem) => ({ field: fieldOf(problem.field), text: mistake(problem, plan.catalogue) })));
  if (problems.length) return;
  const user = current() ?? (await arrive(plan.kind, entries));
  if (user === null) return;
  try {
    const id = await plan.idOf(user, body);
    await save(user, { kind: plan.kind, id, body });
    const refusal = plan.refusal?.();
    if (refusal) await dismiss(user, refusal);
    leave(plan, id);
  } catch (error) {
    answer(notice('alarm', words.store[error instanceof StoreError ? error.code : 'broken']));
  }
}

/** Only a note can make a body too large. @param {string} field */
function fieldOf(field) {
  return field === 'body' ? 'note' : field;
}

/** @param {Plan} plan @param {string} id */
function leave({ kind, next }, id) {
  setDirty(false);
  takeDraft(kind);
  answer(notice('good', words.saved));
  tellNextPage({ kind, id });
  location.assign(next);
}

/** Invites at once, and asks the server whether somebody is signed in after all. @param {string} kind @param {[string, unknown][]} entries */
async function arrive(kind, entries) {
  keepDraft(kind, entries);
  const box = invitation(words.invite.keep);
  answer(box);
  const { user, signedIn } = await checkSession();
  return signedIn ? user : null;
}

/** @param {HTMLElement} box */
function answer(box) {
  document.getElementById('answer')?.replaceChildren(box);
  box.scrollIntoView({ block: 'nearest' });
  box.focus();
}

/** @param {'good' | 'alarm'} look @param {string} text */
function notice(look, text) {
  const box = document.createElement('p');
  box.className = `notice ${look}`;
  box.tabIndex = -1;
  box.textContent = text;
  return box;
}
