/** How the diary looks. */
import { html, nothing, render } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { dayName, monthName } from '../ui/when.js';
import { words } from '../ui/words.js';
import { described } from './described.js';
import { heatOf, signOf } from './look_back/rows.js';
import { mistake } from './mistakes.js';

/**
 * @typedef {import('../store/view.js').Entry} Entry
 * @typedef {import('../store/database.js').Refused} Refused
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {import('./timeline.js').Part} Part
 * @typedef {{parts: Part[], today: string, older: boolean, newer: boolean, refusals: Refused[], saved: string | null}} Page
 *   saved: the entry that was saved just now
 * @typedef {{remove(entry: Entry): void, earlier(entry: Entry): unknown, dismiss(op: string): void, older(): void, newer(): void}} Acts
 */

/** Lines of an entry that are shown; more are folded away. */
const FEW = 6;

/** @param {Page} page @param {Catalogue} catalogue @param {Acts} acts */
export function pageOf({ parts, today, older, newer, refusals, saved }, catalogue, acts) {
  const isAlarming = (/** @type {Part} */ part) => 'day' in part && part.entries.some(({ id, kind }) => id === saved && kind === 'pain');
  return html`
    ${parts.some(isAlarming) ? alarmCard() : nothing} ${refusals.length ? refusalList(refusals, catalogue, acts) : nothing}
    ${parts.length === 0 ? empty() : nothing} ${newer ? turner(words.diary.newer, acts.newer) : nothing}
    ${repeat(parts, nameOfPart, (part) => partOf(part, today, catalogue, acts))} ${older ? turner(words.diary.more, acts.older) : nothing}
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

/** What stays the same part when others come or go: an opened one stays open. @param {Part} part @param {number} place */
function nameOfPart(part, place) {
  if ('gap' in part) return `gap ${place}`;
  return 'month' in part ? part.month : part.day;
}

/** @param {string} text @param {() => void} turn */
function turner(text, turn) {
  return html`<p><button type="button" class="quiet" @click=${turn}>${text}</button></p>`;
}

/** @param {Part} part @param {string} today @param {Catalogue} catalogue @param {Acts} acts */
function partOf(part, today, catalogue, acts) {
  if ('month' in part) return html`<h2>${monthName(part.month, words.locale)}</h2>`;
  if ('gap' in part) return html`<p class="diary-gap meta">${words.diary.gap(part.gap)}</p>`;
  const { day, entries, row } = part;
  return html`<section class="diary-day stack" aria-labelledby="day-${day}">
    <h3 id="day-${day}" tabindex="-1">
      ${sign(row)}<time datetime=${day}>${dayName(day, today, words)}</time>
    </h3>
    ${entries.length ? repeat(entries, ({ id }) => id, (entry) => card(entry, catalogue, acts)) : nothingOn(day)}
  </section>`;
}

/** The worst of the day, as the calendar shows it. @param {import('./look_back/rows.js').Row} row */
function sign(row) {
  return html`<span class="day-sign" data-heat=${heatOf(row) ?? nothing} aria-hidden="true">${signOf(row)}</span>`;
}

/** A day that was asked for, and has no entry. @param {string} day */
function nothingOn(day) {
  return html`<p>${words.diary.nothingOn}</p>
    <p class="actions">
      <a class="button quiet small" href="${words.paths.cramp}#day=${day}">${words.tips.cramp}</a>
      <a class="button quiet small" href="${words.paths.day}#day=${day}">${words.tips.day}</a>
    </p>`;
}

/** @param {Entry} entry @param {Catalogue} catalogue @param {Acts} acts */
function card(entry, catalogue, acts) {
  const { title, time, lines } = described(entry, catalogue, words);
  const of = html` <span class="visually-hidden">${title} ${time}</span>`;
  const form = { pain: words.paths.cramp, day: words.paths.day }[entry.kind];
  return html`<article class="card stack" id="entry-${entry.id}">
    <h4>
      ${title} ${time ? html`<span class="meta">${time}</span>` : nothing}
      ${entry.pending ? html`<span class="tag">${words.entry.pending}</span>` : nothing}
    </h4>
    ${lines.length > FEW ? folded(lines) : list(lines)}
    ${entry.kind === 'pain' ? html`<p class="meta"><a href=${words.paths.alarm}>${words.entry.alarm}</a></p>` : nothing}
    ${acts.earlier(entry)}
    <p class="actions">
      ${form ? html`<a class="button quiet small" href="${form}#${entry.id}">${words.entry.edit}${of}</a>` : nothing}
      <button type="button" class="quiet danger small" @click=${() => acts.remove(entry)}>${words.entry.delete}${of}</button>
    </p>
  </article>`;
}

/** @param {[string, string][]} lines */
function list(lines) {
  return lines.length ? html`<dl>${lines.map(([term, value]) => html`<dt dir="auto">${term}</dt><dd dir="auto">${value}</dd>`)}</dl>` : nothing;
}

/** Many lines are made when they are opened; `refill` follows a change. @param {[string, string][]} lines */
function folded(lines) {
  const fill = (/** @type {Event} */ event) => {
    const details = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    if (details.open) render(list(lines), /** @type {HTMLElement} */ (details.lastElementChild));
  };
  return html`<details class="answers" @toggle=${fill}>
    <summary>${words.diary.answers(lines.length)}</summary>
    <div></div>
  </details>`;
}

/** After the diary was drawn anew: what stands open follows. @param {Element} place */
export function refill(place) {
  for (const open of place.querySelectorAll('details.answers[open]')) open.dispatchEvent(new Event('toggle'));
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
function refusalOf({ op, kind, body, code, problems }, catalogue, acts) {
  const paths = { pain: words.paths.cramp, day: words.paths.day, profile: words.paths.profile };
  const form = Object.hasOwn(paths, kind) ? paths[/** @type {'pain'} */ (kind)] : null;
  const name = nameOf(kind, body, catalogue);
  // What was too large by itself, the server never read.
  const reasons = problems.length ? problems : [{ field: 'body', code: code === 'too_large' ? 'too_long' : code }];
  return html`
    <p><strong>${name}</strong></p>
    ${reasons.map((problem) => html`<p>${mistake(problem, catalogue)}</p>`)}
    <p class="actions">
      ${form && body ? html`<a class="button quiet" href="${form}#refused=${op}">${words.diary.mend}</a>` : nothing}
      <button type="button" class="quiet" @click=${() => acts.dismiss(op)}>${words.diary.dismiss}</button>
    </p>
  `;
}

/** @param {string} kind @param {Refused['body']} body @param {Catalogue} catalogue */
function nameOf(kind, body, catalogue) {
  const { entry, account } = words;
  const names = { plan: entry.plan, trial: entry.trial, tried: entry.tried, marks: entry.marks, settings: entry.settings, tip: entry.tip, follow: entry.follow, week: entry.week, profile: account.profile };
  if (Object.hasOwn(names, kind)) return names[/** @type {'plan'} */ (kind)];
  return body ? described({ kind, body }, catalogue, words).title : entry[kind === 'pain' ? 'cramp' : 'day'];
}
