/** "It let go": what helped and how bad it was, saved as a cramp with its length in one tap. */
import { current } from '../../store/account.js';
import { save } from '../../store/entries.js';
import { newId } from '../../store/identity.js';
import { settingsOf, withOwnDay } from '../../store/own_day.js';
import { troubleOf } from '../../ui/deed.js';
import { setDirty } from '../../ui/dirty.js';
import { showProblems } from '../../ui/problems.js';
import { momentAt } from '../../ui/when.js';
import { words } from '../../ui/words.js';
import { lasted, minutesOf } from './clock.js';
import { keepHere } from './kept.js';
import { part } from './parts.js';

/**
 * @typedef {import('./clock.js').Clock} Clock
 * @typedef {import('../../store/view.js').Body} Body
 */

/**
 * @param {HTMLElement} place the card of the clock
 * @param {() => Clock | null} clock
 * @param {() => void} saved
 */
export function askWhatHelped(place, clock, saved) {
  const form = formOf(place);
  form.addEventListener('input', () => setDirty(true));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void keep(form, clock(), part(place, '#clock-answer'), saved);
  });
}

/** Nothing is filled in for the next cramp. @param {HTMLElement} place */
export function emptyForm(place) {
  formOf(place).reset();
  showProblems(formOf(place), []);
  setDirty(false);
}

/**
 * The cramp as the diary keeps it; what was left open is absent.
 * @param {Clock} clock @param {FormData} filled @param {number} now
 * @returns {Body}
 */
export function crampOf(clock, filled, now) {
  const relief = filled.getAll('relief').map(String);
  return {
    began: momentAt(new Date(clock.start)),
    worst: Number(filled.get('worst')),
    minutes: minutesOf(lasted(clock, now)),
    ...(relief.length ? { relief } : {}),
  };
}

/** @param {HTMLFormElement} form @param {Clock | null} clock @param {HTMLElement} answer @param {() => void} saved */
async function keep(form, clock, answer, saved) {
  const filled = new FormData(form);
  const open = filled.get('worst') === null;
  showProblems(form, open ? [{ field: 'worst', text: words.cramp.worst }] : []);
  if (open || clock === null) return;
  const user = current();
  const cramp = { id: newId(), body: crampOf(clock, filled, Date.now()) };
  try {
    if (user === null) keepHere(cramp);
    else await save(user, { kind: 'pain', id: cramp.id, body: withOwnDay(cramp.body, await settingsOf(user)) });
  } catch (error) {
    answer.replaceChildren(notice('alarm', troubleOf(error)));
    return;
  }
  saved();
  const box = user === null ? notice('good', words.cramp.keptHere) : notice('good', words.saved);
  box.append(...(user === null ? [link(words.paths.signIn, words.invite.signIn)] : [link(words.paths.diary, words.account.diary)]));
  answer.replaceChildren(box);
  box.focus();
}

/** @param {HTMLElement} place */
function formOf(place) {
  return /** @type {HTMLFormElement} */ (part(place, 'form'));
}

/** @param {'good' | 'alarm'} look @param {string} text */
function notice(look, text) {
  const box = document.createElement('p');
  box.className = `notice ${look}`;
  box.tabIndex = -1;
  box.textContent = `${text} `;
  return box;
}

/** @param {string} href @param {string} text */
function link(href, text) {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}
