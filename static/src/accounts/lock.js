/** The page that puts a lock on the diary of this phone, and takes it off. */
import { html, nothing, render } from 'lit-html';
import { current, isLocal } from '../store/account.js';
import { LONGEST, SHORTEST } from '../store/code.js';
import { heldKey, sealed } from '../store/key.js';
import { putLockOn, takeLockOff } from '../store/lock.js';
import { lockWords } from '../ui/words/lock.js';
import { words } from '../ui/words.js';
import { guard, lockNow } from './away.js';

const { set: said } = lockWords;
const MINUTES = [1, 5, 15, 60];
const USUAL = 5;

/** @typedef {{busy: boolean, told: string, wrong: {code?: string, again?: string}}} Shown told: what became of it; wrong: by field */

export function start() {
  draw({ busy: false, told: '', wrong: {} });
}

/** @param {Shown} shown */
function draw(shown) {
  const user = current();
  const place = /** @type {HTMLElement} */ (document.getElementById('lock'));
  if (user === null || sealed()?.how === 'guest') return void render(html`<p class="notice info">${said.first}</p>`, place);
  render(html`${sealed() ? on(user, shown) : off(user, shown)}<p role="status" id="lock-told">${shown.busy ? said.working : shown.told}</p>`, place);
}

/** @param {string} user @param {Shown} shown */
function on(user, { busy }) {
  return html`<section class="notice good stack">
    <p>${said.on}</p>
    <p class="actions">
      <button type="button" @click=${lockNow}>${said.now}</button>
      <button type="button" class="quiet" aria-disabled=${busy} @click=${() => busy || void takeOff(user)}>${said.take}</button>
    </p>
  </section>`;
}

/** @param {string} user @param {Shown} shown */
function off(user, { busy, wrong }) {
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const filled = new FormData(/** @type {HTMLFormElement} */ (event.target));
    if (!busy) void putOn(user, String(filled.get('code')), String(filled.get('again')), Number(filled.get('minutes')));
  };
  return html`<form class="card stack" autocomplete="off" novalidate @submit=${submit}>
    <p>${said.off}</p>
    ${isLocal(user) ? html`<p class="notice warn">${said.local} <a href=${words.paths.takeAlong}>${words.leave.download}</a></p>` : nothing}
    ${field('code', said.code, wrong.code, said.hint)} ${field('again', said.again, wrong.again)}
    <div class="field">
      <label for="minutes">${said.minutes}</label>
      <select id="minutes" name="minutes">
        ${MINUTES.map((each) => html`<option value=${each} ?selected=${each === USUAL}>${said.after(each)}</option>`)}
      </select>
    </div>
    <div class="actions"><button type="submit" class="big" aria-disabled=${busy}>${said.put}</button></div>
  </form>`;
}

/** @param {string} name @param {string} label @param {string} [wrong] @param {string} [hint] */
function field(name, label, wrong, hint) {
  const about = [hint && `${name}-hint`, wrong && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class=${wrong ? 'field wrong' : 'field'}>
    <label for=${name}>${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${wrong ? html`<p class="error" id="${name}-error">${wrong}</p>` : nothing}
    <input id=${name} name=${name} type="password" autocomplete="off" aria-describedby=${about || nothing} aria-invalid=${wrong ? 'true' : nothing} />
  </div>`;
}

/** @param {string} user @param {string} code @param {string} again @param {number} minutes */
async function putOn(user, code, again, minutes) {
  const letters = [...code].length;
  const short = letters < SHORTEST ? said.short : letters > LONGEST ? said.long : undefined;
  const wrong = short ? { code: short } : code === again ? {} : { again: said.other };
  draw({ busy: false, told: '', wrong });
  const first = Object.keys(wrong)[0];
  if (first) return document.getElementById(first)?.focus();
  draw({ busy: true, told: '', wrong: {} });
  await done(async () => guard(await putLockOn(user, code, minutes)), said.done);
}

/** @param {string} user */
async function takeOff(user) {
  draw({ busy: true, told: '', wrong: {} });
  await done(async () => {
    const key = await heldKey(user);
    if (key === null) throw new Error('the key went away');
    await takeLockOff(user, key);
  }, said.gone);
}

/** @param {() => Promise<void>} work @param {string} told */
async function done(work, told) {
  try {
    await work();
    draw({ busy: false, told, wrong: {} });
  } catch {
    draw({ busy: false, told: said.failed, wrong: {} });
  }
}
