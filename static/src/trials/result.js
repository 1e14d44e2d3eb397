/** What came of a trial: in words, as a picture of how sure that is, and as a table. */
import { html, nothing } from 'lit-html';
import { lang, words } from '../ui/words.js';
import { trials } from '../ui/words/trials.js';
import { interval } from './interval.js';
import { dateOf } from './view.js';

/** @typedef {import('./ask.js').Told} Told @typedef {import('./ask.js').Figures} Figures @typedef {import('./view.js').Page} Page */

const say = trials[lang];

/** @param {Told} told @param {Page} page @param {import('./course.js').Trial} trial @param {import('./view.js').Habit} [habit] */
export function resultOf(told, { results, today }, trial, habit) {
  const { title, sentences, look } = told;
  const figures = told.figures && asTold(told.figures, told.answer);
  const old = results && results.day !== today ? say.look.asOf(dateOf(results.day)) : '';
  const id = `result-${trial.began}`;
  return html`<article class="card stack trial-result" data-answer=${told.answer ?? ''} aria-labelledby=${id}>
    <p class="meta">${say.result.title}: ${habit?.title ?? say.unknown}</p>
    <h2 id=${id} tabindex="-1">${title}</h2>
    ${figures ? html`${chanceOf(figures.help)} ${interval(figures, points)}` : nothing}
    ${sentences.slice(figures ? 1 : 0).map((sentence) => html`<p>${sentence}</p>`)}
    ${figures ? table(figures) : nothing}
    <p class="meta">${say.look.after(look ?? 0)} ${old}</p>
  </article>`;
}

/** Of an exact 57 % the computer makes a hair less. */
const HAIR = 1e-9;

/** The chance goes down to a whole one while nothing can be told: at 98 % it would be. @param {Figures} figures @param {string | null} answer @returns {Figures} */
export function asTold(figures, answer) {
  return answer === 'undecided' ? { ...figures, help: Math.floor(100 * figures.help + HAIR) / 100 } : figures;
}

/** @param {number} help */
function chanceOf(help) {
  const text = percent(help);
  return html`<p class="trial-chance"><strong class=${/^\d/.test(text) ? '' : 'in-words'}>${text}</strong> ${say.result.chance}</p>`;
}

/** @param {Figures} figures */
function table({ help, target, goal, median, low, high, n }) {
  const { rows } = say.result;
  const told = [
    [rows.help, percent(help)], [rows.target, percent(target)], [rows.goal, points(-goal)],
    [rows.median, points(median)], [rows.low, points(low)], [rows.high, points(high)], [rows.n, String(n)],
  ];
  return html`<details>
    <summary>${say.result.table}</summary>
    <table class="course"><tbody>${told.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
  </details>`;
}

/** None is ever 0 or 100 %. @param {number} chance */
export function percent(chance) {
  const whole = Math.round(100 * chance);
  if (whole < 1) return say.result.under;
  return whole > 99 ? say.result.above : say.result.percent(whole);
}

/** @param {number} effect under 0 is less pain */
function points(effect) {
  const size = Math.round(10 * Math.abs(effect)) / 10;
  if (size === 0) return say.result.same;
  const figure = size.toLocaleString(words.locale, { minimumFractionDigits: 1 });
  return effect < 0 ? say.result.lower(figure) : say.result.higher(figure);
}
