/** Tables as a person sees them: folded away under a picture, or with a bar for each number. */
import { html, render, svg } from 'lit-html';

/**
 * @typedef {import('./figures.js').Table} Table
 * @typedef {{label: string, times: number, cells: string[]}} Counted cells: what stands behind the bar
 */

/**
 * The table behind a picture. It is made when it is opened: years of weeks take long to lay out.
 * @param {string} summary @param {() => Table} make
 */
export function foldedTable(summary, make) {
  return html`<details class="figures" @toggle=${(/** @type {Event} */ event) => fill(/** @type {HTMLDetailsElement} */ (event.currentTarget), summary, make)}>
    <summary>${summary}</summary>
    <div></div>
  </details>`;
}

/** After a picture was drawn anew: the tables that stand open follow. @param {Element} place */
export function refill(place) {
  for (const open of place.querySelectorAll('details.figures[open]')) open.dispatchEvent(new Event('toggle'));
}

/** @param {HTMLDetailsElement} details @param {string} summary @param {() => Table} make */
function fill(details, summary, make) {
  if (!details.open) return;
  const { caption, heads, rows } = make();
  render(
    html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}: ${summary.toLowerCase()}">
      <table>
        <caption class="visually-hidden">${caption}</caption>
        <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${rows.map(([first, ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table>
    </div>`,
    /** @type {HTMLElement} */ (details.lastElementChild),
  );
}

/** How often each thing was, with a bar as long as that. @param {string} caption @param {string[]} heads @param {Counted[]} rows */
export function countedTable(caption, heads, rows) {
  const most = Math.max(1, ...rows.map(({ times }) => times));
  return html`<div class="counts"><table class="counted">
    <caption class="visually-hidden">${caption}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>
      ${rows.map(
        ({ label, times, cells }) => html`<tr>
          <th scope="row">${label} ${bar(times / most)}</th>
          ${cells.map((cell) => html`<td>${cell}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table></div>`;
}

/** @param {number} share */
function bar(share) {
  return svg`<svg class="bar-of" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect width=${Math.round(share * 1000) / 10} height="4"></rect>
  </svg>`;
}
