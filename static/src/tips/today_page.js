/** How Today looks. */
import { html, nothing } from 'lit-html';
import { invitation } from '../ui/invite.js';
import { withoutAccount } from '../ui/without_account.js';
import { dayName } from '../ui/when.js';
import { words } from '../ui/words.js';
import { card } from './card.js';
import { weeksOf } from './week_card.js';

/**
 * @typedef {{tips: import('./ask.js').Today | null, state: 'loading' | 'here' | 'offline' | 'failed' | 'local',
 *   today: string, drafts: string[], said: 'cramp' | 'none' | null, unknown: number, weeks: import('./week_card.js').Trying[],
 *   chosen: Record<string, import('./standing.js').Standing>, did: Record<string, string>}} Page
 *   local: there is no account, so nobody to ask; said: about cramp today; unknown: days of this week of which nobody knows; did: the tips that were done today, and what each did
 * @typedef {{noCramp(): void} & import('./card.js').Acts & import('./week_card.js').Acts} Acts
 */

/** For somebody without an account on this device. */
export function guest() {
  const { paths, tips } = words;
  return html`
    ${invitation(words.invite.today)}
    <p class="actions">
      <a class="button quiet" href=${paths.cramp}>${tips.cramp}</a>
      <a class="button quiet" href=${paths.day}>${tips.day}</a>
    </p>
  `;
}

/** @param {Page} page @param {Acts} acts */
export function pageOf(page, acts) {
  return html`${page.drafts.map(draft)} ${quick(page, acts)} ${weeksOf(page.weeks, page.today, acts)}
    <section class="stack" aria-labelledby="tips-of-today">
      <h2 id="tips-of-today">${words.tips.title}</h2>
      ${tipsOf(page, acts)}
    </section>
    ${page.tips?.insight ? insightOf(page.tips.insight) : nothing}`;
}

/** What was typed before signing in. @param {string} kind */
function draft(kind) {
  const paths = { pain: words.paths.cramp, day: words.paths.day, profile: words.paths.profile };
  return html`<p class="notice warn">
    ${words.invite.restored} <a href=${paths[/** @type {'pain'} */ (kind)]}>${words.invite.goOn}</a>
  </p>`;
}

/** @param {Page} page @param {Acts} acts */
function quick({ said, unknown }, { noCramp }) {
  const { paths, tips } = words;
  return html`<section class="stack" aria-labelledby="log-title">
    <h2 id="log-title">${tips.quick}</h2>
    ${said ? html`<p>${said === 'cramp' ? tips.saidCramp : tips.saidNone}</p>` : nothing}
    <p class="actions">
      ${said ? nothing : html`<button type="button" class="big" @click=${noCramp}>${tips.noCramp}</button>`}
      <a class="button big quiet" href=${paths.day}>${tips.day}</a>
    </p>
    ${unknown ? html`<p>${tips.unknown(unknown)} <a href="${paths.log}#week">${tips.catchUp}</a></p>` : nothing}
  </section>`;
}

/** @param {Page} page @param {Acts} acts */
function tipsOf({ tips, state, today, chosen, did }, acts) {
  if (tips === null) {
    if (state === 'local') return withoutAccount();
    const text = { loading: words.tips.loading, here: '', offline: words.tips.offline, failed: words.tips.failed };
    return html`<p class="meta">${text[state]}</p>`;
  }
  const old = tips.day !== today || state === 'offline' || state === 'failed';
  return html`
    ${old ? html`<p class="meta">${words.tips.asOf(dayName(tips.day, today, words).toLowerCase())}</p>` : nothing}
    ${tips.held ? heldOf(tips.held) : nothing}
    ${tips.message ? html`<p class="empty">${tips.message}</p>` : nothing} ${tips.tips.map((tip) => card(tip, { standing: chosen[tip.id], today, did: did[tip.id] ?? null }, acts))}
  `;
}

/** @param {NonNullable<import('./ask.js').Today['held']>} held */
function heldOf({ code, text }) {
  return html`<div class="notice warn stack">
    <p>${text}</p>
    <p class="actions">
      ${code === 'young' ? nothing : html`<a class="button" href=${words.paths.alarm}>${words.entry.alarm}</a>`}
      ${code === 'strong' ? nothing : html`<a class="button quiet" href=${words.paths.profile}>${words.account.profile}</a>`}
    </p>
  </div>`;
}

/** The likeliest of what the own diary shows. @param {NonNullable<import('./ask.js').Today['insight']>} insight */
function insightOf({ sentence, certainty, url }) {
  return html`<section class="card stack" aria-labelledby="insight-of-today">
    <h2 id="insight-of-today">${words.tips.insight}</h2>
    <p>${sentence} ${certainty}</p>
    <p><a href=${url}>${words.tips.insights}</a></p>
  </section>`;
}
