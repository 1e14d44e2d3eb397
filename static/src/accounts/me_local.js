/** The page Me, of a diary without an account. */
import { html } from 'lit-html';
import { localWords as said } from '../ui/words/local.js';
import { words } from '../ui/words.js';

export function local() {
  const { account, invite, paths } = words;
  return html`<p>${said.me} <a href=${paths.local}>${said.what}</a></p>
    <p class="actions">
      <a class="button" href=${paths.diary}>${account.diary}</a>
      <a class="button quiet" href=${paths.signUp}>${invite.signUp}</a>
      <a class="button quiet" href=${paths.signIn}>${invite.signIn}</a>
    </p>
    <p><a href=${paths.takeAlong}>${said.file}</a></p>`;
}
