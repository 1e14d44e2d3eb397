/** A trial that runs: what today asks, with one tap, and how far it is. */
import { html, nothing } from 'lit-html';
import { addDays, daysBetween } from '../store/days.js';
import { lang, words } from '../ui/words.js';
import { trials } from '../ui/words/trials.js';
import { calendar } from './calendar.js';
import { lately, looksOf, over, toldOf } from './course.js';
import { question } from './question.js';
import { dateOf } from './view.js';

/**
 * @typedef {import('./view.js').Page} Page
 * @typedef {import('./view.js').Habit} Habit
 * @typedef {import('./view.js').Acts} Acts
 * @typedef {import('./course.js').Trial} Trial
 */

const say = trials[lang];
/** Days before today of which Log asks whether there was a cramp. */
const PAIN_DAYS = 6;

/** @param {Page} page @param {Trial} trial @param {Habit | undefined} habit @param {Acts} acts */
export function todayCard({ found, today }, trial, habit, acts) {
  const on = trial.order[daysBetween(trial.began, today)];
  const known = found.known.has(today);
  const did = toldOf(found.entries, trial).get(today) ?? null;
  return html`<section class="card stack trial-today ${on ? 'on' : 'off'}" aria-labelledby="trial-today">
    <h2 id="trial-today" tabindex="-1">${on ? say.today.on : say.today.off}</h2>
    <p><strong>${habit?.title ?? say.unknown}</strong></p>
    ${habit ? html`<p>${on ? habit.on : habit.off}</p>` : nothing}
    ${question(say.today.ask, did, (value) => acts.did(trial, today, value, did))}
    <p class="meta">${say.today.either}</p>
    <p>${known ? say.today.painKnown : say.today.painOpen}</p>
    ${known
      ? nothing
      : html`<p class="actions">
          <button type="button" class="quiet" @click=${acts.noCramp}>${say.today.noCramp}</button>
          <a class="button quiet" href=${words.paths.log}>${say.today.log}</a>
        </p>`}
  </section>`;
}

/** @param {Page} page @param {Trial} trial @param {import('./ask.js').Told | null} told */
export function progress({ found, today }, trial, told) {
  const { began, order } = trial;
  const done = over(trial, today);
  const on = order.slice(0, done).filter(Boolean).length;
  const known = order.slice(0, done).filter((_, place) => found.known.has(addDays(began, place))).length;
  const mayFillIn = lately(found.entries, trial, today).slice(0, PAIN_DAYS).some(({ day }) => !found.known.has(day));
  return html`<section class="card stack" aria-labelledby="trial-progress">
    <h2 id="trial-progress" tabindex="-1">${say.calendar.title(Math.min(done + 1, order.length), order.length)}</h2>
    <p>${say.calendar.sum(on, done - on, known, done)} ${mayFillIn ? html`<a href="${words.paths.log}#week">${words.tips.catchUp}</a>` : nothing}</p>
    ${calendar({ began, order, told: toldOf(found.entries, trial), known: found.known, today })}
    ${nextLook(trial, done, told)}
  </section>`;
}

/** @param {Trial} trial @param {number} done @param {import('./ask.js').Told | null} told */
function nextLook(trial, done, told) {
  const looks = looksOf(trial);
  const reached = looks.filter((look) => look <= done).at(-1);
  if (reached !== undefined && (told?.look ?? 0) < reached) return html`<p class="notice">${say.look.ready} ${say.look.waiting}</p>`;
  const next = looks.find((look) => look > done);
  if (next === undefined) return html`<p>${say.ended.over}</p>`;
  const day = dateOf(addDays(trial.began, next));
  return html`<p>${reached === undefined ? say.look.first(next - done, day) : say.look.next(next - done, day)}</p>`;
}
