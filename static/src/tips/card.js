/** A tip as a card: what to do, why, and what one can choose about it. */
import { html, nothing } from 'lit-html';
import { tryOut } from '../trials/lead.js';
import { dayName, shortDay } from '../ui/when.js';
import { words } from '../ui/words.js';
import { say } from '../ui/words/tips.js';
import { pointsOf } from './points.js';

/**
 * @typedef {import('./ask.js').Tip} Tip
 * @typedef {import('./standing.js').Standing} Standing
 * @typedef {import('./choose.js').Effect} Effect
 * @typedef {{did(tip: string): void, effectOnce(tip: string, effect: Effect): void, begin(tip: string): void,
 *   keep(tip: string, on: boolean): void, notNow(tip: string): void, already(tip: string): void,
 *   notForMe(tip: string): void, back(tip: string): void}} Acts
 * @typedef {{standing?: Standing, today: string, did: string | null}} Around did: '' when it was done today, or what that did
 */

const MOST_DAYS = 14;
/** @type {Effect[]} */
export const EFFECTS = ['helped', 'no_difference', 'worse'];

/** @param {Tip} tip @param {Around} around @param {Acts} acts */
export function card(tip, around, acts) {
  const { id, title, text } = tip;
  const state = around.standing?.state ?? 'open';
  if (state !== 'open') return put(tip, /** @type {Standing} */ (around.standing), around.today, acts);
  return html`<article class="card stack tip" aria-labelledby="tip-${id}" data-tip=${id}>
    <h3 id="tip-${id}">${title}</h3>
    <p>${text}</p>
    ${whyOf(tip)} ${doing(tip, around, acts)} ${moreOf(tip)}
  </article>`;
}

/** A tip that was put away, in one line. @param {Tip} tip @param {Standing} standing @param {string} today @param {Acts} acts */
function put({ id, title }, standing, today, acts) {
  return html`<article class="card stack tip" aria-labelledby="tip-${id}" data-tip=${id}>
    <h3 id="tip-${id}">${title}</h3>
    <p class="meta">${stateOf(standing, today)}</p>
    ${['trying', 'ask'].includes(standing.state)
      ? nothing
      : html`<p class="actions"><button type="button" class="quiet" @click=${() => acts.back(id)}>${say.back}</button></p>`}
  </article>`;
}

/** Why a tip is not offered. @param {Standing} standing @param {string} today */
export function stateOf({ state, until }, today) {
  const words_ = say.states[/** @type {'not_now'} */ (state)];
  return typeof words_ === 'function' ? words_(dayName(until ?? today, today, words)) : words_;
}

/** @param {Tip} tip */
function whyOf({ id, why, days, norm, own, article }) {
  return html`<div class="why stack">
    <h4>${words.tips.why}</h4>
    <p>${why}</p>
    ${days.length ? daysOf(days) : nothing}
    ${norm ? html`<p class="meta">${say.norm}: ${norm}</p>` : nothing}
    ${own ? html`<p id="own-${id}"><strong>${say.own}:</strong> ${own}</p>` : nothing}
    <p><a href=${article.url}>${article.heading ? say.explained(article.heading, article.title) : words.tips.read(article.title)}</a></p>
  </div>`;
}

/** @param {Tip} tip @param {Around} around @param {Acts} acts */
function doing({ id, page }, { standing, did }, acts) {
  if (did !== null) return effectOf(did, (effect) => acts.effectOnce(id, effect));
  return html`<p class="actions">
      <button type="button" @click=${() => acts.begin(id)}>${say.try}</button>
      <button type="button" class="quiet" @click=${() => acts.did(id)}>${say.doneOnce}</button>
      ${kept(id, standing?.saved ?? false, acts)}
    </p>
    ${page ? html`<p><a class="button quiet" href=${page.url}>${page.title}</a></p>` : nothing} ${tryOut(id)}
    <details class="more">
      <summary>${say.other}</summary>
      <p class="actions">
        <button type="button" class="quiet" @click=${() => acts.notNow(id)}>${say.notNow}</button>
        <button type="button" class="quiet" @click=${() => acts.already(id)}>${say.already}</button>
        <button type="button" class="quiet" @click=${() => acts.notForMe(id)}>${say.notForMe}</button>
      </p>
    </details>`;
}

/** @param {string} id @param {boolean} on @param {{keep(tip: string, on: boolean): void}} acts */
export function kept(id, on, acts) {
  return html`<button type="button" class="quiet" aria-pressed=${on} @click=${() => acts.keep(id, !on)}>${on ? say.saved : say.save}</button>`;
}

/** Three answers, or thanks for one. @param {string} said @param {(effect: Effect) => void} answer @param {string} [question] */
export function effectOf(said, answer, question = say.effect) {
  if (said) return html`<p class="meta">${say.thanks[/** @type {Effect} */ (said)]}</p>`;
  return html`<div class="stack" role="group" aria-label=${question}>
    <p>${question}</p>
    <p class="actions">
      ${EFFECTS.map((effect) => html`<button type="button" class="quiet" @click=${() => answer(effect)}>${say.effects[effect]}</button>`)}
    </p>
  </div>`;
}

/** @param {Tip} tip */
function moreOf(tip) {
  const { strength, grade, sources, not_for: notFor = [] } = tip;
  return html`<details class="more">
      <summary>${say.more}</summary>
      <div class="stack">
        <p><span class="grade" data-grade=${grade}>${words.tips.strength}: ${strength}</span></p>
        ${sources.length ? html`<p class="meta">${words.tips.source}: ${sources.map(source)}</p>` : nothing}
        <p class="meta">${notFor.length ? `${say.notFor} ${notFor.join('; ')}.` : say.forAll}</p>
      </div>
    </details>
    ${pointsOf(tip)}`;
}

/** The newest days, each leading to the diary; a long row of them says no more than their number. @param {string[]} days */
function daysOf(days) {
  const shown = days.slice(-MOST_DAYS);
  const others = days.length - shown.length;
  return html`<p class="meta">${others ? words.tips.newestDays(shown.length) : words.tips.days}</p>
    <ul class="days linked">
      ${shown.map((day) => html`<li class="on"><a href="${words.paths.diary}#${day}"><time datetime=${day}>${shortDay(day, words.locale)}</time></a></li>`)}
    </ul>`;
}

/** @param {Tip['sources'][number]} source @param {number} place */
function source({ name, url }, place) {
  return html`${place ? '; ' : ''}${url ? html`<a href=${url} rel="noreferrer">${name}</a>` : name}`;
}
