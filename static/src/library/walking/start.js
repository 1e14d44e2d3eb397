/** The walking programme beside the person's own diary. */
import { render } from 'lit-html';
import { current } from '../../store/account.js';
import { listen } from '../../store/changes.js';
import { dayOf } from '../../ui/when.js';
import { words } from '../../ui/words.js';
import { actsOf } from './acts.js';
import { accountShelf, deviceShelf } from './shelf.js';
import { pageOf } from './view.js';

/**
 * @typedef {import('./view.js').Page} Page
 * @typedef {{place: HTMLElement, shelf: import('./shelf.js').Shelf, signedIn: boolean, today: string,
 *   problem: Page['problem'], found: Page['found'] | null}} Here
 */

const OFTEN = 60_000;

export async function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('walking'));
  const user = current();
  const shelf = user === null ? deviceShelf() : accountShelf(user);
  /** @type {Here} */
  const here = { place, shelf, signedIn: user !== null, today: dayOf(new Date()), problem: null, found: null };
  listen((change) => {
    if (change.user === user && ['saved', 'synced'].includes(change.what)) void look(here);
  });
  // Without an account another tab tells by the storage alone.
  addEventListener('storage', () => void look(here));
  document.addEventListener('visibilitychange', () => void look(here));
  // A page that stays open meets the next day.
  setInterval(() => void (here.today !== dayOf(new Date()) && look(here)), OFTEN);
  await look(here);
  place.hidden = false;
}

/** @param {Here} here */
async function look(here) {
  here.today = dayOf(new Date());
  here.found = await here.shelf.find(here.today).catch(() => null);
  draw(here);
}

/** @param {Here} here */
function draw(here) {
  const { place, shelf, found } = here;
  if (found === null) return void render(words.diary.broken, place);
  const page = { ...here, found };
  const means = {
    shelf,
    async look() {
      here.problem = null;
      await look(here);
      // What was pressed may be gone; the keyboard goes on from the first heading.
      if (document.activeElement === document.body) focusOn(place.querySelector('h2[tabindex]') ?? document.getElementById('main'));
    },
    point(/** @type {Page['problem']} */ problem, /** @type {string} */ selector) {
      here.problem = problem;
      draw(here);
      focusOn(place.querySelector(selector));
    },
  };
  render(pageOf(page, actsOf(page, means)), place);
}

/** @param {Element | null} element */
function focusOn(element) {
  /** @type {HTMLElement | null} */ (element)?.focus();
}
