/** The page with a person's devices: which there are, when each synced last, its name, and how to have it forgotten. */
import { html, nothing, render } from 'lit-html';
import { current, isLocal } from '../store/account.js';
import { listen } from '../store/changes.js';
import { askDevices, forgetDevice, keptDevices, nameDevice } from '../sync/devices.js';
import { toast } from '../ui/toast.js';
import { momentOf } from '../ui/when.js';
import { deviceWords as said } from '../ui/words/devices.js';
import { words } from '../ui/words.js';
import { forgetting, naming } from './device_parts.js';
import { guessed } from './introduce.js';

/**
 * @typedef {{device: string, name: string, synced: number | null, own: boolean}} Shown synced: milliseconds
 * @typedef {{device: string, what: 'name' | 'forget', trouble: string}} Open what is asked of one device
 */

/** @type {Open | null} */
let open = null;
/** Whether the server told nothing when it was asked last. */
let unheard = false;

export async function start() {
  const user = current();
  if (user === null || isLocal(user)) return void render(invitation(), place());
  listen(({ user: whose, what }) => {
    if (whose !== user) return;
    if (what === 'devices' || what === 'synced') void draw(user);
  });
  await draw(user);
  void ask(user);
}

/** The devices as they are shown: this one first, then the one that synced last. @param {import('../sync/devices.js').Told} told @returns {Shown[]} */
export function inOrder({ own, synced, devices }) {
  const others = devices.filter(({ device }) => device !== own);
  const mine = devices.find(({ device }) => device === own);
  return [
    { device: own ?? '', name: mine?.name ?? guessed(), synced, own: true },
    ...others
      .map(({ device, name, seen_at: at }) => ({ device, name: name ?? said.nameless, synced: Date.parse(at), own: false }))
      .sort((one, other) => other.synced - one.synced),
  ];
}

/** @param {string} user */
async function ask(user) {
  unheard = !(await askDevices(user));
  await draw(user);
}

/** @param {string} user */
async function draw(user) {
  const told = await keptDevices(user);
  const shown = inOrder(told);
  const known = told.devices.some(({ device }) => device === told.own);
  const card = (/** @type {Shown} */ one) => html`<li class="card stack">${one.own ? mine(user, one, known) : another(user, one)}</li>`;
  render(
    html`${unheard ? html`<p class="notice info">${told.at === null ? said.unknown : said.asKnown(moment(told.at))}</p>` : nothing}
      <ul class="cards">
        ${shown.map(card)}
      </ul>
      ${shown.length > 1 ? html`<p class="meta">${said.others}</p>` : nothing}`,
    place(),
  );
}

/** This device; it has a name to change once the server knows it. @param {string} user @param {Shown} one @param {boolean} known */
function mine(user, one, known) {
  return html`${heading(one)}
  ${opened(user, one) ??
  html`<p class="actions">
    ${known ? asks(user, one, 'name', said.rename) : nothing}
    <a href=${words.paths.signOut}>${said.leave}</a>
  </p>`}`;
}

/** @param {string} user @param {Shown} one */
function another(user, one) {
  return html`${heading(one)}
  ${opened(user, one) ?? html`<p class="actions">${asks(user, one, 'name', said.rename)} ${asks(user, one, 'forget', said.forget)}</p>`}`;
}

/** @param {Shown} one */
function heading({ name, synced, own }) {
  const at = synced === null ? null : new Date(synced).toISOString();
  return html`<h2>${name}</h2>
    ${own ? html`<p><span class="tag">${said.here}</span></p>` : nothing}
    <p class="meta">${synced === null ? said.never : html`<time datetime=${String(at)}>${said.synced(moment(synced))}</time>`}</p>`;
}

/** A button that asks something of a device. @param {string} user @param {Shown} one @param {Open['what']} what @param {string} label */
function asks(user, { device, name }, what, label) {
  const work = () => turn(user, { device, what, trouble: '' });
  return html`<button type="button" class=${what === 'forget' ? 'quiet danger' : 'quiet'} id=${idOf(what, device)} @click=${work}>
    ${label}<span class="visually-hidden">: ${name}</span>
  </button>`;
}

/** What is asked of this device; null when nothing is. @param {string} user @param {Shown} one */
function opened(user, { device, name }) {
  if (open?.device !== device) return null;
  const { what, trouble } = open;
  const close = () => turn(user, null, idOf(what, device));
  if (what === 'forget') return forgetting({ name, trouble, close, yes: () => void forget(user, device, name) });
  return naming({ name, trouble, close, keep: (typed) => void rename(user, device, typed) });
}

/** @param {string} user @param {string} device @param {string} typed */
async function rename(user, device, typed) {
  const name = typed.trim();
  if (name === '') return turn(user, { device, what: 'name', trouble: said.empty });
  if (!(await nameDevice(user, device, name))) return turn(user, { device, what: 'name', trouble: said.failed });
  await turn(user, null, idOf('name', device));
  toast(said.named);
}

/** @param {string} user @param {string} device @param {string} name */
async function forget(user, device, name) {
  if (!(await forgetDevice(user, device))) return turn(user, { device, what: 'forget', trouble: said.failed });
  await turn(user, null, 'main');
  toast(said.forgotten(name));
}

/** Asks something else, or nothing; the focus goes along. @param {string} user @param {Open | null} now @param {string} [then] id of what gets the focus */
async function turn(user, now, then = 'asked') {
  open = now;
  await draw(user);
  document.getElementById(then)?.focus();
}

/** @param {Open['what']} what @param {string} device */
const idOf = (what, device) => `${what}-${device}`;

/** @param {number} at milliseconds */
const moment = (at) => momentOf(at, Date.now(), words.locale, said.today);

function invitation() {
  return html`<div class="notice info stack">
    <p>${said.signedOut}</p>
    <p class="actions"><a class="button" href=${words.paths.signIn}>${words.invite.signIn}</a></p>
  </div>`;
}

const place = () => /** @type {HTMLElement} */ (document.getElementById('devices'));
