/** The line that says how it stands with what was saved. */
import { momentName } from '../ui/when.js';
import { words } from '../ui/words.js';

/**
 * @typedef {import('../sync/status.js').Status} Status
 * @typedef {{text: string, time?: string, link?: 'signIn' | 'diary' | 'me', reload?: boolean}} Said
 *   time: told apart, so that a screen reader does not read it every minute
 */

/** @param {Status} status @param {number} now @returns {Said} */
export function sayStatus({ state, code, pending, refused, lastSync }, now) {
  const { line, locale } = words;
  if (state === 'signed-out') {
    return { text: pending ? line.signedOutWaiting(pending) : line.signedOut, link: 'signIn' };
  }
  if (state === 'problem') return sayProblem(code);
  if (refused > 0) return { text: line.refused(refused), link: 'diary' };
  if (state === 'saved') return { text: line.saved(pending) };
  if (state === 'sending') return { text: line.sending(pending) };
  if (state === 'offline') return { text: pending ? line.offlineWaiting(pending) : line.offline };
  return lastSync === null ? { text: '' } : { text: line.allSent, time: momentName(lastSync, now, locale) };
}

/** @param {string | null} code @returns {Said} */
function sayProblem(code) {
  const { line } = words;
  if (code === 'consent') return { text: line.consent, link: 'me' };
  if (code === 'update' || code === 'newer') return { text: line.update, reload: true };
  return { text: code === 'old' ? line.old : line.problem };
}

/** Shows what is said; the same words are left alone, or they would be read aloud again. @param {Said} said */
export function showLine(said) {
  const place = document.getElementById('sync-line');
  if (!place) return;
  if ((place.querySelector('span')?.textContent ?? '') !== said.text) place.replaceChildren(...partsOf(said));
  const time = place.querySelector('time');
  if (time) time.textContent = said.time ? ` ${said.time}` : '';
}

/** @param {Said} said */
function partsOf({ text, link, reload }) {
  if (text === '') return [];
  const told = document.createElement('span');
  told.textContent = text;
  const time = document.createElement('time');
  time.setAttribute('aria-hidden', 'true');
  /** @type {Node[]} */
  const parts = [told, time];
  if (link) parts.push(document.createTextNode(' '), linkTo(link));
  if (reload) parts.push(reloader());
  return parts;
}

/** @param {'signIn' | 'diary' | 'me'} to */
function linkTo(to) {
  const made = document.createElement('a');
  made.href = words.paths[to];
  made.textContent = { signIn: words.invite.signIn, diary: words.account.diary, me: words.line.toMe }[to];
  return made;
}

function reloader() {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = words.line.reload;
  made.addEventListener('click', () => location.reload());
  return made;
}
