/** The days of a trial as a calendar: with or without, and what was done. Beside it stands a table that says the same. */
import { html, nothing } from 'lit-html';
import { addDays } from '../store/days.js';
import { lang, words } from '../ui/words.js';
import { trials } from '../ui/words/trials.js';

/**
 * @typedef {{began: string, order: boolean[], told: Map<string, boolean>, known: Set<string>, today: string}} Days
 *   told: whether it was done, by day; known: days whose pain is known; today: empty for a plan that has not begun
 */

const { calendar: say } = trials[lang];
const WEEK = 7;

/** @param {Days} days */
export function calendar({ began, order, told, known, today }) {
  const rows = order.map((on, place) => {
    const day = addDays(began, place);
    return { day, on, did: told.get(day) ?? null, known: known.has(day), past: today !== '' && day <= today };
  });
  const blank = (new Date(`${began}T12:00`).getDay() + 6) % WEEK;
  const names = Array.from({ length: WEEK }, (_, place) => part(addDays('2026-11-23', place), { weekday: 'short' }));
  return html`<div class="trial-calendar" aria-hidden="true">
      ${names.map((name) => html`<span class="name">${name}</span>`)} ${Array(blank).fill(html`<span></span>`)}
      ${rows.map((row) => html`<span class="day ${row.on ? 'on' : 'off'} ${row.day === today ? 'is-today' : ''}">${Number(row.day.slice(8))}<i>${markOf(row)}</i></span>`)}
    </div>
    <p class="trial-key meta" aria-hidden="true">
      <span><span class="day on"></span>${say.on}</span> <span><span class="day off"></span>${say.off}</span>
      ${today ? html`<span><b>✓</b>${say.did}</span> <span><b>–</b>${say.not}</span>` : nothing}
    </p>
    <details>
      <summary>${say.table}</summary>
      <table class="course">
        <thead><tr>${say.head.slice(0, today ? 4 : 2).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => line(row, today !== ''))}</tbody>
      </table>
    </details>`;
}

/** @param {{did: boolean | null}} row */
function markOf({ did }) {
  if (did === null) return '';
  return did ? '✓' : '–';
}

/** @param {{day: string, on: boolean, did: boolean | null, known: boolean, past: boolean}} row @param {boolean} begun */
function line({ day, on, did, known, past }, begun) {
  const name = part(day, { weekday: 'short', day: 'numeric', month: 'short' });
  const done = did === null ? say.open : did ? say.did : say.not;
  return html`<tr>
    <th scope="row">${name}</th><td>${on ? say.on : say.off}</td>
    ${begun ? html`<td>${past ? done : say.next}</td><td>${past ? (known ? say.known : say.unknown) : ''}</td>` : nothing}
  </tr>`;
}

/** @param {string} day @param {Intl.DateTimeFormatOptions} how */
function part(day, how) {
  return new Date(`${day}T12:00`).toLocaleDateString(words.locale, how);
}
