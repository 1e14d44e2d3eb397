/** The page to take a diary along and to bring one in. Everything is done on this device. */
import { html, nothing, render } from 'lit-html';
import { current, isLocal, localDiary } from '../store/account.js';
import { listen } from '../store/changes.js';
import { recall } from '../store/memory.js';
import { readCatalogue } from '../tracker/catalogue.js';
import { invitation } from '../ui/invite.js';
import { carryWords } from '../ui/words/carry.js';
import { words } from '../ui/words.js';
import { startBring } from './bring/section.js';
import { startOut } from './out/section.js';

export async function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('carry'));
  const user = current();
  if (user === null) return place.replaceChildren(invitation(words.invite.diary));
  const draw = async () => render(frame(await isWhole(user)), place);
  await draw();
  listen((change) => {
    if (change.user === user && change.what === 'synced') void draw();
  });
  const here = { user, catalogue: readCatalogue() };
  startOut({ ...here, place: section('out') });
  await startBring({ ...here, place: section('bring') });
  if (isLocal(user)) return (await import('./local/remove.js')).startRemove({ user, place: section('remove') });
  if ((await localDiary()) !== null) await (await import('./local/section.js')).startTake({ ...here, place: section('local') });
}

/** Whether everything that the server has is on this device; without an account it has nothing. @param {string} user */
export async function isWhole(user) {
  return isLocal(user) || (await recall(user, 'mode').catch(() => 'pull')) === 'pull';
}

/** @param {boolean} whole */
function frame(whole) {
  return html`${whole ? nothing : html`<p class="notice warn">${carryWords.out.part}</p>`}
    <div id="local" ?hidden=${!whole}></div>
    <section id="out" class="card stack" aria-labelledby="out-title"></section>
    <section id="bring" class="card stack" aria-labelledby="bring-title" ?hidden=${!whole}></section>
    <div id="remove"></div>`;
}

/** @param {string} id */
function section(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
