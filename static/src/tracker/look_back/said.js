/** What each picture shows, in sentences. */
import { FEW } from './facts.js';
import { isCounted } from './overlay.js';
import { backgroundOf } from './rows.js';

/**
 * @typedef {import('./speech.js').Speech} Speech
 * @typedef {import('./speech.js').Words} Words
 * @typedef {import('./rows.js').Row} Row
 * @typedef {import('../catalogue.js').Factor} Factor
 */

/** @param {Row[]} rows @param {Speech} speech */
export function painSaid(rows, { words: { pain }, names }) {
  const cramps = sum(rows.map((row) => row.cramps));
  const said = [pain.span(names.day(rows[0].day), names.day(rows[rows.length - 1].day)), daysSaid(rows, pain)];
  const background = backgroundSaid(rows, pain);
  if (cramps === 0) return [...said, ...background].join(' ');
  const worst = rows.reduce((most, row) => ((row.worst ?? -1) > (most.worst ?? -1) ? row : most));
  said.push(pain.worst(Number(worst.worst), names.day(worst.day)));
  said.push(cramps < FEW ? pain.noMean(cramps) : pain.mean(sum(rows.map((row) => row.sum)) / cramps));
  return [...said, ...background].join(' ');
}

/** The pain that was there all day, if anybody said how much. @param {Row[]} rows @param {Words['pain']} pain */
function backgroundSaid(rows, pain) {
  const known = rows.map(backgroundOf).filter((figure) => figure !== null);
  if (known.length === 0) return [];
  const range = pain.background(known.length, Math.min(...known), Math.max(...known));
  return known.length < FEW ? [range] : [range, pain.backgroundMean(sum(known) / known.length)];
}

/** On how many days there was cramp, none, or nobody knows. @param {Row[]} rows @param {Words['pain']} pain */
export function daysSaid(rows, pain) {
  const cramp = rows.filter(({ cramps }) => cramps > 0).length;
  const none = rows.filter((row) => row.cramps === 0 && row.none).length;
  return pain.days(cramp, none, rows.length - cramp - none);
}

/** @param {Row[]} rows @param {string} key @param {Factor} factor @param {Speech} speech */
export function factorSaid(rows, key, factor, { words: { factor: words }, value }) {
  const known = rows.map(({ values }) => values[key]).filter((value) => value !== undefined).map(Number);
  const said = [words.known(factor.label, known.length, rows.length)];
  if (isCounted(factor)) {
    said.push(words.times(countedName(factor, words), known.filter((value) => value > 0).length));
  } else if (known.length) {
    said.push(words.range(value(Math.min(...known), factor), value(Math.max(...known), factor)));
    if (known.length >= FEW) said.push(words.mean(value(sum(known) / known.length, factor)));
  }
  return [...said, words.noProof].join(' ');
}

/** What is counted of a factor that has no mean. @param {Factor} factor @param {Words['factor']} words */
export function countedName({ label, choices }, words) {
  return choices ? words.orMore(label, choices[1]) : label;
}

/** @param {import('./places.js').Places} places @param {number} cramps @param {Record<string, string>} zones @param {Speech} speech */
export function placesSaid({ places, sides, placed, legs }, cramps, zones, { words: { where, facts } }) {
  if (placed === 0) return where.nowhere;
  const said = [where.placed(placed, cramps), where.sides(sides.left, sides.middle, sides.right)];
  if (legs.times) said.push(where.legs(legs.times, legs.left, legs.right));
  if (placed < FEW) return [...said, facts.few(placed)].join(' ');
  const most = places.filter(({ times }) => times === places[0].times);
  said.push(where.most(most.map(({ zone }) => zones[zone] ?? zone).join(facts.and), places[0].times));
  return said.join(' ');
}

/** On how many days of the last month there was a painkiller. @param {import('./painkillers.js').Taken} taken @param {Speech} speech */
export function painkillersSaid({ days, took, not, unknown }, { words: { painkillers } }) {
  if (took + not === 0) return painkillers.nothing(days);
  return [painkillers.took(took, days), painkillers.rest(not, unknown)].join(' ');
}

/** When in the day. @param {import('./facts.js').Facts} facts @param {Speech} speech */
export function partsSaid({ cramps, parts }, { words: { facts: words } }) {
  if (cramps < FEW) return words.few(cramps);
  const most = Math.max(...parts);
  const named = words.inParts.filter((_, part) => parts[part] === most);
  return words.mostIn(named.join(words.and), most * named.length, cramps);
}

/** How long. @param {import('./facts.js').Facts} facts @param {Speech} speech */
export function lengthSaid({ lasted, cramps }, { words: { facts: words }, duration }) {
  if (lasted.known === 0) return words.noLong;
  const middle = lasted.middle === null ? words.few(lasted.known) : words.middle(duration(lasted.middle));
  return `${middle} ${words.longKnown(lasted.known, cramps)}`;
}

/** @param {number[]} figures */
function sum(figures) {
  return figures.reduce((total, figure) => total + figure, 0);
}
