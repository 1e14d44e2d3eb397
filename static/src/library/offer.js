/** Offers what this device kept while nobody was signed in. Nothing is added, or sent, without a yes. */
import { html, render } from 'lit-html';
import { toast } from '../ui/toast.js';
import { words } from '../ui/words.js';
import { waitingCramps } from './cramp/waiting.js';
import { waitingMarks } from './marks/waiting.js';
import { waitingWalks } from './walking/waiting.js';

/**
 * @typedef {{lines: string[], add(user: string): Promise<void>, letGo(): void, bringBack(): void}} Waiting
 *   lines: what it is, in words; add: saves it to the account first and lets it go last, so that
 *   doing it twice adds nothing twice
 */

/** @param {string} user */
export function offerKept(user) {
  const waiting = [waitingCramps(), waitingWalks(), waitingMarks()].filter(({ lines }) => lines.length > 0);
  if (waiting.length === 0) return;
  const place = document.createElement('div');
  document.getElementById('main')?.prepend(place);
  render(question(waiting, () => void add(user, waiting, place), () => discard(waiting, place)), place);
}

/** @param {Waiting[]} waiting @param {() => void} yes @param {() => void} no */
function question(waiting, yes, no) {
  const { offer } = words;
  return html`<section class="notice info stack" aria-labelledby="offer-title">
    <h2 id="offer-title">${offer.title}</h2>
    <ul>
      ${waiting.flatMap(({ lines }) => lines).map((line) => html`<li>${line}</li>`)}
    </ul>
    <p>${offer.hint}</p>
    <p class="actions">
      <button type="button" @click=${yes}>${offer.add}</button>
      <button type="button" class="quiet" @click=${no}>${offer.discard}</button>
    </p>
  </section>`;
}

/** @param {string} user @param {Waiting[]} waiting @param {HTMLElement} place */
async function add(user, waiting, place) {
  try {
    for (const each of waiting) await each.add(user);
    leave(place);
    toast(words.offer.added);
  } catch {
    toast(words.store.broken);
  }
}

/** @param {Waiting[]} waiting @param {HTMLElement} place */
function discard(waiting, place) {
  for (const each of waiting) each.letGo();
  leave(place);
  toast(words.deleted, { label: words.undo, work: () => waiting.forEach((each) => each.bringBack()) });
}

/** @param {HTMLElement} place */
function leave(place) {
  place.remove();
  // The button that had the focus is gone.
  document.getElementById('main')?.focus();
}
