/** The search field: answers while you type, on the device, and leaves no word in an address. */
import { render } from 'lit-html';
import { patiently } from '../ui/patience.js';
import { words } from '../ui/words.js';
import { makeSearch } from './search.js';
import { foundLine, results } from './search_page.js';

const PAUSE = 120; // ms without a key before the answer changes

/**
 * @typedef {{form: HTMLFormElement, field: HTMLInputElement, line: HTMLElement, place: HTMLElement,
 *   drawn: boolean}} Here drawn: whether an answer was shown here
 */

/** @type {Promise<import('./search.js').Search> | null} */
let made = null;

export function start() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form.search'));
  if (!form) return;
  /** @param {string} id @returns {any} */
  const byId = (id) => document.getElementById(id);
  /** @type {Here} */
  const here = { form, field: byId('q'), line: byId('found-line'), place: byId('found'), drawn: false };
  listen(here);
  takeFromAddress(here);
  if (here.field.value) void answer(here);
}

/** @param {Here} here */
function listen(here) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  here.field.addEventListener('focus', () => void load(here.form).catch(() => undefined), { once: true });
  here.field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void answer(here), PAUSE);
  });
  here.form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    // Where the index cannot be had, the server answers.
    void answer(here, true).then((answered) => answered || here.form.submit());
  });
}

/** What was sent before this script was there: it answers here, and goes out of the address. @param {Here} here */
function takeFromAddress({ field }) {
  const asked = new URLSearchParams(location.search).get('q');
  if (asked === null) return;
  field.value ||= asked;
  history.replaceState(null, '', location.pathname);
}

/** @param {Here} here @param {boolean} [sent] whether the person asked for an answer to nothing too */
async function answer(here, sent = false) {
  const search = await patiently(load(here.form), () => askForPatience(here)).catch(() => null);
  if (!search) {
    here.line.textContent = '';
    return false;
  }
  const started = performance.now();
  const found = search.search(here.field.value);
  const silent = found.asked === '' && !sent;
  here.line.textContent = silent ? '' : foundLine(found);
  draw(here, found);
  performance.measure('rugwijs-search', { start: started });
  return true;
}

/** On a slow phone the index takes seconds to come and be made. @param {Here} here */
function askForPatience({ field, line }) {
  if (field.value.trim()) line.textContent = words.search.patience;
}

/** @param {Here} here @param {import('./search.js').Found} found */
function draw(here, found) {
  // What the server drew goes at the first answer; after that the place is lit's.
  if (!here.drawn) here.place.replaceChildren();
  here.drawn = true;
  render(
    results(found, (word) => {
      here.field.value = word;
      here.field.focus();
      void answer(here);
    }),
    here.place,
  );
}

/** The index, made once a page; a failure is tried again at the next question. @param {HTMLFormElement} form */
function load(form) {
  made ??= fetchIndex(form.dataset.index ?? '').catch((error) => {
    made = null;
    throw error;
  });
  return made;
}

/** @param {string} address */
async function fetchIndex(address) {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`no index: ${response.status}`);
  return makeSearch(await response.json());
}
