/** The pain chart with all that belongs to it: the sentence, the key, the factor and the figures. */
import { html, nothing, svg } from 'lit-html';
import { hasBackground, painFigures } from './figures.js';
import { isCounted } from './overlay.js';
import { painChart } from './pain_chart.js';
import { countedName, factorSaid } from './said.js';
import { foldedTable } from './tables.js';

/**
 * @typedef {import('./speech.js').Speech} Speech
 * @typedef {import('../catalogue.js').Factor} Factor
 * @typedef {{data: import('./pain_chart.js').Pain, rows: import('./rows.js').Row[], key: string | null,
 *   choices: [string, Factor][], width: number, em: number}} Part
 *   key: of the factor that is shown; choices: the factors that were filled in
 */

/** @param {Part} part @param {(key: string | null) => void} choose @param {Speech} speech */
export function painPart({ data, rows, key, choices, width, em }, choose, speech) {
  const { words } = speech;
  return html`<h2 id="pain">${words.pain.titles[data.step]}</h2>
    <p>${data.said}</p>
    ${choices.length ? chooser(choices, key, choose, speech) : nothing}
    <figure>${painChart(data, width, em, speech)} ${keyOf(data, speech)}</figure>
    ${key && data.factor ? html`<p>${factorSaid(rows, key, data.factor, speech)}</p>` : nothing}
    <p class="meta">${words.pain.lineHint}</p>
    ${foldedTable(words.numbers, () => painFigures(data, speech))}`;
}

/** @param {[string, Factor][]} choices @param {string | null} key @param {(key: string | null) => void} choose @param {Speech} speech */
function chooser(choices, key, choose, { words: { factor: words } }) {
  const change = (/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value || null);
  return html`<div class="field">
    <label for="factor">${words.choose}</label>
    <select id="factor" @change=${change}>
      <option value="" ?selected=${key === null}>${words.nothing}</option>
      ${choices.map(([one, { label }]) => html`<option value=${one} ?selected=${one === key}>${label}</option>`)}
    </select>
  </div>`;
}

/** What each shape means. @param {import('./pain_chart.js').Pain} data @param {Speech} speech */
function keyOf({ points, step, factor }, { words: { pain, factor: words } }) {
  const name = factor && (isCounted(factor) ? countedName(factor, words) : factor.label);
  return html`<figcaption>
    <ul class="key" aria-label=${pain.key}>
      <li>${sign(svg`<path class="open" d="M6 2h8v7h-8z"></path><path class="solid" d="M6 9h8v9h-8z"></path>`)}${pain.keys.worst}</li>
      <li>${sign(svg`<path class="solid" d="M6 9h8v9h-8z"></path>`)}${pain.keys.mean}</li>
      <li>${sign(svg`<path class="line" d="M1 14L8 7L12 11L19 5"></path>`)}${pain.line[step]}</li>
      <li>${sign(svg`<path class="ring" d="M6 10a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"></path>`)}${pain.keys.none}</li>
      <li>${sign(svg`<path class="stripe" d="M2 18L18 2M2 10L10 2M10 18L18 10"></path>`)}${pain.keys.unknown}</li>
      ${hasBackground(points) ? html`<li>${sign(svg`<path class="all-day" d="M3 10h14"></path>`)}${pain.keys.background}</li>` : nothing}
      ${name ? html`<li>${sign(svg`<path class="diamond" d="M10 4l6 6l-6 6l-6 -6z"></path>`)}${pain.keys.factor(name)}</li>` : nothing}
    </ul>
  </figcaption>`;
}

/** @param {unknown} shape */
function sign(shape) {
  return html`<svg class="chart key-sign" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${shape}</svg>`;
}
