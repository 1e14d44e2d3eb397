/** Questions of one's own have a number each. In another account the same number may be another question. */
import { OWN } from '../../tracker/own.js';

/**
 * @typedef {import('../../store/view.js').Body} Body
 * @typedef {Map<string, string | null>} Renamed own_1 of the file is own_3 here; null: there is no number left
 */

const TRAITS = ['name', 'input', 'unit'];
const SAID = [...TRAITS.map((trait) => `_${trait}`), ''];

/**
 * Which number each question of a file gets here: that of the same question, else its own, else a free one.
 * @param {Body} theirs the settings in the file @param {Body} mine the settings here
 * @param {Set<string>} answered numbers that have answers in the file
 * @returns {Renamed}
 */
export function renamed(theirs, mine, answered) {
  const said = new Set([...Object.keys(theirs), ...answered]);
  const asked = OWN.filter((key) => said.has(`ask_${key}`) || SAID.some((trait) => said.has(key + trait)));
  /** @type {Renamed} */
  const found = new Map();
  const isTaken = (/** @type {string} */ key) => mine[`${key}_name`] !== undefined || [...found.values()].includes(key);
  const isTwin = (/** @type {string} */ own, /** @type {string} */ key) =>
    mine[`${own}_name`] !== undefined && TRAITS.every((trait) => mine[`${own}_${trait}`] === theirs[`${key}_${trait}`]);
  for (const key of asked) {
    const twin = OWN.find((own) => isTwin(own, key) && ![...found.values()].includes(own));
    if (twin) found.set(key, twin);
  }
  for (const key of asked.filter((one) => !found.has(one))) {
    found.set(key, [key, ...OWN].find((own) => !isTaken(own)) ?? null);
  }
  return found;
}

/** A body with its own questions under their numbers here; those without a number are left out. @param {Body} body @param {Renamed} numbers @returns {Body} */
export function withNumbers(body, numbers) {
  const entries = Object.entries(body).flatMap(([field, value]) => {
    const [, before, key, after] = /^(ask_)?(own_\d)(_\w+)?$/.exec(field) ?? [];
    if (key === undefined) return [[field, value]];
    const number = numbers.get(key);
    return number ? [[`${before ?? ''}${number}${after ?? ''}`, value]] : [];
  });
  return Object.fromEntries(entries);
}
