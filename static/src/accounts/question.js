/** The questions of a device that is left with unsent entries. */
import { html, nothing } from 'lit-html';
import { words } from '../ui/words.js';

/**
 * @typedef {{notes: number, rest: number, busy: boolean, told: string, mayDiscard: boolean}} Asked
 *   notes: how many would be lost; rest: how much else
 * @typedef {{retry?(): void, discard(): void, stay(): void, save(): void, typed(text: string): void}} Acts
 * @typedef {{title: string, text: (notes: number, rest: number) => string, discard: string, later: string, short: string}} Says
 *   short: the title when nothing is left
 */

/** @param {Asked} asked @param {Acts} acts @param {Says} says */
export function question({ notes, rest, busy, told, mayDiscard }, acts, says) {
  const { leave } = words;
  const status = html`<p role="status">${busy ? leave.busy : told}</p>`;
  const stay = html`<button type="button" class="quiet" @click=${acts.stay}>${says.later}</button>`;
  if (notes + rest === 0) {
    return html`<h2 id="leave-title">${says.short}</h2>
      ${status} ${busy ? nothing : html`<p class="actions">${stay}</p>`}`;
  }
  return html`
    <h2 id="leave-title">${says.title}</h2>
    <p>${says.text(notes, rest)}</p>
    ${status}
    <p class="actions">
      ${acts.retry ? html`<button type="button" aria-disabled=${busy} @click=${() => busy || acts.retry?.()}>${leave.retry}</button>` : nothing}
      <button type="button" class=${acts.retry ? 'quiet' : ''} @click=${acts.save}>${leave.download}</button>
      ${stay}
    </p>
    <div class="field">
      <label for="leave-typed">${leave.typeLabel}</label>
      <input
        id="leave-typed"
        autocomplete="off"
        @input=${(/** @type {Event} */ event) => acts.typed(/** @type {HTMLInputElement} */ (event.target).value)}
      />
    </div>
    <p class="actions">
      <button type="button" class="danger" ?disabled=${busy || !mayDiscard} @click=${acts.discard}>${says.discard}</button>
    </p>
  `;
}

/** The last word on a device that is empty now. @param {{title: string, done: string, home: string}} says @param {() => void} go */
export function farewell({ title, done, home }, go) {
  return html`
    <h2 id="leave-title">${title}</h2>
    <p role="status">${done}</p>
    <p class="actions"><button type="button" @click=${go}>${home}</button></p>
  `;
}
