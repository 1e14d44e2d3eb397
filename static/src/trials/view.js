/** How the page Trials looks: nothing chosen, a plan, a trial that runs, or one that is over. */
import { html, nothing } from 'lit-html';
import { lang, words } from '../ui/words.js';
import { trials } from '../ui/words/trials.js';
import { choices, planOf } from './choose.js';
import { lastOf, longer, looksOf, over, runs, trialsOf } from './course.js';
import { lateCard } from './late.js';
import { resultOf } from './result.js';
import { progress, todayCard } from './running.js';

/**
 * @typedef {import('./course.js').Trial} Trial
 * @typedef {{id: string, block: number, exclude: string[], title: string, on: string, off: string, not_for: string,
 *   article: {title: string, url: string}}} Habit
 * @typedef {{habits: Habit[], found: import('./shelf.js').Found, results: import('./ask.js').Results | null, today: string,
 *   chosen: string | null, seed: number}} Page results: as the server told them last; seed: of the plan that is shown
 * @typedef {{choose(habit: string | null): void, begin(event: SubmitEvent, habit: string): void,
 *   did(trial: Trial, day: string, did: boolean, before: boolean | null): void, stop(trial: Trial): void,
 *   goOn(trial: Trial, to: {days: number, pairs: number}): void, remove(trial: Trial): void, noCramp(): void}} Acts
 */

const say = trials[lang];

/** @param {Page} page @param {Acts} acts */
export function pageOf(page, acts) {
  const all = trialsOf(page.found.entries);
  const last = all.at(-1);
  const now = last && isNow(last, page) ? last : null;
  const past = all.filter((trial) => trial !== now).reverse();
  return html`${now ? current(page, now, acts) : offer(page, acts)} ${past.length ? pastList(page, past, acts) : nothing}`;
}

/** A trial that runs, or whose person may still go on. @param {Trial} trial @param {Page} page */
function isNow(trial, page) {
  const told = toldBy(page, trial);
  if (trial.ended !== null && trial.ended <= page.today) return false;
  if (told?.state === 'finished') return false;
  if (runs(trial, page.today) || trial.began > page.today || longer(trial, page.today) !== null) return true;
  const end = looksOf(trial).at(-1);
  return end !== undefined && told?.look !== end;
}

/** @param {Page} page @param {Acts} acts */
function offer(page, acts) {
  const habit = page.habits.find(({ id }) => id === page.chosen);
  return habit ? planOf(page, habit, acts) : choices(page, acts);
}

/** @param {Page} page @param {Trial} trial @param {Acts} acts */
function current(page, trial, acts) {
  const habit = page.habits.find(({ id }) => id === trial.habit);
  const told = toldBy(page, trial);
  const barred = habit?.exclude.some((answer) => page.found.profile[answer] === true) ?? false;
  const going = runs(trial, page.today);
  return html`
    ${barred ? html`<div class="notice warn stack"><p>${say.barred}</p><p><a href=${words.paths.profile}>${say.choose.change}</a></p></div>` : nothing}
    ${going && !barred ? todayCard(page, trial, habit, acts) : nothing} ${barred ? nothing : lateCard(page, trial, acts)}
    ${told?.look ? resultOf(told, page, trial, habit) : nothing}
    ${barred ? nothing : moreCard(page, trial, told, acts)}
    ${progress(page, trial, told)}
    <p class="actions"><button type="button" class="quiet" @click=${() => acts.stop(trial)}>${say.stop}</button></p>
    <p class="notice warn"><a href=${words.paths.alarm}>${say.alarm}</a></p>
  `;
}

/** Going on, once the answer is that nobody can tell yet. @param {Page} page @param {Trial} trial @param {import('./ask.js').Told | null} told @param {Acts} acts */
function moreCard(page, trial, told, acts) {
  const to = longer(trial, page.today);
  const open = told?.look && ['undecided', 'too_few'].includes(told.answer ?? '');
  const near = told?.next_look === trial.order.length || over(trial, page.today) === trial.order.length;
  if (to === null || !open || !near) return nothing;
  return html`<section class="card stack">
    <p>${say.moreHint}</p>
    <p class="actions">
      <button type="button" class="big" @click=${() => acts.goOn(trial, to)}>${say.more(to.days)}</button>
      <button type="button" class="big quiet" @click=${() => acts.stop(trial)}>${say.enough}</button>
    </p>
  </section>`;
}

/** @param {Page} page @param {Trial[]} past @param {Acts} acts */
function pastList(page, past, acts) {
  return html`<h2 id="past">${say.past}</h2>
    ${past.map((trial) => {
      const told = toldBy(page, trial);
      const habit = page.habits.find(({ id }) => id === trial.habit);
      return html`${told?.look ? resultOf(told, page, trial, habit) : withoutResult(page, trial, habit)}
        <p class="actions"><button type="button" class="quiet small" @click=${() => acts.remove(trial)}>${say.delete}<span class="visually-hidden">: ${habit?.title ?? say.unknown}, ${trial.began}</span></button></p>`;
    })}`;
}

/** @param {Page} page @param {Trial} trial @param {Habit} [habit] */
function withoutResult({ today }, trial, habit) {
  const date = (/** @type {string} */ day) => dateOf(day);
  const last = trial.ended !== null && trial.ended < lastOf(trial) ? trial.ended : lastOf(trial);
  const first = over(trial, today) < trial.order.length ? say.ended.stopped : say.ended.over;
  return html`<article class="card stack">
    <h3>${habit?.title ?? say.unknown}</h3>
    <p class="meta">${say.span(date(trial.began), date(last))}</p>
    <p>${first}</p>
  </article>`;
}

/** @param {Page} page @param {Trial} trial */
function toldBy({ results }, { began }) {
  return results?.trials.find((told) => told.began === began) ?? null;
}

/** @param {string} day */
export function dateOf(day) {
  return new Date(`${day}T12:00`).toLocaleDateString(words.locale, { day: 'numeric', month: 'long' });
}
