/** Why something is not there without an account. */
import { html } from 'lit-html';
import { localWords } from './words/local.js';
import { words } from './words.js';

/** @param {string} [why] */
export function withoutAccount(why = localWords.noServer) {
  return html`<p class="empty">${why} <a href=${words.paths.local}>${localWords.what}</a></p>`;
}
