/** The days of this week and all weeks: a picture, and the same as tables. */
import { html } from 'lit-html';
import { dayName } from '../../ui/when.js';
import { lang, words } from '../../ui/words.js';
import { walking } from '../../ui/words/walking.js';
import { picture } from './picture.js';

/** @typedef {import('./rule.js').Week} Week */

const say = walking[lang];

/** @param {Week} week @param {string} today */
export function daysOf(week, today) {
  const told = week.days.map((day) => [dayName(day.day, today, words), noteOf(day, today)]);
  const whole = told.map((each) => each.join(': ')).join('; ');
  return html`<section class="card stack" aria-labelledby="walk-days">
    <h2 id="walk-days">${say.days.title}</h2>
    <p>${say.reached(week.reached, week.target)}</p>
    ${picture(week, today, shortName, whole)}
    <p class="meta">${say.days.line(week.target)}</p>
    <details>
      <summary>${say.days.table}</summary>
      <table class="course">
        <thead><tr><th scope="col">${say.days.day}</th><th scope="col">${say.days.minutes}</th></tr></thead>
        <tbody>${told.map(([name, note]) => html`<tr><th scope="row">${name}</th><td>${note}</td></tr>`)}</tbody>
      </table>
    </details>
  </section>`;
}

/** @param {Week[]} weeks */
export function weeksTable(weeks) {
  const { all } = say;
  return html`<details>
    <summary>${all.title}</summary>
    <table class="course">
      <thead><tr><th scope="col">${all.week}</th><th scope="col">${all.target}</th><th scope="col">${all.reached}</th></tr></thead>
      <tbody>
        ${weeks.map(({ number, target, reached, known }) => html`<tr>
          <th scope="row">${number}</th><td>${target}</td><td>${known ? all.of(reached, known) : all.none}</td>
        </tr>`)}
      </tbody>
    </table>
  </details>`;
}

/** @param {import('./rule.js').Day} day @param {string} today */
function noteOf({ day, minutes }, today) {
  if (minutes !== null) return say.minutes(minutes);
  return day > today ? say.days.next : say.days.none;
}

/** @param {string} day */
function shortName(day) {
  return new Date(`${day}T12:00`).toLocaleDateString(words.locale, { weekday: 'short' });
}
