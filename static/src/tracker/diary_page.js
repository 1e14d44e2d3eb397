/** How the diary looks. */
import { html, nothing } from 'lit-html';
import { dayName, dayOf } from '../ui/when.js';
import { words } from '../ui/words.js';
import { described } from './described.js';
import { mistake } from './mistakes.js';

/**
 * @typedef {import('../store/view.js').Entry} Entry
 * @typedef {import('../store/database.js').Refused} Refused
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {{days: [string, Entry[]][], more: boolean, refusals: Refused[], saved: string | null}} Page
 *   saved: the entry that was saved just now
 * @typedef {{remove(entry: Entry): void, dismiss(op: string): void, more(): void}} Acts
 */

/** @param {Page} page @param {Catalogue} catalogue @param {Acts} acts */
export function pageOf({ days, more, refusals, saved }, catalogue, acts) {
  const today = dayOf(new Date());
  const known = new Set(days.flatMap(([, entries]) => entries.filter(({ id }) => id === saved)));
  const alarm = [...known].some(({ kind }) => kind === 'pain');
  return html`
    ${alarm ? alarmCard() : nothing} ${refusals.length ? refusalList(refusals, catalogue, acts) : nothing}
    ${days.length === 0 ? empty() : nothing}
    ${days.map(([day, entries]) => dayOfDiary(day, today, entries, catalogue, acts))}
    ${more ? html`<p><button type="button" class="quiet" @click=${acts.more}>${words.diary.more}</button></p>` : nothing}
  `;
}

/** When the device's storage fails. */
export function broken() {
  return html`<div class="notice alarm" role="alert"><p>${words.diary.broken}</p></div>`;
}

function alarmCard() {
  return html`<p class="notice warn"><a href=${words.paths.alarm}>${words.entry.alarm}</a></p>`;
}

function empty() {
  return html`<div class="empty stack">
    <p><strong>${words.diary.empty}</strong></p>
    <p>${words.diary.emptyHint}</p>
    <p><a class="button" href=${words.paths.log}>${words.diary.first}</a></p>
  </div>`;
}

/** @param {string} day @param {string} today @param {Entry[]} entries @param {Catalogue} catalogue @param {Acts} acts */
function dayOfDiary(day, today, entries, catalogue, acts) {
  return html`<section class="stack" aria-labelledby="day-${day}">
    <h2 id="day-${day}"><time datetime=${day}>${dayName(day, today, words)}</time></h2>
    ${entries.map((entry) => card(entry, catalogue, acts))}
  </section>`;
}

/** @param {Entry} entry @param {Catalogue} catalogue @param {Acts} acts */
function card(entry, catalogue, acts) {
  const { title, time, lines } = described(entry, catalogue, words);
  const of = html` <span class="visually-hidden">${title} ${time}</span>`;
  const form = { pain: words.paths.cramp, day: words.paths.day }[entry.kind];
  return html`<article class="card stack" id="entry-${entry.id}">
    <h3>
      ${title} ${time ? html`<span class="meta">${time}</span>` : nothing}
      ${entry.pending ? html`<span class="tag">${words.entry.pending}</span>` : nothing}
    </h3>
    ${lines.length ? html`<dl>${lines.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>` : nothing}
    ${entry.kind === 'pain' ? html`<p class="meta"><a href=${words.paths.alarm}>${words.entry.alarm}</a></p>` : nothing}
    <p class="actions">
      ${form ? html`<a class="button quiet" href="${form}#${entry.id}">${words.entry.edit}${of}</a>` : nothing}
      <button type="button" class="quiet danger" @click=${() => acts.remove(entry)}>${words.entry.delete}${of}</button>
    </p>
  </article>`;
}

/** @param {Refused[]} refusals @param {Catalogue} catalogue @param {Acts} acts */
function refusalList(refusals, catalogue, acts) {
  return html`<section class="notice alarm stack" aria-labelledby="refused">
    <h2 id="refused">${words.diary.refused}</h2>
    <p>${words.diary.refusedHint}</p>
    <ul class="list">
      ${refusals.map((refusal) => html`<li class="stack">${refusalOf(refusal, catalogue, acts)}</li>`)}
    </ul>
  </section>`;
}

/** @param {Refused} refusal @param {Catalogue} catalogue @param {Acts} acts */
function refusalOf({ op, kind, body, problems }, catalogue, acts) {
  const paths = { pain: words.paths.cramp, day: words.paths.day, profile: words.paths.profile };
  const form = Object.hasOwn(paths, kind) ? paths[/** @type {'pain'} */ (kind)] : null;
  const name = body && kind !== 'profile' ? described({ kind, body }, catalogue, words).title : words.account.profile;
  return html`
    <p><strong>${name}</strong></p>
    ${problems.map((problem) => html`<p>${mistake(problem, catalogue)}</p>`)}
    <p class="actions">
      ${form && body ? html`<a class="button quiet" href="${form}#refused=${op}">${words.diary.mend}</a>` : nothing}
      <button type="button" class="quiet" @click=${() => acts.dismiss(op)}>${words.diary.dismiss}</button>
    </p>
  `;
}
