/** The number of the own GP: on this device only, and gone at sign-out as every key of ours. */
import { words } from '../../ui/words.js';
import { part } from './parts.js';

const NAME = 'rugwijs-gp';

/** What a phone can dial of what was typed; null when that is no number. @param {string} typed @returns {string | null} */
export function dialled(typed) {
  const number = typed.replace(/[\s().\-/]/g, '');
  return /^\+?[0-9]{3,15}$/.test(number) ? number : null;
}

export function startGp() {
  const place = document.getElementById('gp');
  if (!place) return;
  const input = /** @type {HTMLInputElement} */ (part(place, 'input'));
  const answer = part(place, '.answer');
  input.value = localStorage.getItem(NAME) ?? '';
  part(place, 'form').addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = input.value.trim();
    answer.textContent = keep(typed);
    input.setAttribute('aria-invalid', String(typed !== '' && dialled(typed) === null));
    showNumber();
  });
  place.hidden = false;
  showNumber();
}

/** @param {string} typed what to tell @returns {string} */
function keep(typed) {
  if (typed === '') {
    localStorage.removeItem(NAME);
    return words.deleted;
  }
  if (dialled(typed) === null) return words.cramp.noNumber;
  localStorage.setItem(NAME, typed);
  return words.saved;
}

/** Makes every place for the GP a number to tap, or a way to the field. */
function showNumber() {
  const typed = localStorage.getItem(NAME) ?? '';
  const number = dialled(typed);
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-gp]'))) {
    const link = /** @type {HTMLAnchorElement} */ (part(place, 'a'));
    const line = part(link, 'span');
    line.dataset.open ??= line.textContent ?? '';
    link.href = number === null ? '#gp' : `tel:${number}`;
    link.classList.toggle('quiet', number === null);
    line.textContent = number === null ? line.dataset.open : words.cramp.callGp(typed);
    place.hidden = false;
  }
}
