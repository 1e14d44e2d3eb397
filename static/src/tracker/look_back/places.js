/** Where on the back and legs the cramps of a period were. Left is the person's own left. */
import { marked } from '../marked.js';

/**
 * @typedef {Record<string, any>} Cramp the body of a cramp
 * @typedef {'left' | 'middle' | 'right'} Side
 * @typedef {{zone: string, times: number, mean: number, heat: number, strengths: number[]}} Place
 *   times: cramps there; mean: of their worst pain; heat: 1 to 4, from seldom to often;
 *   strengths: how often it was mild, medium and strong there
 * @typedef {{heat: number, from: number, to: number}} Heat how many times make this heat
 * @typedef {{places: Place[], sides: Record<Side, number>, placed: number,
 *   legs: {times: number, left: number, right: number}, heats: Heat[]}} Places
 *   placed: cramps that say where; legs: those that ran into a leg
 */

const HEATS = 4;
/** @type {Side[]} */
const SIDES = ['left', 'middle', 'right'];
const LEGS = ['thigh', 'calf', 'foot'];
const STRENGTHS = 3;

/** The places with a cramp, the most frequent first. @param {Cramp[]} cramps @returns {Places} */
export function placesOf(cramps) {
  const sides = { left: 0, middle: 0, right: 0 };
  const legs = { times: 0, left: 0, right: 0 };
  /** @type {Map<string, {times: number, sum: number, strengths: number[]}>} */
  const counts = new Map();
  let placed = 0;
  for (const cramp of cramps) {
    const found = marked(cramp);
    if (found.size === 0) continue;
    placed += 1;
    // A cramp over two zones of one side counts for that side once.
    const [onSides, inLegs] = [new Set(), new Set()];
    for (const [zone, strength] of found) {
      count(counts, zone, cramp.worst, strength);
      onSides.add(sideOf(zone));
      if (isLeg(zone)) inLegs.add(sideOf(zone));
    }
    for (const side of SIDES) sides[side] += Number(onSides.has(side));
    legs.times += Number(inLegs.size > 0);
    legs.left += Number(inLegs.has('left'));
    legs.right += Number(inLegs.has('right'));
  }
  const most = Math.max(0, ...[...counts.values()].map(({ times }) => times));
  const places = [...counts]
    .map(([zone, { times, sum, strengths }]) => ({ zone, times, mean: sum / times, heat: heatOf(times, most), strengths }))
    .sort((one, other) => other.times - one.times || (one.zone < other.zone ? -1 : 1));
  return { places, sides, placed, legs, heats: heatsUpTo(most) };
}

/** @param {Map<string, {times: number, sum: number, strengths: number[]}>} counts @param {string} zone @param {number} worst @param {number} strength */
function count(counts, zone, worst, strength) {
  const place = counts.get(zone) ?? { times: 0, sum: 0, strengths: new Array(STRENGTHS).fill(0) };
  place.times += 1;
  place.sum += worst;
  if (strength > 0) place.strengths[strength - 1] += 1;
  counts.set(zone, place);
}

/** @param {string} zone */
function isLeg(zone) {
  return LEGS.some((part) => zone.startsWith(part));
}

/** The side that a zone is on: the last word of its id. @param {string} zone @returns {Side} */
export function sideOf(zone) {
  const word = /** @type {Side} */ (zone.slice(zone.lastIndexOf('_') + 1));
  return SIDES.includes(word) ? word : 'middle';
}

/** @param {number} times @param {number} most */
function heatOf(times, most) {
  return Math.ceil((times / most) * HEATS);
}

/** @param {number} most @returns {Heat[]} */
function heatsUpTo(most) {
  /** @type {Heat[]} */
  const heats = [];
  for (let times = 1; times <= most; times += 1) {
    const heat = heatOf(times, most);
    const last = heats.at(-1);
    if (last?.heat === heat) last.to = times;
    else heats.push({ heat, from: times, to: times });
  }
  return heats;
}
