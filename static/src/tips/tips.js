/** The page of all tips: above them what this person tries, keeps, found helpful and put away. */
import { html, nothing, render } from 'lit-html';
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { invitation } from '../ui/invite.js';
import { dayOf } from '../ui/when.js';
import { say } from '../ui/words/tips.js';
import { actsFor } from './acts.js';
import { kept, stateOf } from './card.js';
import { follow, titlesHere } from './followed.js';
import { weeksOf } from './week_card.js';

/**
 * @typedef {import('./standing.js').Standing} Standing
 * @typedef {import('./acts.js').Acts} Acts
 * @typedef {{titles: Record<string, string>, today: string}} Page
 */

export async function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('mine'));
  const user = current();
  if (user === null) return place.replaceChildren(invitation(say.guest));
  render(html`<p class="meta">${say.loading}</p>`, place);
  const look = () => show(user, place);
  listen((change) => void (change.user === user && (change.what === 'saved' || change.what === 'synced') && look()));
  await look();
}

/** @param {string} user @param {HTMLElement} place */
async function show(user, place) {
  const page = { titles: titlesHere(), today: dayOf(new Date()) };
  const acts = actsFor(user, page.today, () => show(user, place));
  try {
    const followed = await follow(user, page.today, page.titles);
    render(mine(followed, page, acts), place);
    for (const spot of document.querySelectorAll('[data-place]')) drawButtons(/** @type {HTMLElement} */ (spot), followed, page, acts);
  } catch {
    render(html`<p class="empty">${say.broken}</p>`, place);
  }
}

/** @param {import('./followed.js').Followed} followed @param {Page} page @param {Acts} acts */
export function mine({ chosen, weeks }, page, acts) {
  const all = Object.entries(chosen).filter(([tip]) => page.titles[tip]);
  const saved = all.filter(([, { saved }]) => saved);
  const helped = all.filter(([, { helped, not }]) => helped > not);
  const away = all.filter(([, { state }]) => ['not_for_me', 'retired', 'not_now', 'already'].includes(state));
  if (!weeks.length && !saved.length && !helped.length && !away.length) return html`<p class="empty">${say.empty}</p>`;
  return html`${weeksOf(weeks, page.today, acts)}
    ${part('saved', saved, page, () => nothing, (tip) => kept(tip, true, acts))}
    ${part('helped', helped, page, ({ helped }) => say.helpedTimes(helped), () => nothing)}
    ${part('away', away, page, (standing) => stateOf(standing, page.today), (tip) => back(tip, acts))}`;
}

/**
 * @param {'saved' | 'helped' | 'away'} name @param {[string, Standing][]} tips @param {Page} page
 * @param {(standing: Standing) => unknown} told @param {(tip: string) => unknown} button
 */
function part(name, tips, { titles }, told, button) {
  if (tips.length === 0) return nothing;
  return html`<section class="card stack" aria-labelledby="mine-${name}">
    <h2 id="mine-${name}">${say.mine[name]}</h2>
    <ul class="list">
      ${tips.map(([tip, standing]) => html`<li class="stack" data-mine=${tip}>
        <h3>${titles[tip]}</h3>
        ${filled(told(standing), (text) => html`<p class="meta">${text}</p>`)} ${filled(button(tip), (one) => html`<p class="actions">${one}</p>`)}
      </li>`)}
    </ul>
  </section>`;
}

/** No empty line where there is nothing to say. @param {unknown} what @param {(what: unknown) => unknown} line */
function filled(what, line) {
  return what === nothing ? nothing : line(what);
}

/** @param {string} tip @param {Acts} acts */
function back(tip, acts) {
  return html`<button type="button" class="quiet" @click=${() => acts.back(tip)}>${say.back}</button>`;
}

/** The buttons of a tip in the list of all. @param {HTMLElement} spot @param {import('./followed.js').Followed} followed @param {Page} page @param {Acts} acts */
function drawButtons(spot, { chosen }, page, acts) {
  const tip = spot.closest('article')?.dataset.tip ?? '';
  const standing = chosen[tip];
  const state = standing?.state ?? 'open';
  render(
    state === 'open'
      ? html`<button type="button" @click=${() => acts.begin(tip)}>${say.try}</button> ${kept(tip, standing?.saved ?? false, acts)}`
      : html`<span class="meta">${stateOf(standing, page.today)}</span>`,
    spot,
  );
}
