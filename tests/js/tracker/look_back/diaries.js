/** Diaries to try the counting on: by hand, or at random from a seed. */

/** @typedef {import('../../../../static/src/store/view.js').Entry} Entry */

const ZONES = ['upper', 'mid', 'low', 'pelvis', 'buttock'].flatMap((level) => ['left', 'middle', 'right'].map((side) => `${level}_${side}`));
const LEGS = ['thigh', 'calf', 'foot'].flatMap((part) => [`${part}_left`, `${part}_right`]);
const RELIEF = ['warmth', 'painkiller', 'walking', 'lying', 'nothing_yet', 'passed'];
const OFFSETS = ['+01:00', '+02:00', '-08:00', '+14:00', '-11:30', '+00:00'];
/** Days around what goes wrong easily: the new year, a leap day, and both changes of the clock. */
const STARTS = ['2025-12-20', '2024-02-20', '2026-03-20', '2026-10-15', '2016-01-01'];

/** @param {string} began @param {number} worst @param {Record<string, unknown>} [more] @returns {Entry} */
export function cramp(began, worst, more = {}) {
  const body = { began: began.length === 10 ? `${began}T10:00+01:00` : began, worst, ...more };
  return { id: JSON.stringify(body), kind: 'pain', body, version: 1, pending: false };
}

/** @param {string} day @param {Record<string, unknown>} [more] @returns {Entry} */
export function day(day, more = {}) {
  return { id: day, kind: 'day', body: { day, ...more }, version: 1, pending: false };
}

/** A number from 0 to 1, the same row for the same seed. @param {number} seed */
export function chanceOf(seed) {
  let state = seed * 2654435761;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** @param {number} seed @returns {{entries: Entry[], from: string, to: string, before: string}} before: some days earlier */
export function randomDiary(seed) {
  const chance = chanceOf(seed);
  const pick = (/** @type {number} */ below) => Math.floor(chance() * below);
  const start = Date.parse(STARTS[seed % STARTS.length]);
  const length = [1, 3, 14, 30, 92, 93, 200, 400][pick(8)];
  const name = (/** @type {number} */ n) => new Date(start + n * 86_400_000).toISOString().slice(0, 10);
  /** @type {Entry[]} */
  const entries = [];
  for (let n = -10; n < length + 3; n += 1) {
    if (chance() < 0.55) entries.push(day(name(n), randomDay(chance)));
    for (let more = pick(4); more > 1; more -= 1) entries.push(randomCramp(name(n), chance));
  }
  entries.sort(() => chance() - 0.5);
  return { entries, from: name(0), to: name(length - 1), before: name(-6) };
}

/** @param {() => number} chance */
function randomDay(chance) {
  /** @type {Record<string, unknown>} */
  const body = {};
  if (chance() < 0.5) body.no_cramp = true;
  if (chance() < 0.7) body.sitting_h = Math.floor(chance() * 32) / 2;
  if (chance() < 0.7) body.strength = chance() < 0.5;
  if (chance() < 0.7) body.heavy_lifting = Math.floor(chance() * 3);
  if (chance() < 0.3) body.background = Math.floor(chance() * 11);
  for (const key of ['paracetamol', 'nsaid', 'opioid', 'sedative']) if (chance() < 0.3) body[key] = chance() < 0.5;
  return body;
}

/** @param {string} name @param {() => number} chance */
function randomCramp(name, chance) {
  const pick = (/** @type {number} */ below) => Math.floor(chance() * below);
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  /** @type {Record<string, unknown>} */
  const more = {};
  if (chance() < 0.8) more.zones = ZONES.filter(() => chance() < 0.15);
  if (chance() < 0.5) for (const zone of [...ZONES, ...LEGS]) if (chance() < 0.1) more[`at_${zone}`] = pick(4);
  if (chance() < 0.8) more.relief = RELIEF.filter(() => chance() < 0.4);
  if (chance() < 0.6) more.minutes = pick(300);
  return cramp(`${name}T${two(pick(24))}:${two(pick(60))}${OFFSETS[pick(OFFSETS.length)]}`, pick(11), more);
}
