/** Whether it was done: one tap, and the same once more takes it back. */
import { html, nothing } from 'lit-html';
import { lang } from '../ui/words.js';
import { trials } from '../ui/words/trials.js';

const { today: say } = trials[lang];

/** @param {string} ask @param {boolean | null} did @param {(value: boolean) => void} tap @param {'big' | 'small'} [size] */
export function question(ask, did, tap, size = 'big') {
  const button = (/** @type {boolean} */ value, /** @type {string} */ text) =>
    html`<button type="button" class="${size} ${did === value ? '' : 'quiet'}" aria-pressed=${did === value ? 'true' : 'false'} @click=${() => tap(value)}>${did === value ? html`<span aria-hidden="true">✓</span>` : nothing}${text}</button>`;
  return html`<fieldset class="trial-question"><legend>${ask}</legend>
    <p class="actions">${button(true, say.yes)} ${button(false, say.no)}</p>
  </fieldset>`;
}
