/** What the cramps have in common: how often, when, how long, and what was done. */
import { html, nothing } from 'lit-html';
import { words as common } from '../../ui/words.js';
import { lengthSaid, painkillersSaid, partsSaid } from './said.js';
import { countedTable } from './tables.js';

/**
 * @typedef {import('./facts.js').Facts} Facts
 * @typedef {import('./speech.js').Speech} Speech
 */

/** @param {{facts: Facts, rows: import('./rows.js').Row[], taken: import('./painkillers.js').Taken}} counted @param {import('../catalogue.js').Catalogue} catalogue @param {Speech} speech */
export function factsPart({ facts, rows, taken }, { relief = {}, factors = {} }, speech) {
  const { facts: words } = speech.words;
  return html`<h2 id="facts">${words.title}</h2>
    ${facts.cramps === 0 ? html`<p>${words.none}</p>` : html`${often(facts, rows, speech)} ${when(facts, speech)} ${long(facts, speech)} ${helped(facts, relief, speech)}`}
    ${painkillers(taken, factors, speech)}`;
}

/** @param {Facts} facts @param {import('./rows.js').Row[]} rows @param {Speech} speech */
function often({ cramps }, rows, { words: { facts: words } }) {
  const on = rows.filter((row) => row.cramps > 0).length;
  const known = rows.filter((row) => row.cramps > 0 || row.none).length;
  return html`<div class="card stack">
    <h3>${words.often}</h3>
    <p>${words.oftenText(cramps, on)} ${words.ofKnown(on, known)}</p>
  </div>`;
}

/** @param {Facts} facts @param {Speech} speech */
export function when(facts, speech) {
  const { words } = speech;
  const rows = words.facts.parts.map((label, part) => ({ label, times: facts.parts[part], cells: [words.figure(facts.parts[part])] }));
  return html`<div class="card stack">
    <h3>${words.facts.when}</h3>
    <p>${partsSaid(facts, speech)}</p>
    ${countedTable(words.facts.when, [words.facts.part, words.table.cramps], rows)}
  </div>`;
}

/** @param {Facts} facts @param {Speech} speech */
function long(facts, speech) {
  return html`<div class="card stack">
    <h3>${speech.words.facts.long}</h3>
    <p>${lengthSaid(facts, speech)}</p>
  </div>`;
}

/** @param {Facts} facts @param {Record<string, string>} choices @param {Speech} speech */
export function helped({ relief }, choices, { words, duration }) {
  const { facts } = words;
  const rows = relief.map(({ key, times, middle, known }) => ({
    label: choices[key] ?? key,
    times,
    cells: [words.count(times), middle === null ? tooFew(known, words) : duration(middle)],
  }));
  return html`<div class="card stack">
    <h3>${facts.helped}</h3>
    ${rows.length ? countedTable(facts.helped, [facts.what, words.where.times, facts.howLong], rows) : html`<p>${facts.noHelp}</p>`}
    ${rows.length ? html`<p class="meta">${facts.helpHint}</p>` : nothing}
  </div>`;
}

/** @param {import('./painkillers.js').Taken} taken @param {Record<string, import('../catalogue.js').Factor>} factors @param {Speech} speech */
function painkillers(taken, factors, speech) {
  const { painkillers: said, table } = speech.words;
  const calming = taken.calming ? /** @type {[string, number][]} */ ([['sedative', taken.calming]]) : [];
  const rows = [...taken.kinds, ...calming].map(([key, times]) => ({
    label: factors[key]?.label ?? key,
    times,
    cells: [table.days(times)],
  }));
  return html`<div class="card stack" id="painkillers">
    <h3>${said.title}</h3>
    <p>${painkillersSaid(taken, speech)}</p>
    ${rows.length ? countedTable(said.title, [said.what, said.days], rows) : nothing}
    <p class="meta">${said.hint} <a href=${common.paths.choose}>${said.choose}</a></p>
  </div>`;
}

/** @param {number} known @param {Speech['words']} words */
function tooFew(known, { few, table }) {
  return known ? few(known) : table.unknown;
}
