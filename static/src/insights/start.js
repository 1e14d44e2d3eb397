/** The page with insights: what the server found, and what this device counts itself. */
import { html, nothing, render } from 'lit-html';
import { current, isLocal } from '../store/account.js';
import { listen } from '../store/changes.js';
import { pending } from '../store/entries.js';
import { ownDay, settingsOf } from '../store/own_day.js';
import { readCatalogue } from '../tracker/catalogue.js';
import { helped, when } from '../tracker/look_back/facts_part.js';
import { factsOf } from '../tracker/look_back/facts.js';
import { speechIn } from '../tracker/look_back/speech.js';
import { invitation } from '../ui/invite.js';
import { dayOf } from '../ui/when.js';
import { insightWords } from '../ui/words/insights.js';
import { lookBack } from '../ui/words/look_back.js';
import { lang, words } from '../ui/words.js';
import { monthsOf } from './diary.js';
import { freshInsights, keptInsights } from './kept.js';
import { beforePart, todayPart } from './load_part.js';
import { togetherPart } from './together.js';

/**
 * @typedef {{user: string, place: HTMLElement, kept: import('./kept.js').Kept | null, state: 'loading' | 'here' | 'offline' | 'failed' | 'local',
 *   months: import('./diary.js').Months | 'broken' | null, stale: boolean}} Here stale: the server answered before it had everything
 */

const catalogue = readCatalogue();
const speech = speechIn(lookBack, words);
/** Milliseconds without news before the page is drawn anew: a first sync brings its news in many parts. */
const PAUSE = 400;

export async function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('insights'));
  const user = current();
  if (user === null) return place.replaceChildren(invitation(insightWords.invite));
  /** @type {Here} */
  const here = { user, place, kept: await keptInsights(user, lang), state: 'loading', months: null, stale: true };
  watch(here);
  draw(here);
  await count(here);
  await refresh(here);
}

/** @param {Here} here */
function watch(here) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  listen((change) => {
    if (change.user !== here.user || change.what === 'wiped') return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void count(here), PAUSE);
    if (change.what === 'synced' && here.stale) void refresh(here);
  });
  addEventListener('online', () => void refresh(here));
}

/** What this device counts. @param {Here} here */
async function count(here) {
  const settings = await settingsOf(here.user).catch(() => ({}));
  here.months = await monthsOf(here.user, ownDay(new Date(), settings)).catch(() => /** @type {const} */ ('broken'));
  draw(here);
}

/** What the server knows; without an answer the last one stays. @param {Here} here */
async function refresh(here) {
  if (isLocal(here.user)) return draw(Object.assign(here, { state: 'local' }));
  here.stale = (await pending(here.user).catch(() => 0)) > 0;
  const { state, kept } = await freshInsights(here.user, dayOf(new Date()), lang, here.kept);
  Object.assign(here, { state, kept });
  draw(here);
}

/** @param {Here} here */
function draw({ place, kept, state, months }) {
  const own = months === 'broken' ? html`<p class="notice alarm" role="alert">${insightWords.broken}</p>` : months ? counted(months) : nothing;
  render(html`${togetherPart(kept?.insights ?? null, state, dayOf(new Date()))} ${own}`, place);
}

/** @param {import('./diary.js').Months} months */
function counted(months) {
  const factors = catalogue.factors ?? {};
  const facts = factsOf(months.cramps);
  return html`${todayPart(months, factors, speech)} ${beforePart(months, factors)}
    ${facts.cramps
      ? html`<section class="stack" aria-labelledby="cramps">
          <h2 id="cramps">${insightWords.cramps}</h2>
          ${helped(facts, catalogue.relief ?? {}, speech)} ${when(facts, speech)}
        </section>`
      : nothing}`;
}
