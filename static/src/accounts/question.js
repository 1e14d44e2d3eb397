/** The question of signing out with unsent entries. */
import { html, nothing } from 'lit-html';
import { words } from '../ui/words.js';

/**
 * @typedef {{left: number, busy: boolean, told: string, mayDiscard: boolean}} Asked
 * @typedef {{retry(): void, discard(): void, stay(): void, save(): void, typed(text: string): void}} Acts
 */

/** @param {Asked} asked @param {Acts} acts */
export function question({ left, busy, told, mayDiscard }, acts) {
  const { leave } = words;
  const status = html`<p role="status">${busy ? leave.busy : told}</p>`;
  if (left === 0) {
    return html`<h2 id="leave-title">${words.account.signOut}</h2>
      ${status} ${busy ? nothing : html`<p class="actions">${stay(acts)}</p>`}`;
  }
  return html`
    <h2 id="leave-title">${leave.title}</h2>
    <p>${leave.text(left)}</p>
    ${status}
    <p class="actions">
      <button type="button" ?disabled=${busy} @click=${acts.retry}>${leave.retry}</button>
      <button type="button" class="quiet" @click=${acts.save}>${leave.download}</button>
      ${stay(acts)}
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
      <button type="button" class="danger" ?disabled=${busy || !mayDiscard} @click=${acts.discard}>${leave.discard}</button>
    </p>
  `;
}

/** @param {Acts} acts */
function stay({ stay }) {
  return html`<button type="button" class="quiet" @click=${stay}>${words.leave.stay}</button>`;
}
