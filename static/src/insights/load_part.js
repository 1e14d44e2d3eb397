/** Load against one's own days, in pictures and counts. */
import { html, nothing } from 'lit-html';
import { addDays } from '../store/days.js';
import { foldedTable } from '../tracker/look_back/tables.js';
import { insightWords } from '../ui/words/insights.js';
import { beforeCramps, FEW, FORTNIGHT, LOADS, todayOf } from './load.js';
import { circles, fortnight } from './pictures.js';

/**
 * @typedef {import('./diary.js').Months} Months
 * @typedef {import('../tracker/look_back/speech.js').Speech} Speech
 * @typedef {Record<string, import('../tracker/catalogue.js').Factor>} Factors
 * @typedef {import('./load.js').Span} Span
 */

/** @param {Months} months @param {Factors} factors @param {Speech} speech */
export function todayPart({ values, to }, factors, speech) {
  const { load } = insightWords;
  const seen = LOADS.map((key) => ({ key, ...todayOf(values[key], to) })).filter(({ value, known }) => value !== null || known > 0);
  return html`<section class="stack" aria-labelledby="load">
    <h2 id="load">${load.title}</h2>
    ${seen.length ? html`<p class="meta">${load.hint}</p>` : html`<p class="empty">${load.none}</p>`}
    ${seen.map((one) => oneToday(one, factors[one.key], to, speech))}
  </section>`;
}

/** @param {import('./load.js').Today} seen @param {import('../tracker/catalogue.js').Factor} factor @param {string} today @param {Speech} speech */
function oneToday(seen, factor, today, speech) {
  const { load } = insightWords;
  const said = todaySaid(seen, factor, speech);
  const days = [...seen.before, seen.value];
  const show = (/** @type {number | null} */ value) => (value === null ? load.unknown : speech.value(value, factor));
  return html`<div class="card stack">
    <p>${said}</p>
    ${fortnight(days, said)}
    ${foldedTable(load.numbers, () => ({
      caption: factor.label,
      heads: [load.day, load.value],
      rows: days.map((value, place) => [speech.names.day(addDays(today, place - FORTNIGHT)), show(value)]),
    }))}
  </div>`;
}

/** @param {import('./load.js').Today} seen @param {import('../tracker/catalogue.js').Factor} factor @param {Speech} speech */
export function todaySaid({ value, known, less, more }, factor, speech) {
  const { load } = insightWords;
  if (value === null) return load.notYet(factor.label);
  const now = load.today(factor.label, speech.value(value, factor));
  if (known < FEW) return `${now} ${load.few(known)}`;
  if (less === 0 && more === 0) return `${now} ${load.same(known)}`;
  return `${now} ${less >= more ? load.less(less, known) : load.more(more, known)}`;
}

/** @param {Months} months @param {Factors} factors */
export function beforePart({ values, cramps, from, to }, factors) {
  const { before } = insightWords;
  const told = /** @type {{began: string}[]} */ (cramps);
  const keys = LOADS.filter((key) => Object.keys(values[key]).length > 0);
  return html`<section class="stack" aria-labelledby="before">
    <h2 id="before">${before.title}</h2>
    ${cramps.length === 0 ? html`<p class="empty">${before.none}</p>` : html`<p class="meta">${before.hint} ${before.noCause}</p>`}
    ${cramps.length ? keys.map((key) => oneBefore(factors[key].label.toLowerCase(), (span) => beforeCramps(values[key], told, from, to, span))) : nothing}
    ${cramps.length && keys.length ? html`<p class="meta">${before.rule}</p>` : nothing}
  </section>`;
}

/** @param {string} name @param {(span: Span) => import('./load.js').Before} count */
function oneBefore(name, count) {
  const { before, load } = insightWords;
  const [near, far] = /** @type {Span[]} */ (['day', 'days']).map((span) => ({ title: before.spans[span], seen: count(span) }));
  return html`<div class="card stack">
    <h3>${before.what(name)}</h3>
    <h4>${near.title}</h4>
    ${picture(near.seen)}
    <details>
      <summary>${far.title}</summary>
      ${picture(far.seen)}
    </details>
    ${foldedTable(load.numbers, () => ({
      caption: before.what(name),
      heads: [before.window, before.jumps, before.known, before.everyDay],
      rows: [near, far].map(({ title, seen }) => [title, String(seen.jumps), String(seen.known), before.ofDays(seen.usual.jumps, seen.usual.known)]),
    }))}
  </div>`;
}

/** @param {import('./load.js').Before} seen */
function picture(seen) {
  const said = beforeSaid(seen);
  return html`<div class="circles" role="img" aria-label=${said}>${circles(seen.marks)}</div>
    <p>${said}</p>`;
}

/** @param {import('./load.js').Before} seen */
export function beforeSaid({ marks, jumps, known, usual }) {
  const { before } = insightWords;
  if (known < FEW) return before.few(known);
  const rest = marks.length - known;
  const share = (/** @type {number} */ part, /** @type {number} */ all) => Math.round((100 * part) / all);
  return [before.said(jumps, known, share(jumps, known)), usual.known ? before.usual(share(usual.jumps, usual.known)) : '', rest ? before.unknown(rest) : ''].filter(Boolean).join(' ');
}
