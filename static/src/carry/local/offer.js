/** Tells whoever signed in that this device has a diary without an account, once; the page Take along goes on. */
import { html, render } from 'lit-html';
import { toast } from '../../ui/toast.js';
import { localWords } from '../../ui/words/local.js';
import { words } from '../../ui/words.js';
import { foundLocal } from './take.js';

const { offer: said } = localWords;
/** Whose diary was left apart; it goes with signing out. */
const APART = 'rugwijs-apart';

/** @param {string} user */
export async function offerLocal(user) {
  const found = await foundLocal(user).catch(() => null);
  if (found === null || localStorage.getItem(APART) === found.local) return;
  const place = document.createElement('div');
  document.getElementById('main')?.prepend(place);
  render(question(found, () => leave(found, place)), place);
}

/** @param {import('./take.js').Found} found @param {() => void} later */
function question({ notes }, later) {
  return html`<section class="notice info stack" aria-labelledby="local-title">
    <h2 id="local-title">${said.title(notes)}</h2>
    <p>${said.text}</p>
    <p class="actions">
      <a class="button" href="${words.paths.takeAlong}">${said.look}</a>
      <button type="button" class="quiet" @click=${later}>${said.later}</button>
    </p>
  </section>`;
}

/** @param {import('./take.js').Found} found @param {HTMLElement} place */
function leave({ local }, place) {
  localStorage.setItem(APART, local);
  place.remove();
  // The button that had the focus is gone.
  document.getElementById('main')?.focus();
  toast(said.apart);
}
