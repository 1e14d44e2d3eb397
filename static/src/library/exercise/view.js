/** How the guided mode looks: before, during and after. */
import { html, nothing } from 'lit-html';
import { words } from '../../ui/words.js';
import { placeText } from './said.js';

/**
 * @typedef {{guide: import('./timeline.js').Guide, title: string, voice: boolean, speaks: boolean,
 *   before: number | null, after: number | null, mayKeep: boolean, problem: string}} State
 *   voice: there is one; speaks: it is wanted; mayKeep: there is an account on this device
 * @typedef {{start(): void, speak(on: boolean): void, before(pain: number): void, after(pain: number): void,
 *   pause(): void, resume(): void, stop(): void, keep(): void, leave(): void}} Acts
 * @typedef {{phase: import('./timeline.js').Phase, cue: string, left: number, part: number, paused: boolean}} Now part: 0 to 1
 */

/** @param {State} state @param {Acts} acts */
export function beforePage(state, acts) {
  const { exercise } = words;
  return html`<div class="stack">
    <h2 id="guide-title" tabindex="-1">${state.title}</h2>
    <p>${exercise.ready}</p>
    ${painScale('before', exercise.painNow, state.before, acts.before)} ${state.voice ? speaker(state, acts) : nothing}
    <p class="actions">
      <button type="button" class="big" @click=${acts.start}>${exercise.start}</button>
      <button type="button" class="quiet" @click=${acts.leave}>${words.close}</button>
    </p>
    <p class="meta">${exercise.stopRule}</p>
  </div>`;
}

/** @param {State} state @param {Now} now @param {Acts} acts @param {unknown} drawing */
export function runningPage({ guide, title }, { phase, cue, left, part, paused }, acts, drawing) {
  const { exercise } = words;
  return html`<div class="stack running">
    <h2 id="guide-title" class="meta" tabindex="-1">${title}</h2>
    ${drawing}
    <p class="cue" role="status">${cue}</p>
    ${count(guide, phase, left)}
    <p class="meta">${placeText(phase, guide, exercise)}</p>
    <progress max="1" .value=${part} aria-label=${exercise.progress}></progress>
    <p class="actions">
      <button type="button" class="big" @click=${paused ? acts.resume : acts.pause}>${paused ? exercise.resume : exercise.pause}</button>
      <button type="button" class="quiet" @click=${acts.stop}>${exercise.stop}</button>
    </p>
  </div>`;
}

/** @param {State} state @param {number} sets @param {Acts} acts */
export function afterPage(state, sets, acts) {
  const { exercise, invite, paths } = words;
  const worse = state.before !== null && state.after !== null && state.after > state.before + 2;
  return html`<div class="stack">
    <h2 id="guide-title" tabindex="-1">${sets > 0 ? exercise.done : exercise.stopped}</h2>
    <p>${sets > 0 ? exercise.doneSets(sets) : exercise.stoppedText}</p>
    ${sets > 0 && state.mayKeep ? painScale('after', exercise.painAfter, state.after, acts.after) : nothing}
    ${worse ? html`<p class="notice info">${exercise.worse} <a href=${paths.alarm}>${words.entry.alarm}</a></p>` : nothing}
    ${state.problem ? html`<p class="notice alarm" role="alert">${state.problem}</p>` : nothing}
    ${sets > 0 && !state.mayKeep ? html`<p class="notice info">${exercise.noAccount} <a href=${paths.signIn}>${invite.signIn}</a></p>` : nothing}
    <p class="actions">
      ${sets > 0 && state.mayKeep
        ? html`<button type="button" class="big" @click=${acts.keep}>${exercise.keep}</button>
            <button type="button" class="quiet" @click=${acts.leave}>${exercise.dontKeep}</button>`
        : html`<button type="button" class="big" @click=${acts.leave}>${words.close}</button>`}
    </p>
  </div>`;
}

/** @param {State['guide']} guide @param {Now['phase']} phase @param {number} left */
function count({ breath }, phase, left) {
  const figure = html`<span class="count" role="timer" aria-live="off">${clock(left)}</span>`;
  if (!breath || phase.kind !== 'move') return html`<p>${figure}</p>`;
  return html`<p class="breath ${phase.move === 0 ? 'in' : 'out'}">${figure}</p>`;
}

/** Seconds as they are, and minutes from two minutes on. @param {number} left */
export function clock(left) {
  if (left < 120) return String(left);
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}

/** @param {State} state @param {Acts} acts */
function speaker({ speaks }, acts) {
  return html`<label class="tick">
    <input type="checkbox" .checked=${speaks} @change=${(/** @type {Event} */ event) => acts.speak(/** @type {HTMLInputElement} */ (event.target).checked)} />
    ${words.exercise.speak}
  </label>`;
}

/** The same markup as the scale of forms.html. @param {string} name @param {string} legend @param {number | null} value @param {(pain: number) => void} choose */
function painScale(name, legend, value, choose) {
  const { exercise, entry } = words;
  return html`<fieldset class="scale" role="radiogroup">
    <legend>${legend}</legend>
    <div class="options">
      ${Array.from({ length: 11 }, (_, pain) => html`<label class="option">
        <input type="radio" name="pain-${name}" value=${pain} .checked=${value === pain} @change=${() => choose(pain)} />
        <span aria-hidden="true">${pain}</span><span class="visually-hidden">${entry.of10(pain)}</span>
      </label>`)}
    </div>
    <p class="ends" aria-hidden="true"><span>0 = ${exercise.noPain}</span><span>10 = ${exercise.worstPain}</span></p>
  </fieldset>`;
}
