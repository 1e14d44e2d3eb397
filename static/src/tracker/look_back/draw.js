/** Draws a period, one part after the other. */
import { render } from 'lit-html';
import { factsOf } from './facts.js';
import { factsPart } from './facts_part.js';
import { nothingHere } from './frame.js';
import { filledIn, overlayOf, scaleOf } from './overlay.js';
import { painPart } from './pain_part.js';
import { countPeriod, rest } from './period.js';
import { painkillersOf } from './painkillers.js';
import { placesOf } from './places.js';
import { keepChosen } from './remembered.js';
import { painSaid } from './said.js';
import { refill } from './tables.js';
import { wherePart } from './where_part.js';

/**
 * @typedef {{user: string, place: HTMLElement, today: string, first: string, drawing: SVGElement | null,
 *   catalogue: import('../catalogue.js').Catalogue, factors: Record<string, import('../catalogue.js').Factor>,
 *   speech: import('./speech.js').Speech,
 *   chosen: import('./remembered.js').Chosen, read: import('./period.js').Read | null,
 *   counted: import('./period.js').Counted | null, turn: number, width: number}} Here
 *   first: the day that the diary begins; factors: that may be compared; turn: only the last one that began may draw;
 *   width: pixels that a picture has
 */

/** The small letters of a picture, as part of the page's own: they grow with it. */
const SMALL = 0.75;

/** It stands in the picture by itself. */
const BACKGROUND = 'background';

/** @param {Here} here */
export async function drawPeriod(here) {
  here.turn += 1;
  const { turn, user, chosen, today, first, speech } = here;
  const { read, counted } = await countPeriod(user, chosen.period, today, first, here.read);
  if (turn !== here.turn) return;
  Object.assign(here, { read, counted });
  const { period } = speech.words;
  partOf('shown').textContent = period.shown(speech.names.day(counted.from), speech.names.day(counted.to));
  for (const draw of [drawPain, drawWhere, drawFacts]) {
    draw(here);
    await rest();
    if (turn !== here.turn) return;
  }
}

/** @param {Here} here */
export function drawPain(here) {
  const { counted, chosen, factors, speech, width } = here;
  if (counted === null) return;
  const { rows, points, step } = counted;
  const part = partOf('part-pain');
  if (isEmpty(rows)) return void render(nothingHere(speech.words), part);
  const keys = filledIn(factors, rows).filter((key) => key !== BACKGROUND);
  const key = chosen.factor && keys.includes(chosen.factor) ? chosen.factor : null;
  const factor = key ? factors[key] : null;
  const shown = key && factor ? overlayOf(points, key, factor, step === 'day') : null;
  const scale = factor && shown ? scaleOf(factor, shown, step === 'day') : null;
  const said = painSaid(rows, speech);
  const data = { points, step, factor, shown, scale, said, title: speech.words.pain.titles[step] };
  const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * SMALL;
  const choices = /** @type {[string, import('../catalogue.js').Factor][]} */ (keys.map((one) => [one, factors[one]]));
  render(painPart({ data, rows, key, choices, width, em }, (one) => chooseFactor(here, one), speech), part);
  refill(part);
}

/** @param {Here} here @param {string | null} factor */
function chooseFactor(here, factor) {
  here.chosen.factor = factor;
  keepChosen(here.chosen);
  drawPain(here);
}

/** @param {Here} here */
function drawWhere({ counted, catalogue, drawing, speech }) {
  const part = partOf('part-where');
  if (counted === null) return;
  part.hidden = counted.cramps.length === 0;
  render(wherePart(placesOf(counted.cramps), counted.cramps.length, catalogue, drawing, speech), part);
  refill(part);
}

/** @param {Here} here */
function drawFacts({ counted, catalogue, speech }) {
  const part = partOf('part-facts');
  if (counted === null) return;
  part.hidden = isEmpty(counted.rows);
  const taken = painkillersOf(counted.month);
  render(factsPart({ facts: factsOf(counted.cramps), rows: counted.rows, taken }, catalogue, speech), part);
}

/** @param {import('./rows.js').Row[]} rows */
function isEmpty(rows) {
  return rows.every(({ cramps, none, values }) => cramps === 0 && !none && values.day === undefined);
}

/** @param {string} id */
function partOf(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
