/** Removes a diary without an account from this device: it is nowhere else, so it is asked twice, beside the files. */
import { html, nothing, render } from 'lit-html';
import { notesAmong, view } from '../../store/entries.js';
import { leaveLocal } from '../../sync/session.js';
import { localWords } from '../../ui/words/local.js';
import { words } from '../../ui/words.js';

/**
 * @typedef {{user: string, place: HTMLElement}} Here
 * @typedef {{notes: number, ready: boolean, trouble: string} | null} Asked null: nothing was asked yet; ready: it was typed
 */

const { remove: said } = localWords;

/** @param {Here} here */
export function startRemove(here) {
  draw(here, null);
}

/** @param {Here} here @param {Asked} asked */
function draw(here, asked) {
  const part = html`<section class="card stack" aria-labelledby="remove-title">
    <h2 id="remove-title" tabindex="-1">${said.title}</h2>
    ${asked ? question(here, asked) : first(here)}
  </section>`;
  render(part, here.place);
}

/** @param {Here} here */
function first(here) {
  const ask = async () => {
    draw(here, { notes: notesAmong(await view(here.user)), ready: false, trouble: '' });
    document.getElementById('remove-typed')?.focus();
  };
  return html`<p>${said.hint}</p>
    <p><button type="button" class="quiet danger" @click=${ask}>${said.ask}</button></p>`;
}

/** @param {Here} here @param {NonNullable<Asked>} asked */
function question(here, asked) {
  const typed = (/** @type {any} */ { target }) => draw(here, { ...asked, ready: target.value.trim().toLowerCase() === said.type });
  const back = () => {
    draw(here, null);
    document.getElementById('remove-title')?.focus();
  };
  return html`<p id="remove-sure">${said.sure(asked.notes)}</p>
    ${asked.trouble ? html`<p class="notice alarm" role="alert">${asked.trouble}</p>` : nothing}
    <div class="field">
      <label for="remove-typed">${said.typeLabel}</label>
      <input id="remove-typed" autocomplete="off" aria-describedby="remove-sure" @input=${typed} />
    </div>
    <p class="actions">
      <a class="button" href="#out">${said.file}</a>
      <button type="button" class="quiet" @click=${back}>${said.no}</button>
      <button type="button" class="danger" ?disabled=${!asked.ready} @click=${() => void remove(here, asked)}>${said.yes}</button>
    </p>`;
}

/** @param {Here} here @param {NonNullable<Asked>} asked */
async function remove(here, asked) {
  try {
    await leaveLocal(here.user);
    sessionStorage.clear();
    location.assign(words.paths.home);
  } catch {
    draw(here, { ...asked, trouble: said.failed });
  }
}
