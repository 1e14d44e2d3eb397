/** A week with a tip: one tap a day, and at its end what it did. */
import { html, nothing } from 'lit-html';
import { addDays } from '../store/days.js';
import { shortDay } from '../ui/when.js';
import { words } from '../ui/words.js';
import { say } from '../ui/words/tips.js';
import { effectOf } from './card.js';
import { WEEK, dayOfWeek } from './standing.js';

/**
 * @typedef {import('./standing.js').Body} Body
 * @typedef {import('./choose.js').Effect} Effect
 * @typedef {{tip: string, title: string, text?: string, week: Body, asked: boolean}} Trying asked: its week is over
 * @typedef {{didToday(week: Body, on: boolean): void, stop(week: Body): void, say(week: Body, effect: Effect): void}} Acts
 */

/** @param {Trying[]} weeks @param {string} today @param {Acts} acts */
export function weeksOf(weeks, today, acts) {
  if (weeks.length === 0) return nothing;
  return html`<section class="stack" aria-labelledby="weeks">
    <h2 id="weeks">${say.trying}</h2>
    ${weeks.map((week) => weekOf(week, today, acts))}
  </section>`;
}

/** @param {Trying} trying @param {string} today @param {Acts} acts */
function weekOf({ tip, title, text, week, asked }, today, acts) {
  return html`<article class="card stack week" aria-labelledby="week-${tip}" data-week=${tip}>
    <h3 id="week-${tip}">${title}</h3>
    ${text && !asked ? html`<p>${text}</p>` : nothing} ${daysOf(week, today)}
    ${asked ? effectOf('', (effect) => acts.say(week, effect), say.weekOver) : going(week, today, acts)}
  </article>`;
}

/** @param {Body} week @param {string} today @param {Acts} acts */
function going(week, today, acts) {
  const day = Math.max(1, dayOfWeek(week, today));
  const done = week[`done_${day}`] === true;
  return html`<p class="meta">${say.dayOf(day)}</p>
    <p class="actions">
      <button type="button" class=${done ? 'quiet' : 'big'} aria-pressed=${done} @click=${() => acts.didToday(week, !done)}>${done ? say.didIt : say.did}</button>
      <button type="button" class="quiet" @click=${() => acts.stop(week)}>${say.stop}</button>
    </p>`;
}

/** Seven marks, for eyes and for ears. @param {Body} week @param {string} today */
function daysOf(week, today) {
  const days = Array.from({ length: WEEK }, (_, n) => addDays(week.began, n));
  return html`<ul class="days">
    ${days.map((day, n) => {
      const [done, short] = [week[`done_${n + 1}`] === true, shortDay(day, words.locale)];
      return html`<li class=${done ? 'on' : day <= today ? 'known' : ''} aria-current=${day === today ? 'date' : nothing}>
        <span aria-hidden="true">${short}</span><span class="visually-hidden">${done ? say.done(short) : say.open(short)}</span>
      </li>`;
    })}
  </ul>`;
}
