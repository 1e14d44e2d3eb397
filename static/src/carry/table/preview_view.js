/** How it looks what a table would bring. */
import { html, nothing } from 'lit-html';
import { dayOfEntry } from '../../store/days.js';
import { described } from '../../tracker/described.js';
import { dayName, dayOf } from '../../ui/when.js';
import { carryWords } from '../../ui/words/carry.js';
import { tableWords as say } from '../../ui/words/carry/table.js';
import { words } from '../../ui/words.js';
import { sum } from '../bring/plan.js';
import { changes, listOf, mistakes, news, question } from '../bring/view.js';

/**
 * @typedef {import('./start.js').Shown} Shown
 * @typedef {import('./preview.js').Preview} Preview
 * @typedef {import('./view.js').Acts} Acts
 */

/** @param {Shown} shown @param {Preview} preview @param {Acts} acts */
export function previewStage({ name, catalogue, told }, preview, acts) {
  const { counts, wanted, first, empty, wrong, cells, rows } = preview;
  const many = changes(preview);
  const listed = { ...preview, title: say.wrong(cells, rows), more: cells - wrong.length, rest: say.leaveOut };
  return html`${news(say.preview)}
    <p class="meta"><bdi>${name}</bdi></p>
    ${wanted.length ? listOf(counts) : html`<p>${say.none}</p>`} ${empty ? html`<p class="meta">${say.empty(empty)}</p>` : nothing}
    ${first.length ? html`<p>${say.first(first.length)}</p>` : nothing} ${first.map(({ one, sort }) => entry(one, say.sorts[sort], catalogue))}
    ${sum(counts, 'differs') ? question(preview, acts) : nothing} ${cells ? mistakes(listed, told, acts) : nothing}
    ${wanted.length && many === 0 ? html`<p>${carryWords.bring.nothingNew}</p>` : nothing}
    <p class="actions">
      ${many ? html`<button type="button" @click=${acts.go}>${carryWords.bring.go(many)}</button>` : nothing}
      <button type="button" class="quiet" @click=${acts.back}>${say.back}</button>
      <button type="button" class="quiet" @click=${acts.cancel}>${say.cancel}</button>
    </p>`;
}

/** @param {import('../bring/plan.js').Wanted} wanted @param {string} sort in words @param {Shown['catalogue']} catalogue */
function entry(wanted, sort, catalogue) {
  const { title, time, lines } = described(wanted, catalogue, words);
  return html`<article class="first-entry stack">
    <h4>${dayName(dayOfEntry(wanted), dayOf(new Date()), words)} <span class="meta">${time}</span></h4>
    <p>${title} <span class="tag">${sort}</span></p>
    ${lines.length ? html`<dl>${lines.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>` : nothing}
  </article>`;
}
