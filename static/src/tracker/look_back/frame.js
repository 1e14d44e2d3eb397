/** What stands around the pictures: which period, and what to do when there is nothing to show. */
import { html } from 'lit-html';
import { words as common } from '../../ui/words.js';
import { PERIODS } from './dates.js';

/**
 * @typedef {import('./dates.js').Period} Period
 * @typedef {typeof import('../../ui/words/look_back/nl.js').nl} Words
 */

/** The parts of the page, in their order. */
export const PARTS = ['pain', 'calendar', 'where', 'facts'];

/** @param {Period} chosen @param {(period: Period) => void} choose @param {Words} words */
export function frame(chosen, choose, { period }) {
  return html`<fieldset class="chips period">
      <legend>${period.legend}</legend>
      <div class="options">
        ${PERIODS.map(
          (one) => html`<label class="option">
            <input type="radio" name="period" value=${one} ?checked=${one === chosen} @change=${() => choose(one)} /><span>${period.names[one]}</span>
          </label>`,
        )}
      </div>
    </fieldset>
    <p class="visually-hidden" id="shown" aria-live="polite"></p>
    ${PARTS.map((part) => html`<section id="part-${part}" aria-labelledby=${part}></section>`)}
    <p class="actions"><button type="button" class="quiet small" @click=${() => print()}>${common.reader.print}</button></p>`;
}

/** Nothing was ever logged. @param {Words} words */
export function empty(words) {
  return html`<div class="empty stack">
    <p><strong>${words.empty}</strong></p>
    <p>${words.emptyHint}</p>
    <p><a class="button" href=${common.paths.log}>${common.diary.first}</a></p>
  </div>`;
}

/** Nothing was logged in this period. @param {Words} words */
export function nothingHere(words) {
  return html`<div class="empty stack">
    <p><strong>${words.nothing}</strong></p>
    <p>${words.nothingHint}</p>
  </div>`;
}

/** The device's storage fails. */
export function broken() {
  return html`<div class="notice alarm" role="alert"><p>${common.diary.broken}</p></div>`;
}
