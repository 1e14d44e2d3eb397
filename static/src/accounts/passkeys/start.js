/** The forms that a passkey fills in: to sign in, to prove who one is, and to add one. */
import { passkeyWords as words } from '../../ui/words/passkeys.js';
import { lang } from '../../ui/words.js';
import { canUse, make, use } from './authenticator.js';

/** @typedef {import('./authenticator.js').NewQuestion} NewQuestion */

const PATIENCE = 10_000;
const RENEW = 30_000; // before a question is too old
const WHERE = { use: '/api/passkeys/question', make: '/api/passkeys/new', join: '/api/passkeys/join' };

/** What was offered beside the password, and waits. */
let offered = new AbortController();

export function start() {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[data-passkey]'))) {
    if (!canUse(form.dataset.site ?? '')) continue;
    form.hidden = false;
    for (const otherwise of document.querySelectorAll('[data-without-passkeys]')) otherwise.remove();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void tapped(form);
    });
    if (document.querySelector('[autocomplete~="webauthn"]')) void offer(form);
  }
}

/** @param {HTMLFormElement} form */
async function tapped(form) {
  if (form.ariaBusy === 'true') return;
  const name = /** @type {HTMLInputElement | null} */ (form.elements.namedItem('name'));
  if (name?.value.trim() === '') return form.submit(); // the server says what is missing
  form.ariaBusy = 'true';
  tell(form, '');
  offered.abort();
  try {
    const question = await ask(form);
    if (form.dataset.passkey === 'join') question.called = name?.value ?? '';
    send(form, await (form.dataset.passkey === 'use' ? use(question) : make(question)));
  } catch (error) {
    tell(form, why(error));
    form.ariaBusy = 'false';
  }
}

/** Lets the browser offer passkeys where the address is typed, as long as nobody taps. @param {HTMLFormElement} form */
async function offer(form) {
  if (!(await globalThis.PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  try {
    const question = await ask(form);
    offered = new AbortController();
    const { signal } = offered;
    const renew = setTimeout(() => {
      offered.abort();
      void offer(form);
    }, question.within - RENEW);
    signal.addEventListener('abort', () => clearTimeout(renew));
    send(form, await use(question, { mediation: 'conditional', signal }));
  } catch {
    // Nobody asked for it: the button is there, and the password.
  }
}

/** @param {HTMLFormElement} form @returns {Promise<NewQuestion>} */
async function ask(form) {
  const where = WHERE[/** @type {keyof typeof WHERE} */ (form.dataset.passkey)];
  const response = await fetch(where, {
    method: 'POST',
    headers: { 'Accept-Language': lang },
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PATIENCE),
  });
  // Signed out, or not proved lately who it is: the page itself leads on from there.
  if ([401, 403, 410].includes(response.status)) location.reload();
  const said = await response.json();
  if (!response.ok) throw new Refusal(said.error.message);
  return said;
}

/** @param {HTMLFormElement} form @param {Record<string, string>} filled */
function send(form, filled) {
  const own = /** @type {HTMLInputElement | null} */ (document.getElementById('shared'));
  const shared = /** @type {HTMLInputElement | null} */ (form.elements.namedItem('shared'));
  if (shared) shared.value = own?.checked ? 'y' : '';
  for (const [name, value] of Object.entries(filled)) {
    /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = value;
  }
  form.submit();
}

/** What the server says of it. */
class Refusal extends Error {}

/** @param {unknown} error */
function why(error) {
  if (error instanceof Refusal) return error.message;
  const { name } = /** @type {Error} */ (error);
  if (name === 'NotAllowedError' || name === 'AbortError') return words.stopped;
  if (name === 'InvalidStateError') return words.known;
  return name === 'TypeError' || name === 'TimeoutError' ? words.noConnection : words.failed;
}

/** @param {HTMLFormElement} form @param {string} what */
function tell(form, what) {
  /** @type {HTMLElement} */ (form.querySelector('[role="alert"]')).textContent = what;
}
