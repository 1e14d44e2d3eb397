/** What goes together with pain, as the server worked it out. */
import { html, nothing } from 'lit-html';
import { foldedTable } from '../tracker/look_back/tables.js';
import { tryOut } from '../trials/lead.js';
import { withoutAccount } from '../ui/without_account.js';
import { insightWords } from '../ui/words/insights.js';
import { dayName } from '../ui/when.js';
import { words } from '../ui/words.js';
import { bar } from './pictures.js';

/**
 * @typedef {import('./kept.js').Insights} Insights
 * @typedef {import('./kept.js').Finding} Finding
 */

const MOST_PAIN = 10;

/** @param {Insights | null} insights @param {'loading' | 'here' | 'offline' | 'failed' | 'local'} state @param {string} today */
export function togetherPart(insights, state, today) {
  const { together, loading, offline, failed } = insightWords;
  return html`<section class="stack" aria-labelledby="together">
    <h2 id="together">${together.title}</h2>
    <div class="stack" aria-live="polite">
      ${insights ? told(insights, state, today) : state === 'local' ? withoutAccount() : html`<p class="empty">${{ loading, here: '', offline, failed }[state]}</p>`}
    </div>
  </section>`;
}

/** @param {Insights} insights @param {string} state @param {string} today */
function told(insights, state, today) {
  const { together, asOf } = insightWords;
  const old = insights.day !== today || state === 'offline' || state === 'failed';
  return html`${old ? html`<p class="meta">${asOf(dayName(insights.day, today, words).toLowerCase())}</p>` : nothing}
    ${insights.found.map(finding)} ${insights.perhaps.map(perhaps)}
    ${insights.message ? message(insights) : html`<p class="meta">${together.noCause}</p>`} ${how(insights)}`;
}

/** @param {Finding} found @param {number} place */
function finding({ factor, name, sentence, interval, certainty, sure, comparison, note }, place) {
  const { together } = insightWords;
  return html`<article class="card stack finding" aria-labelledby="finding-${place}">
    <h3 id="finding-${place}">${sentence}</h3>
    <p><span class="tag">${together.sure(sure)}</span></p>
    ${note ? html`<p><strong>${note}</strong></p>` : nothing} ${comparison ? compared(name, comparison) : nothing}
    <p class="meta">${interval} ${certainty}</p>
    ${tryOut(factor)}
  </article>`;
}

/** @param {import('./kept.js').Named} named */
function perhaps({ sentence }) {
  return html`<article class="card stack">
    <h3>${insightWords.together.perhaps}</h3>
    <p>${sentence}</p>
  </article>`;
}

/** @param {string} name @param {NonNullable<Finding['comparison']>} comparison */
function compared(name, { low, high, said }) {
  const { together, days, pain } = insightWords;
  const sides = /** @type {[string, typeof low][]} */ ([[together.low(low.label), low], [together.high(high.label), high]]);
  return html`<p class="meta">${together.below(name)}</p>
    <figure class="compared" role="img" aria-label=${said}>
      ${sides.map(
        ([label, side]) => html`<div>
          <span>${label}</span> <strong>${pain(side.pain)}</strong>
          ${bar(side.pain / MOST_PAIN)}
        </div>`,
      )}
    </figure>
    ${foldedTable(together.chart, () => ({
      caption: together.chart,
      heads: [together.group, together.mean, together.number],
      rows: sides.map(([label, side]) => [label, pain(side.pain), days(side.days)]),
    }))}`;
}

/** @param {Insights} insights */
function message({ message: text, needed, looked, found }) {
  const { together } = insightWords;
  const title = needed ? together.waits(needed) : looked && !found.length ? together.nothing : null;
  return html`<div class="empty stack">
    ${title ? html`<p class="big-line"><strong>${title}</strong></p>` : nothing}
    <p>${needed ? together.then : text}</p>
    ${needed ? html`<p><a class="button" href=${words.paths.log}>${together.log}</a></p>` : nothing}
  </div>`;
}

/** @param {Insights} insights */
function how({ looked, logged, too_few: few }) {
  const { together } = insightWords;
  return html`<details class="stack">
    <summary>${together.more}</summary>
    <div class="stack">
      <p>${together.looked(looked, logged)} ${together.how}</p>
      <p>${together.plain}</p>
      ${few.length
        ? html`<h3>${together.tooFew}</h3>
            <ul>${few.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>`
        : nothing}
    </div>
  </details>`;
}
