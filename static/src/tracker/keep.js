/** Keeps what a form says: checked, saved on the device, and told at once. */
import { current } from '../store/account.js';
import { StoreError } from '../store/database.js';
import { dismiss, save } from '../store/entries.js';
import { settingsOf, withOwnDay } from '../store/own_day.js';
import { checkSession } from '../sync/session.js';
import { troubleOf } from '../ui/deed.js';
import { setDirty } from '../ui/dirty.js';
import { download } from '../ui/download.js';
import { invitation } from '../ui/invite.js';
import { showProblems } from '../ui/problems.js';
import { words } from '../ui/words.js';
import { bodyOf } from './body.js';
import { check } from './check.js';
import { keepDraft, takeDraft } from './draft.js';
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
  const whose = current();
  let busy = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      await keep(form, plan, whose);
    } finally {
      busy = false;
    }
  });
}

/** @param {HTMLFormElement} form @param {Plan} plan @param {string | null} whose form it was when it was opened */
async function keep(form, plan, whose) {
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
    // What one person typed is not for the diary of another who signed in meanwhile.
    if (whose !== null && user !== whose) throw new StoreError('missing', whose);
    const id = await plan.idOf(user, body);
    const whole = plan.kind === 'pain' ? withOwnDay(body, await settingsOf(user), plan.before?.()) : body;
    await save(user, { kind: plan.kind, id, body: whole });
    const refusal = plan.refusal?.();
    if (refusal) await dismiss(user, refusal);
    leave(plan, id);
  } catch (error) {
    answer(notSaved(error, { kind: plan.kind, body }));
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

/** What was typed stays in the form, and can be taken along as a file. @param {unknown} error @param {object} entry */
function notSaved(error, entry) {
  const box = document.createElement('div');
  box.className = 'notice alarm stack';
  box.tabIndex = -1;
  const why = document.createElement('p');
  why.textContent = troubleOf(error);
  const take = document.createElement('button');
  take.type = 'button';
  take.className = 'quiet';
  take.textContent = words.leave.download;
  take.addEventListener('click', () => download(words.leave.file, JSON.stringify(entry, null, 1)));
  box.append(why, take);
  return box;
}

/** @param {'good' | 'alarm'} look @param {string} text */
function notice(look, text) {
  const box = document.createElement('p');
  box.className = `notice ${look}`;
  box.tabIndex = -1;
  box.textContent = text;
  return box;
}
