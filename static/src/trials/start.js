/** The page Trials: one habit on some days and not on others, and what it does. */
import { html, nothing, render } from 'lit-html';
import { current, isLocal } from '../store/account.js';
import { listen } from '../store/changes.js';
import { pending } from '../store/entries.js';
import { recall, remember } from '../store/memory.js';
import { ownDay, settingsOf } from '../store/own_day.js';
import { invitation } from '../ui/invite.js';
import { lang } from '../ui/words.js';
import { withoutAccount } from '../ui/without_account.js';
import { localWords } from '../ui/words/local.js';
import { trials as words } from '../ui/words/trials.js';
import { actsOf } from './acts.js';
import { askTrials } from './ask.js';
import { newSeed } from './design.js';
import { pageOf } from './view.js';
import { findTrials } from './shelf.js';

/**
 * @typedef {import('./view.js').Page} Page
 * @typedef {{user: string, place: HTMLElement, page: Omit<Page, 'found'>, found: Page['found'] | null, stale: boolean}} Here
 *   stale: the server answered before it had everything
 */

const OFTEN = 60_000;
/** Under which the last answer is remembered, in this language. */
const MEMORY = `trials-${lang}`;

export async function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('trials'));
  const user = current();
  if (user === null) return place.replaceChildren(invitation(words[lang].guest));
  const habits = JSON.parse(document.getElementById('habits')?.textContent ?? '[]');
  const asked = location.hash.slice(1);
  const chosen = habits.some((/** @type {{id: string}} */ { id }) => id === asked) ? asked : null;
  /** @type {Here} */
  const here = { user, place, found: null, stale: true, page: { habits, today: '', results: null, chosen, seed: newSeed() } };
  listen((change) => {
    if (change.user !== user) return;
    if (change.what === 'saved') void look(here);
    if (change.what === 'synced') void news(here);
  });
  addEventListener('online', () => void refresh(here));
  document.addEventListener('visibilitychange', () => void look(here));
  // A page that stays open meets the next day.
  setInterval(() => void look(here), OFTEN);
  here.page.results = await recall(user, MEMORY).catch(() => null);
  await look(here);
  await refresh(here);
}

/** What sync brought is looked at first: there may be a first trial in it to ask about. @param {Here} here */
async function news(here) {
  await look(here);
  if (here.stale) await refresh(here);
}

/** Looks in the diary for what there is now. @param {Here} here */
async function look(here) {
  here.page.today = ownDay(new Date(), await settingsOf(here.user).catch(() => ({})));
  here.found = await findTrials(here.user, here.page.today).catch(() => null);
  draw(here);
}

/** Asks what came of the trials; without an answer the last one stays. @param {Here} here */
async function refresh(here) {
  if (isLocal(here.user) || here.found === null || here.found.entries.every(({ kind }) => kind !== 'trial')) return;
  here.stale = (await pending(here.user).catch(() => 0)) > 0;
  const results = await askTrials(here.page.today, lang);
  if (results === null) return;
  here.page.results = results;
  draw(here);
  await remember(here.user, MEMORY, results).catch(() => undefined);
}

/** @param {Here} here */
function draw(here) {
  const { place, found, user } = here;
  if (found === null) return void render(words[lang].broken, place);
  const page = { ...here.page, found };
  const means = {
    user,
    async look() {
      here.stale = true;
      await look(here);
      if (document.activeElement === document.body) heading(place, true);
    },
    choose(/** @type {string | null} */ habit) {
      here.page.chosen = habit;
      here.page.seed = newSeed();
      draw(here);
      heading(place);
    },
  };
  const nobody = isLocal(user) ? withoutAccount(localWords.trials) : nothing;
  render(html`${nobody} ${pageOf(page, actsOf(page, means))}`, place);
}

/** What was pressed is gone; the keyboard goes on from the first heading. @param {HTMLElement} place @param {boolean} [preventScroll] for what was done further down */
function heading(place, preventScroll = false) {
  /** @type {HTMLElement | null} */ (place.querySelector('h2[tabindex]'))?.focus({ preventScroll });
}
