/** The page Me: whose device this is. */
import { html, nothing, render } from 'lit-html';
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { pending } from '../store/entries.js';
import { words } from '../ui/words.js';

export function start() {
  const place = document.getElementById('account-state');
  const user = current();
  if (!place || user === null) return;
  place.replaceChildren();
  const draw = async () => render(state(await pending(user).catch(() => 0)), place);
  listen((change) => {
    if (change.user === user && ['saved', 'synced'].includes(change.what)) void draw();
  });
  void draw();
}

/** @param {number} unsent */
function state(unsent) {
  const { account, paths } = words;
  return html`
    <p>${account.in}</p>
    ${unsent ? html`<p>${account.unsent(unsent)}</p>` : nothing}
    <p class="actions">
      <a class="button" href=${paths.diary}>${account.diary}</a>
    </p>
  `;
}
