/** Where everything of the pain chart stands, in pixels. Plain figures in, plain figures out. */
import { nice, ticks as ticksOf } from 'd3-array';
import { line } from 'd3-shape';
import { evenly, sideBySide } from './scales.js';

/**
 * @typedef {import('./points.js').Point} Point
 * @typedef {import('./overlay.js').Shown} Shown
 * @typedef {import('./overlay.js').Scale} Scale
 * @typedef {{points: Point[], shown: Shown[] | null, scale: Scale | null}} Data the factor at each point, and its scale
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {{top: number, bottom: number, ticks: {at: number, y: number}[]}} Panel a scale: its ends and its lines
 * @typedef {{width: number, height: number, left: number, right: number, em: number, panels: Panel[],
 *   solid: Box[], open: Box[], gaps: Box[], rings: {x: number, y: number, r: number}[], counts: Box[],
 *   diamonds: {x: number, y: number, r: number}[], dashes: Box[], line: string, centers: number[], step: number}} Shapes
 *   panels: of pain, of the number of cramps, and of the factor if there is one; solid: up to the mean;
 *   open: from the mean to the worst; gaps: where nothing is known; dashes: the pain that was there all day
 * @typedef {{letters: number, lines: number[]}} Room
 *   letters: of the longest name before a scale; lines: of the title above each panel
 */

const HIGH = { pain: 150, cramps: 36, factor: 84 };
const WORST = 10;
/** The least a bar may be: a cramp without pain is a cramp. */
const STUB = 2;

/**
 * @param {Data} data @param {number} width @param {number} em the size of the small letters
 * @param {Room} room @returns {Shapes}
 */
export function shapesOf({ points, shown, scale }, width, em, { letters, lines }) {
  const left = em * Math.max(2.2, letters * 0.56 + 0.6);
  const right = width - em * 0.4;
  const band = sideBySide(points.length, [left, right]);
  const centers = points.map((_, n) => band.at(n) + band.width / 2);
  const radius = Math.max(1.4, Math.min(4, band.step * 0.36));
  const above = lines.map((many) => em * (0.75 + 1.25 * many));
  const pain = panel(above[0], HIGH.pain, [0, WORST], [0, 5, WORST]);
  const most = Math.max(1, ...points.map(({ cramps }) => cramps));
  const cramps = panel(pain.bottom + em * 2 + above[1], HIGH.cramps, [0, most], [0, most]);
  const factor = scale ? factorPanel(cramps.bottom + em + above[2], scale) : null;
  return {
    ...{ width, left, right, em, centers, step: band.step },
    height: (factor ?? cramps).bottom + em * 2.2,
    panels: [pain, cramps, ...(factor ? [factor] : [])].map(({ top, bottom, ticks }) => ({ top, bottom, ticks })),
    ...bars(points, band, pain),
    gaps: gapsOf(points, band, pain),
    rings: points.flatMap((point, n) => (isFree(point) ? [{ x: centers[n], y: pain.bottom + em * 0.7, r: radius }] : [])),
    counts: boxes(points.map((point) => point.cramps || null), 0, band, cramps),
    diamonds: (shown ?? []).flatMap(({ value }, n) =>
      value === null || !factor ? [] : [{ x: centers[n], y: factor.scale(value), r: Math.max(2.2, Math.min(5, band.step * 0.45)) }],
    ),
    dashes: points.flatMap(({ background }, n) => (background === null ? [] : [box(n, background, background, band, pain)])),
    line: lineOf(points, centers, pain),
  };
}

/** @typedef {Panel & {scale: import('./scales.js').Scale}} Scaled */
/** @typedef {import('./scales.js').Band} Band */

/** @param {number} top @param {number} height @param {[number, number]} ends @param {number[]} at @returns {Scaled} */
function panel(top, height, ends, at) {
  const scale = evenly(ends, [top + height, top]);
  return { top, bottom: top + height, scale, ticks: at.map((figure) => ({ at: figure, y: scale(figure) })) };
}

/** @param {number} top @param {Scale} scale */
function factorPanel(top, { least, most, ticks }) {
  if (ticks) return panel(top, HIGH.factor, [least, most], ticks);
  const round = nice(least, most, 3);
  return panel(top, HIGH.factor, round, ticksOf(...round, 3));
}

/** @param {Point[]} points @param {Band} band @param {Scaled} pain */
function bars(points, band, pain) {
  const open = points.flatMap(({ worst, mean }, n) =>
    worst === null || mean === null || worst === mean ? [] : [box(n, worst, mean, band, pain)],
  );
  return { open, solid: boxes(points.map(({ mean }) => mean), STUB, band, pain) };
}

/** A box from zero up for each figure. @param {(number | null)[]} figures @param {number} least @param {Band} band @param {Scaled} panel */
function boxes(figures, least, band, panel) {
  return figures.flatMap((figure, n) => {
    if (figure === null) return [];
    const made = box(n, figure, 0, band, panel);
    return [made.height < least ? { ...made, y: panel.bottom - least, height: least } : made];
  });
}

/** @param {number} n @param {number} high @param {number} low @param {Band} band @param {Scaled} panel @returns {Box} */
function box(n, high, low, band, panel) {
  return { x: band.at(n), y: panel.scale(high), width: band.width, height: panel.scale(low) - panel.scale(high) };
}

/** One box for each run of points of which nothing is known. @param {Point[]} points @param {Band} band @param {Scaled} pain */
function gapsOf(points, band, pain) {
  /** @type {Box[]} */
  const gaps = [];
  let running = false;
  for (const [n, point] of points.entries()) {
    const gap = point.crampDays + point.noneDays === 0;
    const x = band.at(n) - (band.step - band.width) / 2;
    if (gap && running) gaps[gaps.length - 1].width += band.step;
    else if (gap) gaps.push({ x, y: pain.top, width: band.step, height: pain.bottom - pain.top });
    running = gap;
  }
  return gaps;
}

/** Known, and without a cramp. @param {Point} point */
function isFree({ crampDays, noneDays }) {
  return crampDays === 0 && noneDays > 0;
}

/** @param {Point[]} points @param {number[]} centers @param {Scaled} pain */
function lineOf(points, centers, { scale }) {
  const path = line(/** @type {(point: Point, n: number) => number} */ ((_, n) => centers[n]), ({ level }) => scale(level ?? 0));
  return path.defined(({ level }) => level !== null)(points) ?? '';
}
