/** The line that says how it stands with what was saved. */
import { isDirty } from '../ui/dirty.js';
import { toast } from '../ui/toast.js';
import { momentName } from '../ui/when.js';
import { words } from '../ui/words.js';
import { said } from '../ui/words/sync.js';

/**
 * @typedef {import('../sync/status.js').Status} Status
 * @typedef {{text: string, time?: string, link?: 'signIn' | 'diary' | 'consent' | 'local', act?: 'reload' | 'anew' | 'gone'}} Said
 *   time: told apart, so that a screen reader does not read it every minute; act: what a button does:
 *   reload, reload where nothing can be saved any more, or the question of an erased account
 */

const { line } = said;

/** @param {Status} status @param {number} now @returns {Said} */
export function sayStatus({ state, code, notes, refused, lastSync }, now) {
  if (state === 'gone') return { text: line.gone, act: 'gone' };
  if (state === 'signed-out') {
    return { text: notes ? line.signedOutWaiting(notes) : line.signedOut, link: 'signIn' };
  }
  if (state === 'problem') return sayProblem(code);
  if (refused > 0) return { text: line.refused(refused), link: 'diary' };
  if (state === 'offline') return { text: notes ? line.offlineWaiting(notes) : line.offline };
  // A mark at an article is on its way in a moment, and is no note to count.
  if (state !== 'sent' && notes === 0) return { text: words.saved };
  if (state === 'saved') return { text: line.saved(notes) };
  if (state === 'sending') return { text: line.sending(notes) };
  return lastSync === null ? { text: '' } : { text: line.allSent, time: momentName(lastSync, now, words.locale) };
}

/** @param {string | null} code @returns {Said} */
function sayProblem(code) {
  if (code === 'consent') return { text: line.consent, link: 'consent' };
  if (code === 'update') return { text: line.update, act: 'reload' };
  if (code === 'newer') return closed();
  if (code === 'stuck') return { text: line.stuck, act: 'reload' };
  if (code === 'full') return { text: line.full };
  return { text: code === 'old' ? line.old : line.problem };
}

/** A newer version has this tab's database. @returns {Said} */
export function closed() {
  return { text: line.closed, act: 'anew' };
}

/** Another tab keeps the database of an older version open. @returns {Said} */
export function blocked() {
  return { text: line.blocked };
}

/**
 * Shows what is said; the same words are left alone, or they would be read aloud again.
 * @param {Said} told @param {() => void} [askGone] asks what to do with an account that was erased
 */
export function showLine(told, askGone = () => {}) {
  const place = document.getElementById('sync-line');
  if (!place) return;
  if ((place.querySelector('span')?.textContent ?? '') !== told.text) {
    const stoodHere = place.contains(document.activeElement);
    place.replaceChildren(...partsOf(told, askGone));
    // Whoever came here with the keys would be thrown back to the top of the page.
    if (stoodHere) /** @type {HTMLElement | null} */ (place.querySelector('a, button'))?.focus({ preventScroll: true });
  }
  const time = place.querySelector('time');
  if (time) time.textContent = told.time ? ` ${told.time}` : '';
}

/** @param {Said} told @param {() => void} askGone */
function partsOf({ text, link, act }, askGone) {
  if (text === '') return [];
  const told = document.createElement('span');
  told.textContent = text;
  const time = document.createElement('time');
  time.setAttribute('aria-hidden', 'true');
  /** @type {Node[]} */
  const parts = [told, time];
  if (act === 'gone') return [...parts, button(line.goneNext, askGone)];
  if (act) return [...parts, button(line.reload, () => reload(act === 'anew' ? words.store.newer : line.saveFirst))];
  return [...parts, document.createTextNode(' '), linkTo(link ?? 'saved')];
}

/** @param {'signIn' | 'diary' | 'consent' | 'local' | 'saved'} to */
function linkTo(to) {
  const made = document.createElement('a');
  made.href = words.paths[to];
  made.textContent = {
    signIn: words.invite.signIn,
    diary: words.account.diary,
    consent: line.toConsent,
    saved: line.explain,
    local: line.explain,
  }[to];
  return made;
}

/** What was typed here would be lost. @param {string} unsaved what is said then */
function reload(unsaved) {
  if (isDirty()) toast(unsaved);
  else location.reload();
}

/** @param {string} text @param {() => void} work */
function button(text, work) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = text;
  made.addEventListener('click', work);
  return made;
}
