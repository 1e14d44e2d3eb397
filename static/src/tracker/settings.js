/** What a person chose about the diary: which questions are asked, their own ones, when a day ends. */
import { amend } from '../store/entries.js';
import { settingsId } from '../store/identity.js';
import { OWN } from './own.js';

/**
 * @typedef {import('../store/view.js').Body} Body
 * @typedef {import('./catalogue.js').Factor} Factor
 * @typedef {{key: string, label: string, input: 'number' | 'yesno', unit: string, asked: boolean}} OwnQuestion
 */

/** Keeps choices beside those that were made before; undefined takes one back. @param {string} user @param {Body} choices */
export async function choose(user, choices) {
  await amend(user, { kind: 'settings', id: await settingsId(user) }, (body) => ({ ...body, ...choices }));
}

/**
 * The keys of the factors that are asked: the usual ones until the person chooses otherwise.
 * @param {Body} settings @param {Record<string, Factor>} factors @param {Body} [profile] @returns {Set<string>}
 */
export function asked(settings, factors, profile = {}) {
  const chosen = Object.entries(factors).filter(([key, factor]) => settings[`ask_${key}`] ?? isUsual(factor, profile));
  const never = neverAsked(factors, profile);
  return new Set(chosen.map(([key]) => key).filter((key) => !never.has(key)));
}

/** What does not suit somebody is not asked, whatever was chosen. @param {Record<string, Factor>} factors @param {Body} profile @returns {Set<string>} */
export function neverAsked(factors, profile) {
  return new Set(Object.keys(factors).filter((key) => hasAny(profile, factors[key].never)));
}

/** Whether a factor is asked of somebody with these answers who chose nothing. @param {Pick<Factor, 'usual' | 'also' | 'unless'>} factor @param {Body} profile */
export function isUsual({ usual = false, also, unless }, profile) {
  return (usual || hasAny(profile, also)) && !hasAny(profile, unless);
}

/** @param {Body} profile @param {string[]} [traits] */
function hasAny(profile, traits = []) {
  return traits.some((trait) => profile[trait] === true);
}

/** The person's own questions, those that are no longer asked too. @param {Body} settings @returns {OwnQuestion[]} */
export function ownQuestions(settings) {
  return OWN.filter((key) => settings[`${key}_name`] !== undefined).map((key) => ({
    key,
    label: String(settings[`${key}_name`]),
    input: settings[`${key}_input`] === 'yesno' ? 'yesno' : 'number',
    unit: String(settings[`${key}_unit`] ?? ''),
    asked: settings[`ask_${key}`] !== false,
  }));
}

/** The number that a new question gets; null when all are taken. @param {Body} settings @returns {string | null} */
export function freeOwn(settings) {
  return OWN.find((key) => settings[`${key}_name`] === undefined) ?? null;
}
