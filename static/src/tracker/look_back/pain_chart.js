/** The pain chart as a picture: pain, the number of cramps, and one factor, over the same days. */
import { html, nothing, svg } from 'lit-html';
import { linesOf, marksOf } from './marks.js';
import { isCounted } from './overlay.js';
import { shapesOf } from './pain_shapes.js';
import { countedName } from './said.js';

/**
 * @typedef {import('./pain_shapes.js').Shapes} Shapes
 * @typedef {import('./pain_shapes.js').Box} Box
 * @typedef {import('./speech.js').Speech} Speech
 * @typedef {import('./points.js').Step} Step
 * @typedef {import('../catalogue.js').Factor} Factor
 * @typedef {import('./pain_shapes.js').Data & {step: Step, factor: Factor | null, title: string, said: string}} Pain
 */

/** How many small letters high a day's name is wide, and how wide a bold letter is. */
const NAME = 5;
const LETTER = 0.62;
/** Pixels for each point under which an outline would fill its own bar. */
const THIN = 7;

/** @param {Pain} data @param {number} width @param {number} em pixels of a small letter @param {Speech} speech */
export function painChart(data, width, em, speech) {
  const name = data.factor ? tickNames(data.factor, data.step, speech) : String;
  const titles = titlesOf(data, Math.floor(width / (em * LETTER)), speech);
  const shapes = shapesOf(data, width, em, { letters: longest(data, name), lines: titles.map((lines) => lines.length) });
  return html`<svg class="chart" viewBox="0 0 ${Math.round(width)} ${Math.round(shapes.height)}" role="img"
    aria-labelledby="pain-title" aria-describedby="pain-desc">
    <title id="pain-title">${data.title}</title>
    <desc id="pain-desc">${data.said}</desc>
    <defs>
      <pattern id="unknown" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="stripe" x1="0" y1="0" x2="0" y2="6"></line>
      </pattern>
    </defs>
    <path class="gap" fill="url(#unknown)" d=${boxesPath(shapes.gaps)}></path>
    ${namesUnder(shapes, data, speech)}
    ${[String, speech.words.figure, name].map((named, place) => panelOf(shapes, shapes.panels[place], titles[place], named))}
    <path class=${shapes.step < THIN ? 'open thin' : 'open'} d=${boxesPath(shapes.open)}></path>
    <path class="solid" d=${boxesPath(shapes.solid)}></path>
    <path class="ring" d=${shapes.rings.map(ringPath).join('')}></path>
    <path class="counts" d=${boxesPath(shapes.counts)}></path>
    <path class="all-day under" d=${shapes.dashes.map(dashPath).join('')}></path>
    <path class="all-day" d=${shapes.dashes.map(dashPath).join('')}></path>
    <path class="halo" d=${shapes.line}></path>
    <path class="line" d=${shapes.line}></path>
    <path class="diamond" d=${shapes.diamonds.map(diamondPath).join('')}></path>
  </svg>`;
}

/** The letters of the longest name on a scale. @param {Pain} data @param {(at: number) => string} name */
function longest({ scale }, name) {
  const named = scale ? (scale.ticks ?? [scale.most]).map(name) : [];
  return Math.max(0, ...named.map((text) => text.length));
}

/** The title above each scale, in lines of so many letters. @param {Pain} data @param {number} letters @param {Speech} speech */
function titlesOf({ factor, step }, letters, speech) {
  const { axis, cramps } = speech.words.pain;
  return [axis, cramps, ...(factor ? [factorTitle(factor, step, speech)] : [])].map((title) => linesOf(title, letters));
}

/** What is on the scale of a factor. @param {Factor} factor @param {Step} step @param {Speech} speech */
export function factorTitle(factor, step, { words }) {
  if (isCounted(factor)) return step === 'day' ? factor.label : countedName(factor, words.factor);
  return factor.unit ? `${factor.label} (${factor.unit})` : factor.label;
}

/** @param {Factor} factor @param {Step} step @param {Speech} speech @returns {(at: number) => string} */
function tickNames(factor, step, { words, value }) {
  if (!isCounted(factor)) return words.figure;
  if (step === 'day') return (at) => value(at, factor);
  return (at) => (at ? words.factor.allDays : words.factor.noDay);
}

/** A scale with its lines. @param {Shapes} shapes @param {import('./pain_shapes.js').Panel | undefined} panel @param {string[]} title @param {(at: number) => string} name */
function panelOf({ left, right, em }, panel, title, name) {
  if (!panel) return nothing;
  return svg`${title.map(
      (text, line) => svg`<text class="title" x="0" y=${panel.top - em * (0.9 + 1.25 * (title.length - 1 - line))}>${text}</text>`,
    )}
    ${panel.ticks.map(
      ({ at, y }, place) => svg`<line class=${place ? 'grid' : 'zero'} x1=${left} x2=${right} y1=${y} y2=${y}></line>
        <text class="on-scale" x=${left - em * 0.4} y=${y + em * 0.34}>${name(at)}</text>`,
    )}`;
}

/** @param {Shapes} shapes @param {Pain} data @param {Speech} speech */
function namesUnder({ centers, height, width, left, right, em, panels }, { points, step }, { names }) {
  const [{ bottom: top }, { bottom }] = [panels[0], panels[panels.length - 1]];
  const room = Math.floor((right - left) / (em * NAME));
  return marksOf(points, step, room, names).map(({ n, text }) => {
    const anchor = centers[n] > width - em * 2.5 ? 'end' : 'middle';
    return svg`<line class="guide" x1=${centers[n]} x2=${centers[n]} y1=${top} y2=${bottom + em * 0.4}></line>
      <text class="name" text-anchor=${anchor} x=${anchor === 'end' ? width : centers[n]} y=${height - em * 0.5}>${text}</text>`;
  });
}

/** @param {Box[]} boxes */
function boxesPath(boxes) {
  return boxes.map(({ x, y, width, height }) => `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`).join('');
}

/** A little wider than the bar, so that it is no end of one. @param {Box} box */
function dashPath({ x, y, width }) {
  const more = Math.min(2, width * 0.15);
  return `M${short(x - more)} ${short(y)}h${short(width + 2 * more)}`;
}

/** @param {{x: number, y: number, r: number}} ring */
function ringPath({ x, y, r }) {
  return `M${short(x - r)} ${short(y)}a${short(r)} ${short(r)} 0 1 0 ${short(2 * r)} 0a${short(r)} ${short(r)} 0 1 0 ${short(-2 * r)} 0z`;
}

/** @param {{x: number, y: number, r: number}} diamond */
function diamondPath({ x, y, r }) {
  return `M${short(x)} ${short(y - r)}l${short(r)} ${short(r)}l${short(-r)} ${short(r)}l${short(-r)} ${short(-r)}z`;
}

/** @param {number} figure */
function short(figure) {
  return Math.round(figure * 100) / 100;
}
