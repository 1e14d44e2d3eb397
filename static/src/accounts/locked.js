/** The lock on a page: the code opens it, and who forgot it starts anew. */
import { html, nothing, render } from 'lit-html';
import { isLocal } from '../store/account.js';
import { pending, view } from '../store/entries.js';
import { holdKey, sealed } from '../store/key.js';
import { tryCode } from '../store/lock.js';
import { finishSignOut, leaveGuest, leaveLocal, signOutThere } from '../sync/session.js';
import { lockWords as said } from '../ui/words/lock.js';
import { words } from '../ui/words.js';

/**
 * @typedef {import('../store/key.js').Lock} Lock
 * @typedef {{told: string, busy: boolean, closed: boolean, many: number, ready: boolean}} Shown many: entries that would be lost; ready: it was typed
 */

/** Puts the lock in the place of the page. @param {Lock} lock */
export async function showLock({ user, closed }) {
  const lost = isLocal(user) ? view(user).then(({ length }) => length) : pending(user);
  draw(user, { told: '', busy: false, closed, many: await lost.catch(() => 0), ready: false });
  document.getElementById('code')?.focus();
}

/** @param {string} user @param {Shown} shown */
function draw(user, shown) {
  const change = (/** @type {Partial<Shown>} */ to) => draw(user, { ...shown, ...to });
  const part = html`<div class="stack" id="locked">
    <h1>${said.title}</h1>
    ${shown.closed ? closed() : form(shown, (code) => void attempt(user, shown, code))}
    <details class="stack">
      <summary>${said.forgot}</summary>
      <div class="stack">${forgotten(user, shown, change)}</div>
    </details>
  </div>`;
  const main = /** @type {HTMLElement} */ (document.getElementById('main'));
  if (!document.getElementById('locked')) main.replaceChildren();
  render(part, main);
}

/** @param {Shown} shown @param {(code: string) => void} tried */
function form({ told, busy }, tried) {
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (document.getElementById('code'));
    if (!busy) tried(field.value);
  };
  return html`<form class="stack" autocomplete="off" novalidate @submit=${submit}>
    <div class=${told ? 'field wrong' : 'field'}>
      <label for="code">${said.code}</label>
      <p class="error" id="code-error" role="alert">${told}</p>
      <input id="code" type="password" autocomplete="off" aria-describedby="code-error" aria-invalid=${told ? 'true' : nothing} />
    </div>
    <div class="actions"><button type="submit" class="big" aria-disabled=${busy}>${said.open}</button></div>
    <p role="status">${busy ? said.busy : ''}</p>
  </form>`;
}

function closed() {
  return html`<div class="notice warn stack">
    <p>${said.closed}</p>
    <p><a class="button" href=${words.paths.signIn}>${words.invite.signIn}</a></p>
  </div>`;
}

/** @param {string} user @param {Shown} shown @param {string} code */
async function attempt(user, shown, code) {
  draw(user, { ...shown, busy: true, told: '' });
  const lock = /** @type {Lock} */ (sealed());
  const tried = await tryCode(lock, code, !isLocal(user));
  if (tried.state === 'open') {
    holdKey(user, tried.key);
    return location.reload();
  }
  if (tried.state === 'closed') void signOutThere();
  draw(user, { ...shown, busy: false, closed: tried.state === 'closed', told: why(tried) });
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById('code'));
  field?.select();
}

/** @param {import('../store/lock.js').Tried} tried */
function why(tried) {
  if (tried.state === 'wrong') return said.wrong(tried.left);
  if (tried.state !== 'wait') return '';
  return said.wait(new Date(tried.until).toLocaleTimeString(words.locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }));
}

/** @param {string} user @param {Shown} shown @param {(to: Partial<Shown>) => void} change */
function forgotten(user, { many, ready }, change) {
  const typed = (/** @type {any} */ { target }) => change({ ready: target.value.trim().toLowerCase() === words.leave.type });
  return html`<p>${isLocal(user) ? said.lostLocal(many) : said.lost(many)}</p>
    <div class="field">
      <label for="lock-typed">${words.leave.typeLabel}</label>
      <input id="lock-typed" autocomplete="off" @input=${typed} />
    </div>
    <p><button type="button" class="danger" ?disabled=${!ready} @click=${() => void empty(user)}>${said.empty}</button></p>`;
}

/** @param {string} user */
async function empty(user) {
  await (isLocal(user) ? leaveLocal(user) : leaveGuest(user));
  sessionStorage.clear();
  // Else the page to sign in says that somebody is.
  await finishSignOut();
  location.assign(isLocal(user) ? words.paths.home : words.paths.signIn);
}
