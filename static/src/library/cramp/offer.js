/** Offers the cramps of this device to whoever signed in. Nothing is added, or sent, without a yes. */
import { html, render } from 'lit-html';
import { save } from '../../store/entries.js';
import { toast } from '../../ui/toast.js';
import { momentName } from '../../ui/when.js';
import { words } from '../../ui/words.js';
import { keepHere, keptHere, letGoOf } from './kept.js';

/** @typedef {import('./kept.js').Kept} Kept */

const PAGES = ['tips.today', 'tracker.diary', 'accounts.me', 'library.cramp_now'];

/** @param {string} user @param {string} page */
export function offerKept(user, page) {
  const cramps = keptHere();
  if (cramps.length === 0 || !PAGES.includes(page)) return;
  const place = document.createElement('div');
  document.getElementById('main')?.prepend(place);
  render(question(cramps, () => void add(user, cramps, place), () => discard(cramps, place)), place);
}

/**
 * Adds the cramps to the diary: saved first, taken off the list last. Their ids stay, so that
 * doing it twice adds nothing twice.
 * @param {string} user @param {Kept[]} cramps
 */
export async function addToDiary(user, cramps) {
  for (const { id, body } of cramps) await save(user, { kind: 'pain', id, body });
  letGoOf(cramps);
}

/** @param {Kept[]} cramps @param {() => void} yes @param {() => void} no */
function question(cramps, yes, no) {
  const { cramp, locale, entry } = words;
  const now = Date.now();
  return html`<section class="notice info stack" aria-labelledby="offer-title">
    <h2 id="offer-title">${cramp.offer(cramps.length)}</h2>
    <ul>
      ${cramps.map(({ body }) => html`<li>
        ${momentName(Date.parse(String(body.began)), now, locale)}, ${entry.duration(Number(body.minutes))}
      </li>`)}
    </ul>
    <p>${cramp.offerHint}</p>
    <p class="actions">
      <button type="button" @click=${yes}>${cramp.add}</button>
      <button type="button" class="quiet" @click=${no}>${cramp.discard}</button>
    </p>
  </section>`;
}

/** @param {string} user @param {Kept[]} cramps @param {HTMLElement} place */
async function add(user, cramps, place) {
  try {
    await addToDiary(user, cramps);
    leave(place, words.cramp.added);
  } catch {
    toast(words.store.broken);
  }
}

/** @param {Kept[]} cramps @param {HTMLElement} place */
function discard(cramps, place) {
  letGoOf(cramps);
  place.remove();
  document.getElementById('main')?.focus();
  toast(words.deleted, { label: words.undo, work: () => cramps.forEach(keepHere) });
}

/** @param {HTMLElement} place @param {string} text */
function leave(place, text) {
  place.remove();
  // The button that had the focus is gone.
  document.getElementById('main')?.focus();
  toast(text);
}
