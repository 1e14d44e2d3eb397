/** The page where somebody chooses what the diary asks; every choice is kept at once. */
import { html, render } from 'lit-html';
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { viewOf } from '../store/entries.js';
import { profileId } from '../store/identity.js';
import { settingsOf } from '../store/own_day.js';
import { troubleOf } from '../ui/deed.js';
import { goOn } from '../ui/focus.js';
import { invitation } from '../ui/invite.js';
import { toast } from '../ui/toast.js';
import { words } from '../ui/words.js';
import { choose, freeOwn, isUsual, neverAsked, ownQuestions } from './settings.js';

/** @typedef {import('../store/view.js').Body} Body */

/** What was chosen and is still being kept: a page drawn meanwhile must not turn it back. @type {Body} */
const pending = {};
let drawing = 0;

export async function start() {
  const user = current();
  if (user === null) return byId('answer').replaceChildren(invitation(words.invite.diary));
  for (const id of ['settings', 'own', 'ends']) byId(id).hidden = false;
  byId('settings').addEventListener('change', ({ target }) => {
    const box = /** @type {HTMLInputElement} */ (target);
    void keep(user, { [box.name]: box.checked });
  });
  byId('day_ends').addEventListener('change', ({ target }) => {
    void keep(user, { day_ends: Number(/** @type {HTMLSelectElement} */ (target).value) });
  });
  watchNew(user);
  listen((change) => {
    if (change.user === user && ['saved', 'synced'].includes(change.what)) void draw(user);
  });
  await draw(user);
}

/** @param {string} user */
async function draw(user) {
  const turn = ++drawing;
  const kept = await settingsOf(user);
  const profile = (await viewOf(user, await profileId(user)))?.body ?? {};
  if (turn !== drawing) return; // a later drawing read newer choices
  const settings = { ...kept, ...pending };
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#settings input'))) {
    const factor = rulesOf(box);
    const chosen = settings[box.name];
    box.checked = typeof chosen === 'boolean' ? chosen : isUsual(factor, profile);
    /** @type {HTMLElement} */ (box.closest('label')).hidden = neverAsked({ it: factor }, profile).has('it');
  }
  /** @type {HTMLSelectElement} */ (byId('day_ends')).value = String(settings.day_ends ?? 0);
  render(ownList(user, settings), byId('own-list'));
  drawNew(freeOwn(settings) !== null);
}

/** @param {boolean} more whether a question may be added */
function drawNew(more) {
  const form = byId('own-new');
  const here = form.contains(document.activeElement);
  form.hidden = !more;
  if (here) goOn(byId('own-list').querySelector('label:last-of-type input'));
}

/** When a factor is asked, as the page tells it. @param {HTMLInputElement} box @returns {any} */
function rulesOf({ defaultChecked, dataset }) {
  const traits = (/** @type {string | undefined} */ names) => names?.split(' ');
  return { usual: defaultChecked, also: traits(dataset.also), unless: traits(dataset.unless), never: traits(dataset.never) };
}

/** @param {string} user @param {Body} settings */
function ownList(user, settings) {
  return html`${ownQuestions(settings).map(
    ({ key, label, unit, asked }) => html`<label class="tick">
      <input type="checkbox" .checked=${asked}
        @change=${(/** @type {Event} */ { target }) =>
          void keep(user, { [`ask_${key}`]: /** @type {HTMLInputElement} */ (target).checked })} />
      <span><bdi>${label}</bdi>${unit ? html` (<bdi>${unit}</bdi>)` : ''}</span>
    </label>`,
  )}`;
}

/** @param {string} user */
function watchNew(user) {
  const form = /** @type {HTMLFormElement} */ (byId('own-new'));
  const unit = byId('own-unit-field');
  const show = () => (unit.hidden = new FormData(form).get('input') !== 'number');
  form.addEventListener('change', show);
  show();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const filled = new FormData(form);
    const name = String(filled.get('name')).trim();
    if (name === '') return byId('own-name').focus();
    const settings = await settingsOf(user);
    const key = freeOwn(settings);
    if (key === null) return;
    const number = filled.get('input') === 'number';
    const said = number ? String(filled.get('unit')).trim() : '';
    await keep(user, {
      [`${key}_name`]: name,
      [`${key}_input`]: number ? 'number' : 'yesno',
      ...(said ? { [`${key}_unit`]: said } : {}),
    });
    form.reset();
    show();
    byId('own-name').focus();
  });
}

/** @param {string} user @param {Body} choices */
async function keep(user, choices) {
  Object.assign(pending, choices);
  try {
    await choose(user, choices);
    toast(words.saved);
  } catch (error) {
    toast(troubleOf(error));
  } finally {
    for (const [name, value] of Object.entries(choices)) if (pending[name] === value) delete pending[name];
  }
  await draw(user);
}

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
