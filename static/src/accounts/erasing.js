/** The page to erase an account: what waits on this device goes too, and can be taken along first. */
import { html, nothing, render } from 'lit-html';
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { words } from '../ui/words.js';
import { erasingWords } from '../ui/words/erasing.js';
import { keptAsFile, leftOf, setErasing } from './left.js';

export async function start() {
  setErasing(null);
  const user = current();
  const place = document.getElementById('unsent');
  if (user === null || !place) return;
  let told = '';
  const draw = async () => render(waiting(await leftOf(user), told, save), place);
  const save = async () => {
    await keptAsFile(user);
    told = erasingWords.saved(words.leave.file);
    await draw();
  };
  document.getElementById('erase')?.addEventListener('submit', () => setErasing(user));
  listen((change) => {
    if (change.user === user && ['saved', 'synced'].includes(change.what)) void draw();
  });
  await draw();
}

/** @param {{notes: number, rest: number}} left @param {string} told @param {() => void} save */
function waiting({ notes, rest }, told, save) {
  if (notes + rest === 0) return nothing;
  return html`<p class="notice warn">${erasingWords.waiting(notes, rest)}</p>
    <p class="actions"><button type="button" class="quiet" @click=${save}>${words.leave.download}</button></p>
    <p role="status">${told}</p>`;
}
