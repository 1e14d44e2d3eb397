/** The figures behind a picture, as tables of words. The cells are the points themselves. */
import { isCounted } from './overlay.js';
import { factorTitle } from './pain_chart.js';
import { backgroundOf } from './rows.js';

/**
 * @typedef {import('./speech.js').Speech} Speech
 * @typedef {import('./points.js').Point} Point
 * @typedef {import('./overlay.js').Shown} Shown
 * @typedef {{caption: string, heads: string[], rows: string[][]}} Table
 */

/** @param {import('./pain_chart.js').Pain} data @param {Speech} speech @returns {Table} */
export function painFigures({ points, shown, step, factor, title }, speech) {
  const { table } = speech.words;
  const byDay = step === 'day';
  const background = hasBackground(points);
  return {
    caption: title,
    heads: [
      ...[table.first[step], table.worst, table.mean, table.cramps, table.level],
      ...(background ? [table.background] : []),
      ...(byDay ? [] : [table.known]),
      ...(factor ? [factorTitle(factor, step, speech)] : []),
    ],
    rows: points.map((point, n) => [
      nameOf(point, step, speech),
      ...figuresOf(point, speech),
      ...(background ? [figureOr(point.background, speech)] : []),
      ...(byDay ? [] : [table.ofDays(point.crampDays + point.noneDays, point.rows.length)]),
      ...(factor && shown ? [factorCell(shown[n], factor, byDay, speech)] : []),
    ]),
  };
}

/** Whether anybody said of any point that there was, or was not, pain all day. @param {Point[]} points */
export function hasBackground(points) {
  return points.some(({ background }) => background !== null);
}

/** @param {import('./rows.js').Row[]} rows of a month @param {string} caption @param {Speech} speech @returns {Table} */
export function monthFigures(rows, caption, speech) {
  const { words, names } = speech;
  const { table } = words;
  const background = rows.some((row) => backgroundOf(row) !== null);
  return {
    caption,
    heads: [table.first.day, table.worst, table.cramps, ...(background ? [table.background] : [])],
    rows: rows.map((row) => [
      `${names.shortWeekday(row.day)} ${names.shortDay(row.day)}`,
      worstCell(row.worst, row.none, words),
      row.cramps || row.none ? words.figure(row.cramps) : words.absent,
      ...(background ? [figureOr(backgroundOf(row), speech)] : []),
    ]),
  };
}

/** @param {import('./places.js').Place[]} places @param {{zones: Record<string, string>, strengths: string[]}} names @param {string} caption @param {Speech} speech @returns {Table} */
export function placeFigures(places, { zones, strengths: names }, caption, { words }) {
  const { where } = words;
  return {
    caption,
    heads: [where.place, where.times, where.mean, where.strength],
    rows: places.map(({ zone, times, mean, strengths }) => [
      zones[zone] ?? zone,
      words.figure(times),
      words.figure(mean),
      strengthCell(strengths, names) || words.absent,
    ]),
  };
}

/** As "2 mild, 1 strong". @param {number[]} strengths @param {string[]} names */
function strengthCell(strengths, names) {
  const said = strengths.map((times, place) => [times, names[place + 1]]).filter(([times]) => times);
  return said.map((pair) => pair.join(' ')).join(', ');
}

/** @param {Point} point @param {import('./points.js').Step} step @param {Speech} speech */
function nameOf({ from, to }, step, { words, names }) {
  if (step === 'month') return names.month(from.slice(0, 7));
  if (step === 'day') return `${names.shortWeekday(from)} ${names.shortDay(from)}`;
  return from === to ? names.shortDay(from) : words.table.weekOf(names.shortDay(from), names.shortDay(to));
}

/** @param {Point} point @param {Speech} speech */
function figuresOf({ worst, mean, cramps, noneDays, level }, speech) {
  const { words } = speech;
  const known = cramps > 0 || noneDays > 0;
  return [
    worstCell(worst, noneDays > 0, words),
    figureOr(mean, speech),
    known ? words.figure(cramps) : words.absent,
    figureOr(level, speech),
  ];
}

/** @param {number | null} figure @param {Speech} speech */
function figureOr(figure, { words }) {
  return figure === null ? words.absent : words.figure(figure);
}

/** @param {number | null} worst @param {boolean} none @param {Speech['words']} words */
function worstCell(worst, none, { figure, table }) {
  if (worst !== null) return figure(worst);
  return none ? table.none : table.unknown;
}

/** @param {Shown} shown @param {import('../catalogue.js').Factor} factor @param {boolean} byDay @param {Speech} speech */
function factorCell({ value, known, times }, factor, byDay, { words, value: said }) {
  if (value === null) return words.absent;
  return isCounted(factor) && !byDay ? words.table.ofDays(times, known) : said(value, factor);
}
