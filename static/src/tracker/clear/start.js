/** The page to delete a period: two days, what would go, a question, and the way back until the page is left. */
import { html, nothing, render } from 'lit-html';
import { current, isLocal } from '../../store/account.js';
import { recall } from '../../store/memory.js';
import { viewOfAll } from '../../store/whole.js';
import { troubleOf } from '../../ui/deed.js';
import { invitation } from '../../ui/invite.js';
import { clearWords as said } from '../../ui/words/clear.js';
import { words } from '../../ui/words.js';
import { clearDays, countsOf, putBack, within } from './clear.js';

/**
 * @typedef {import('./clear.js').Entry} Entry
 * @typedef {{user: string, form: HTMLFormElement, place: HTMLElement}} Here
 * @typedef {{from: string, to: string}} Days
 */

export async function start() {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('period'));
  if (!form) return; // the server asks, or says what went: the form was sent before this was there
  const user = current();
  if (user === null) return form.replaceWith(invitation(words.invite.diary));
  const here = { user, form, place: /** @type {HTMLElement} */ (document.getElementById('found')) };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void look(here);
  });
  // What was found is of other days than those that stand there now.
  form.addEventListener('input', () => render(nothing, here.place));
  if (!isLocal(user) && (await recall(user, 'mode').catch(() => 'pull')) !== 'pull') say(here, 'warn', said.part);
}

/** @param {Here} here */
async function look(here) {
  const fields = new FormData(here.form);
  const days = { from: String(fields.get('first')), to: String(fields.get('last')) };
  if (!days.from || !days.to) return say(here, 'alarm', said.choose);
  if (days.from > days.to) return say(here, 'alarm', said.turned);
  const found = within(await viewOfAll(here.user), days.from, days.to);
  if (found.length === 0) return say(here, 'info', said.nothing);
  show(here, question(here, days, found), 'sure');
}

/** @param {Here} here @param {Days} days @param {Entry[]} found */
function question(here, days, found) {
  const counts = Object.entries(countsOf(found)).filter(([, many]) => many > 0);
  return html`<section class="card stack" aria-labelledby="sure">
    <h2 id="sure" tabindex="-1">${said.goes(found.length)}</h2>
    <ul>
      ${counts.map(([kind, many]) => html`<li>${said.kinds[/** @type {keyof typeof said.kinds} */ (kind)](many)}</li>`)}
    </ul>
    <p>${said.means}</p>
    <p class="actions">
      <button type="button" class="danger" @click=${() => void clear(here, days)}>${said.yes(found.length)}</button>
      <button type="button" class="quiet" @click=${() => say(here, 'info', said.stays)}>${said.no}</button>
    </p>
  </section>`;
}

/** @param {Here} here @param {Days} days */
async function clear(here, days) {
  try {
    const gone = await clearDays(here.user, days.from, days.to, (share) => busy(here, share, said.working));
    show(here, done(here, gone), 'done');
  } catch (error) {
    say(here, 'alarm', troubleOf(error));
  }
}

/** @param {Here} here @param {Entry[]} gone */
function done(here, gone) {
  return html`<section class="card stack" aria-labelledby="done">
    <h2 id="done" tabindex="-1">${said.gone(gone.length)}</h2>
    <p>${said.back}</p>
    <p class="actions">
      <button type="button" class="quiet" @click=${() => void undo(here, gone)}>${said.undo}</button>
      <a href=${words.paths.diary}>${words.account.diary}</a>
    </p>
  </section>`;
}

/** @param {Here} here @param {Entry[]} gone */
async function undo(here, gone) {
  try {
    await putBack(here.user, gone, (share) => busy(here, share, said.returning));
    say(here, 'good', said.returned(gone.length));
  } catch (error) {
    say(here, 'alarm', troubleOf(error));
  }
}

/** @param {Here} here @param {number} share @param {string} text */
function busy(here, share, text) {
  render(html`<progress max="1" value=${share} aria-labelledby="busy"></progress><p id="busy">${text}</p>`, here.place);
}

/** @param {Here} here @param {string} tone @param {string} text */
function say(here, tone, text) {
  show(here, html`<p id="told" class="notice ${tone}" tabindex="-1">${text}</p>`, 'told');
}

/** What had the focus is gone: it goes to what came in its place. @param {Here} here @param {unknown} part @param {string} id */
function show(here, part, id) {
  render(part, here.place);
  document.getElementById(id)?.focus();
}
