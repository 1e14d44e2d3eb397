/** What is asked of one device, inside its card: another name, or whether it must be forgotten. */
import { html, nothing } from 'lit-html';
import { deviceWords as said } from '../ui/words/devices.js';

/** As LONGEST_NAME of webapp/sync/answers.py. */
const LONGEST = 60;

/** @typedef {{name: string, trouble: string, close(): void}} Asked trouble: why it did not work; empty when nothing was tried */

/** @param {Asked & {keep(typed: string): void}} asked */
export function naming({ name, trouble, close, keep }) {
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    keep(/** @type {HTMLInputElement} */ (document.getElementById('asked')).value);
  };
  return html`<form class="stack" @submit=${submit}>
    <div class=${trouble ? 'field wrong' : 'field'}>
      <label for="asked">${said.name}</label>
      ${problem(trouble)}
      <input
        id="asked"
        autocomplete="off"
        maxlength=${LONGEST}
        .value=${name}
        aria-describedby=${trouble ? 'asked-error' : nothing}
        aria-invalid=${trouble ? 'true' : nothing}
      />
    </div>
    <p class="actions">
      <button type="submit">${said.save}</button>
      <button type="button" class="quiet" @click=${close}>${said.cancel}</button>
    </p>
  </form>`;
}

/** @param {Asked & {yes(): void}} asked */
export function forgetting({ name, trouble, close, yes }) {
  return html`<div class="stack">
    <h3 id="asked" tabindex="-1">${said.sure(name)}</h3>
    <p>${said.means}</p>
    ${problem(trouble)}
    <p class="actions">
      <button type="button" class="danger" @click=${yes}>${said.yes}</button>
      <button type="button" class="quiet" @click=${close}>${said.cancel}</button>
    </p>
  </div>`;
}

/** @param {string} trouble */
function problem(trouble) {
  return trouble ? html`<p class="error" id="asked-error" role="alert">${trouble}</p>` : nothing;
}
