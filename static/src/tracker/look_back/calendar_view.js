/** A month as a calendar: each day with its worst pain, as a link that opens the day. */
import { html, nothing } from 'lit-html';
import { words as common } from '../../ui/words.js';
import { weeksOf } from './dates.js';
import { monthFigures } from './figures.js';
import { backgroundOf, heatOf, signOf } from './rows.js';
import { daysSaid } from './said.js';
import { foldedTable } from './tables.js';

/**
 * @typedef {import('./rows.js').Row} Row
 * @typedef {import('./speech.js').Speech} Speech
 * @typedef {{month: string, rows: Row[], day: string, today: string, first: string}} Page
 *   rows: of the month's days up to today; day: the one that the keyboard stands on; first: of the diary
 * @typedef {{turn(by: number): void, key(event: KeyboardEvent): void}} Acts
 */

/** @param {Page} page @param {Acts} acts @param {Speech} speech */
export function calendarPart(page, acts, speech) {
  const { words, names } = speech;
  const { month, rows, today, first } = page;
  const title = names.month(month);
  return html`<h2 id="calendar">${words.calendar.title}</h2>
    <div class="month">
      ${turner('‹', words.calendar.previous, month <= first.slice(0, 7), () => acts.turn(-1))}
      <h3 id="month" aria-live="polite">${title}</h3>
      ${turner('›', words.calendar.next, month >= today.slice(0, 7), () => acts.turn(1))}
    </div>
    <p>${daysSaid(rows, words.pain)}</p>
    ${grid(page, acts, speech)} ${keyOf(rows, speech)}
    <p class="meta">${words.calendar.hint}</p>
    ${foldedTable(words.numbers, () => monthFigures(rows, title, speech))}`;
}

/** At the end it stays a place to be: who turned there by the keyboard keeps the focus. @param {string} sign @param {string} name @param {boolean} end @param {() => void} turn */
function turner(sign, name, end, turn) {
  return html`<button type="button" class="quiet" aria-disabled=${end} @click=${() => end || turn()}>
    <span aria-hidden="true">${sign}</span><span class="visually-hidden">${name}</span>
  </button>`;
}

/** @param {Page} page @param {Acts} acts @param {Speech} speech */
function grid(page, acts, speech) {
  const weeks = weeksOf(page.month);
  const rows = new Map(page.rows.map((row) => [row.day, row]));
  const monday = /** @type {string[]} */ (weeks[1]);
  return html`<table class="calendar" role="grid" aria-labelledby="month" @keydown=${acts.key}>
    <thead>
      <tr>
        ${monday.map((day) => html`<th scope="col" abbr=${speech.names.weekday(day)}>${speech.names.shortWeekday(day)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeks.map((week) => html`<tr>${week.map((day) => cell(day, day === null ? undefined : rows.get(day), page, speech))}</tr>`)}
    </tbody>
  </table>`;
}

/** @param {string | null} day @param {Row | undefined} row @param {Page} page @param {Speech} speech */
function cell(day, row, { day: chosen, today }, { words: { calendar }, names }) {
  if (day === null) return html`<td class="outside"></td>`;
  const number = Number(day.slice(8));
  if (!row) return html`<td class="future"><span>${number}</span></td>`;
  const heat = heatOf(row);
  const cramp = row.worst !== null ? calendar.cramp(row.worst, row.cramps) : row.none ? calendar.none : calendar.unknown;
  const background = backgroundOf(row);
  const said = !background ? cramp : `${cramp}, ${calendar.background(background)}`;
  return html`<td data-heat=${heat ?? nothing}>
    <a href="${common.paths.diary}#${day}" data-day=${day} tabindex=${day === chosen ? 0 : -1} aria-current=${day === today ? 'date' : nothing}>
      <span aria-hidden="true">${number}</span><strong aria-hidden="true">${signOf(row)}</strong>
      <span class="visually-hidden">${names.weekday(day)} ${names.shortDay(day)}: ${said}</span>
    </a>
  </td>`;
}

/** @param {Row[]} rows @param {Speech} speech */
function keyOf(rows, { words: { calendar } }) {
  const background = rows.some((row) => row.worst === null && backgroundOf(row));
  const heats = calendar.heats.map((text, place) => [place + 1, ['3', '6', '10'][place], text]);
  return html`<ul class="key">
    <li><span class="day-sign" data-heat="0" aria-hidden="true">○</span>${calendar.none}</li>
    ${heats.map(([heat, sign, text]) => html`<li><span class="day-sign" data-heat=${heat} aria-hidden="true">${sign}</span>${text}</li>`)}
    ${background ? html`<li><span class="day-sign" data-heat="2" aria-hidden="true">~5</span>${calendar.allDay}</li>` : nothing}
    <li><span class="day-sign" aria-hidden="true"></span>${calendar.unknown}</li>
  </ul>`;
}
