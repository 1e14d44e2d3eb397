/** The form of an entry: made ready, filled with what there is, and kept on submit. */
import { current } from '../store/account.js';
import { refused, viewOf } from '../store/entries.js';
import { setDirty } from '../ui/dirty.js';
import { focusProblems } from '../ui/problems.js';
import { words } from '../ui/words.js';
import { startBackMap } from './back_map.js';
import { readCatalogue } from './catalogue.js';
import { takeDraft } from './draft.js';
import { addExtras } from './extras.js';
import { fill, putBack } from './fill.js';

/**
 * @typedef {import('../store/view.js').Body} Body
 * @typedef {{id: string, body: Body, refusal: string | null}} Found
 */

const REFUSED = 'refused=';

/** The form of this page with its extras; null when the page has none. */
export function readyForm() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form#entry'));
  if (!form) return null;
  const catalogue = readCatalogue();
  addExtras(form, catalogue);
  startBackMap(form, { ...catalogue.zones, ...catalogue.legs });
  focusProblems();
  form.addEventListener('input', () => setDirty(true));
  return { form, catalogue };
}

/** The entry that the address names: /nl/noteren/kramp#<id> or #refused=<op>. @param {string} kind @returns {Promise<Found | null>} */
export async function named(kind) {
  const user = current();
  const name = location.hash.slice(1);
  if (!user || name === '') return null;
  if (name.startsWith(REFUSED)) {
    const op = (await refused(user)).find((one) => one.op === name.slice(REFUSED.length));
    return op?.body && op.kind === kind ? { id: op.id, body: op.body, refusal: op.op } : null;
  }
  const entry = await viewOf(user, name);
  return entry?.kind === kind ? { id: entry.id, body: entry.body, refusal: null } : null;
}

/** @param {HTMLFormElement} form @param {Body} body @param {Set<string>} [keep] */
export function show(form, body, keep) {
  fill(form, body, words.locale, keep);
  tellFilled(form);
}

/** Puts a draft of before the signing in back; whether there was one. @param {HTMLFormElement} form @param {string} kind */
export function restoreDraft(form, kind) {
  const draft = takeDraft(kind);
  if (!draft) return false;
  putBack(form, draft);
  tellFilled(form);
  setDirty(true);
  say(words.invite.restored);
  return true;
}

/** A quiet line above the form. @param {string} text */
export function say(text) {
  const line = document.createElement('p');
  line.className = 'notice info';
  line.textContent = text;
  document.getElementById('answer')?.replaceChildren(line);
}

/** Filling by script tells nobody by itself: the map and the counter must follow. @param {HTMLFormElement} form */
function tellFilled(form) {
  form.dispatchEvent(new Event('filled'));
  for (const part of form.querySelectorAll('.scale, .stepper, textarea')) part.dispatchEvent(new Event('filled'));
}
