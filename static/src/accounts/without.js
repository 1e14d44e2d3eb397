/** The page that says what a diary without an account is, and begins one. */
import { html, nothing, render } from 'lit-html';
import { becomeLocal, current, isLocal } from '../store/account.js';
import { announce } from '../store/changes.js';
import { notesAmong, view } from '../store/entries.js';
import { localWords as said } from '../ui/words/local.js';
import { words } from '../ui/words.js';

export async function start() {
  const user = current();
  if (user === null) return draw(beginning(''));
  if (!isLocal(user)) return draw(html`<p class="notice info">${said.signedIn}</p>`);
  draw(here(notesAmong(await view(user).catch(() => []))));
}

/** @param {string} trouble */
function beginning(trouble) {
  return html`${trouble ? html`<p class="notice alarm">${trouble}</p>` : nothing}
    <p class="actions"><button type="button" class="big" @click=${() => void begin()}>${said.begin}</button></p>`;
}

async function begin() {
  try {
    announce({ user: await becomeLocal(), what: 'account' });
    location.assign(words.paths.today);
  } catch {
    draw(beginning(said.failed));
  }
}

/** @param {number} notes */
function here(notes) {
  return html`<div class="notice good stack">
    <p>${said.here(notes)}</p>
    <p class="actions">
      <a class="button" href=${words.paths.diary}>${words.account.diary}</a>
      <a class="button quiet" href=${words.paths.takeAlong}>${said.file}</a>
    </p>
  </div>`;
}

/** @param {unknown} what */
function draw(what) {
  render(what, /** @type {HTMLElement} */ (document.getElementById('local')));
}
