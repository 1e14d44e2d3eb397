/** The page Me: whose device this is. */
import { html, nothing, render } from 'lit-html';
import { current, isLocal } from '../store/account.js';
import { listen } from '../store/changes.js';
import { pendingNotes } from '../store/entries.js';
import { words } from '../ui/words.js';

export function start() {
  const place = document.getElementById('account-state');
  const user = current();
  // Without scripts nobody knows who reads, so the page has them.
  /** @type {HTMLElement} */ (document.getElementById('account-links')).hidden = user === null || isLocal(user);
  if (!place || user === null) return;
  place.replaceChildren();
  if (isLocal(user)) return void import('./me_local.js').then(({ local }) => render(local(), place));
  const draw = async () => render(state(await pendingNotes(user).catch(() => 0)), place);
  listen((change) => {
    if (change.user === user && ['saved', 'synced'].includes(change.what)) void draw();
  });
  void draw();
}

/** @param {number} notes that are not sent yet */
function state(notes) {
  const { account, paths } = words;
  return html`
    <p>${account.in}</p>
    ${notes ? html`<p>${account.unsent(notes)}</p>` : nothing}
    <p class="actions">
      <a class="button" href=${paths.diary}>${account.diary}</a>
    </p>
  `;
}
