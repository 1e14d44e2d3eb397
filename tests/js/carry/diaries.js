/** Random diaries that pass the check: every field of every kind takes its turn. A seed gives the same one again. */
import { derivedId } from '../../../static/src/store/identity.js';

/**
 * @typedef {import('../../../static/src/tracker/catalogue.js').Rule} Rule
 * @typedef {{kind: string, id: string, body: {[field: string]: any}}} Entry
 * @typedef {() => number} Chance from 0 to 1
 */

const NOTES = ['na het tillen', '💥 é e\u0301', 'שלום \u202e', '=1+1', '"a";\tb\r\nc', '<b>', "'-x", ' ', '\u0000'];
const NAMES = ['Paardrijden', 'Écht', 'Tuin', '=som', '💥'];

/** mulberry32 @param {number} seed @returns {Chance} */
export function chanceOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @template T @param {Chance} chance @param {readonly T[]} among @returns {T} */
export function one(chance, among) {
  return among[Math.floor(chance() * among.length)];
}

/** A diary of `user`, of at most `many` records; ids as this person's devices give them. @param {number} seed @param {string} user @param {{[kind: string]: {[field: string]: Rule}}} checks @param {number} many @returns {Promise<Entry[]>} */
export async function diaryOf(seed, user, checks, many) {
  const chance = chanceOf(seed);
  /** @type {Map<string, Entry>} */
  const records = new Map();
  for (let turn = 0; turn < many; turn += 1) {
    const kind = one(chance, Object.keys(checks));
    const body = bodyOf(chance, checks[kind]);
    const id = (await derivedId(user, kind, body)) ?? randomId(chance);
    records.set(id, { kind, id, body });
  }
  return [...records.values()];
}

/** @param {Chance} chance @param {{[field: string]: Rule}} rules */
export function bodyOf(chance, rules) {
  /** @type {Entry['body']} */
  const body = {};
  for (const [name, rule] of Object.entries(rules)) {
    if (name.startsWith('^')) body[one(chance, ['kept_A01', 'read_B04', 'kept_X01'])] = true;
    else if (rule.must || chance() < 0.3) body[name] = valueOf(chance, rule);
  }
  return body;
}

/** @param {Chance} chance @param {Rule} rule */
function valueOf(chance, { sort, low = 0, high = 0, whole, of = [], limit = 0, pattern = '' }) {
  const day = () => `20${10 + Math.floor(chance() * 16)}-${two(1 + Math.floor(chance() * 12))}-${two(1 + Math.floor(chance() * 28))}`;
  /** @type {{[sort: string]: () => unknown}} */
  const made = {
    yes_or_no: () => chance() < 0.5,
    only_yes: () => true,
    number: () => (whole ? Math.floor(low + chance() * (high - low + 1)) : Math.round((low + chance() * (high - low)) * 100) / 100),
    figure_or_yes: () => (chance() < 0.5 ? chance() < 0.5 : Math.round(chance() * 2000 - 1000) / 100),
    one_of: () => one(chance, of),
    several: () => of.filter(() => chance() < 0.2),
    note: () => one(chance, NOTES),
    text: () => one(chance, NAMES).slice(0, limit),
    code: () => ({ 'T[0-9]{2}': 'T06', walking: 'walking', '[a-z_]{3,24}': one(chance, ['walk', 'cold_shower']), 'number|yesno': one(chance, ['number', 'yesno']), 'helped|no_difference|worse': one(chance, ['helped', 'worse']) })[pattern] ?? 'X01',
    day,
    moment: () => `${day()}T${two(Math.floor(chance() * 24))}:${two(Math.floor(chance() * 60))}${one(chance, ['+01:00', '+02:00', '-03:30'])}`,
  };
  return made[sort]();
}

/** @param {Chance} chance */
function randomId(chance) {
  const hex = Array.from({ length: 32 }, () => Math.floor(chance() * 16).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
}

/** @param {number} value */
function two(value) {
  return String(value).padStart(2, '0');
}
