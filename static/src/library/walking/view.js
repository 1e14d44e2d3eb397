/** How the walking programme looks: not begun, under way, stopped or over. */
import { html, nothing } from 'lit-html';
import { lang, words } from '../../ui/words.js';
import { walking } from '../../ui/words/walking.js';
import { beginForm } from './begin.js';
import { daysOf, weeksTable } from './days.js';
import { spine } from './picture.js';
import { choicesAfter, WEEKS, weekOf, weeksOf } from './rule.js';
import { nextText, whyText } from './said.js';
import { todayCard } from './today.js';

/**
 * @typedef {import('./rule.js').Plan} Plan
 * @typedef {import('./rule.js').Week} Week
 * @typedef {import('./shelf.js').Found} Found
 * @typedef {{found: Found, today: string, signedIn: boolean, problem: 'minutes' | 'other' | null}} Page
 *   problem: what was left open, or typed wrong
 * @typedef {{begin(event: SubmitEvent): void, stop(): void, resume(): void, walk(minutes: number): void,
 *   other(event: SubmitEvent): void, choose(week: number, minutes: number | null, shown: number): void}} Acts
 *   choose: null for what is advised; shown: what the week will have
 */

const say = walking[lang];

/** @param {Page} page @param {Acts} acts */
export function pageOf(page, acts) {
  const { plan, barred } = page.found;
  const runs = plan !== null && plan.ended === undefined && weekOf(plan, page.today) <= WEEKS;
  if (barred) return html`${barredNotice(barred)} ${runs ? stopButton(acts) : nothing}`;
  if (plan === null) return beginForm(page, acts);
  if (runs) return running(page, plan, acts);
  return html`${plan.ended === undefined ? over(page, plan) : stopped(page, plan, acts)} ${beginForm(page, acts)}`;
}

/** @param {Page} page @param {Plan} plan @param {Acts} acts */
function running(page, plan, acts) {
  const weeks = weeksOf(plan, page.found.diary, page.today);
  const number = weekOf(plan, page.today);
  const [week, next] = [weeks[number - 1], weeks[number]];
  return html`
    <section class="card stack" aria-labelledby="walk-week">
      <h2 id="walk-week" tabindex="-1">${say.week(number)}</h2>
      <p class="meta">${spanOf(week)}</p>
      ${spine(number)}
      <p class="walk-target"><strong>${week.target}</strong> ${say.target}</p>
      <p>${whyText(week, weeks[number - 2], say)} ${week.advice.why === 'less' ? alarm() : nothing}</p>
      ${number > 1 ? chooser(say.choose.now, week, weeks[number - 2], acts) : nothing}
    </section>
    ${todayCard(page, week, acts)} ${daysOf(week, page.today)}
    <section class="card stack" aria-labelledby="walk-next">
      <h2 id="walk-next">${say.next.title}</h2>
      ${next
        ? html`<p><strong>${say.next.as(next.target)}</strong></p>
            <p>${nextText(week, next, page.today, say)} ${next.advice.why === 'less' ? alarm() : nothing}</p>
            ${chooser(say.choose.next, next, week, acts)}`
        : html`<p>${say.next.last}</p>`}
    </section>
    ${weeksTable(weeks.slice(0, number))} ${stopButton(acts)}
  `;
}

/** @param {string} summary @param {Week} week @param {Week} before @param {Acts} acts */
function chooser(summary, { number, target, advice }, before, acts) {
  const others = choicesAfter(before, advice).filter((minutes) => minutes !== target);
  return html`<details>
    <summary>${summary}</summary>
    <p class="actions">
      ${target === advice.minutes
        ? nothing
        : html`<button type="button" class="quiet" @click=${() => acts.choose(number, null, advice.minutes)}>${say.choose.advice(advice.minutes)}</button>`}
      ${others.map((minutes) => html`<button type="button" class="quiet" @click=${() => acts.choose(number, minutes, minutes)}>${say.minutes(minutes)}</button>`)}
    </p>
  </details>`;
}

/** @param {Page} page @param {Plan} plan */
function over({ found, today }, plan) {
  const weeks = weeksOf(plan, found.diary, today);
  const { days, known } = weeks[WEEKS - 1];
  const sum = days.reduce((all, { minutes }) => all + (minutes ?? 0), 0);
  return html`<section class="card stack" aria-labelledby="walk-week">
      <h2 id="walk-week" tabindex="-1">${say.over.title}</h2>
      <p>${known ? say.over.text(known, sum) : say.over.unknown}</p>
      <p>${say.over.on}</p>
    </section>
    ${weeksTable(weeks)}`;
}

/** @param {Page} page @param {Plan} plan @param {Acts} acts */
function stopped({ today }, plan, acts) {
  return html`<div class="notice info stack">
    <p>${say.ended(dateOf(String(plan.ended)))}</p>
    ${weekOf(plan, today) <= WEEKS ? html`<p class="actions"><button type="button" class="quiet" @click=${acts.resume}>${say.resume}</button></p>` : nothing}
  </div>`;
}

/** @param {keyof typeof say.barred} bar */
function barredNotice(bar) {
  return html`<p class="notice warn">${say.barred[bar]} <a href=${words.paths.profile}>${say.barred.change}</a></p>`;
}

/** @param {Acts} acts */
function stopButton({ stop }) {
  return html`<p class="actions"><button type="button" class="quiet" @click=${stop}>${say.stop}</button></p>`;
}

function alarm() {
  return html`<a href=${words.paths.alarm}>${words.entry.alarm}</a>`;
}

/** @param {Week} week */
function spanOf({ days }) {
  return say.span(dateOf(days[0].day), dateOf(days[6].day));
}

/** @param {string} day */
function dateOf(day) {
  return new Date(`${day}T12:00`).toLocaleDateString(words.locale, { day: 'numeric', month: 'long' });
}
