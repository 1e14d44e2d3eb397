/** What is wrong with a body: the same problems as records.check on the server, by the rules that the page carries. */
import { canonical } from './canonical.js';

/**
 * @typedef {import('../store/view.js').Body} Body
 * @typedef {import('../store/database.js').Problem} Problem
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {import('./catalogue.js').Rule} Rule
 * @typedef {(value: any, now: Date) => string | null} Check
 */

const BODY_LIMIT = 8 * 1024;
const EARLIEST = '2000-01-01';
const A_DAY = 86_400_000;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const MOMENT =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9][+-](0[0-9]:[0-5][0-9]|1[0-3]:[0-5][0-9]|14:00)$/;
/** What no line of text holds: control signs, and spaces that are not the plain one. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

/**
 * Every problem of a body; none means that it may be kept.
 * @param {string} kind
 * @param {unknown} body
 * @param {Date} now
 * @param {Catalogue} catalogue
 * @returns {Problem[]}
 */
export function check(kind, body, now, { checks = {} }) {
  if (!Object.hasOwn(checks, kind)) return [{ field: 'kind', code: 'unknown_choice' }];
  const rules = checks[kind];
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return [{ field: 'body', code: 'wrong_type' }];
  }
  const problems = Object.keys(rules)
    .filter((field) => rules[field].must && !Object.hasOwn(body, field))
    .map((field) => ({ field, code: 'missing' }));
  for (const [field, value] of Object.entries(body)) {
    const rule = ruleOf(field, rules);
    const code = rule ? checkOf(rule)(value, now) : 'unknown_field';
    if (code) problems.push({ field, code });
  }
  return problems.length ? problems : tooLarge(/** @type {Body} */ (body), rules);
}

/** The rule of a field: by its name, or by a pattern of names. @param {string} field @param {Record<string, Rule>} rules */
function ruleOf(field, rules) {
  if (Object.hasOwn(rules, field) && !field.startsWith('^')) return rules[field];
  const pattern = Object.keys(rules).find((name) => name.startsWith('^') && new RegExp(`${name}$`).test(field));
  return pattern === undefined ? null : rules[pattern];
}

/** @param {Rule} rule @returns {Check} */
function checkOf({ sort, low = 0, high = 0, whole = false, of = [], limit = 0, pattern = '' }) {
  switch (sort) {
    case 'yes_or_no':
      return yesOrNo;
    case 'only_yes':
      return onlyYes;
    case 'number':
      return number(low, high, whole);
    case 'figure_or_yes':
      return (value, now) => (typeof value === 'boolean' ? null : number(-high, high, false)(value, now));
    case 'several':
      return several(of);
    case 'one_of':
      return oneOf(of);
    case 'note':
      return note(limit);
    case 'text':
      return text(limit);
    case 'code':
      return code(pattern);
    case 'day':
      return day;
    case 'moment':
      return moment;
    default:
      return () => 'unknown_field'; // a rule that this script does not know
  }
}

/** @param {Body} body @param {Record<string, Rule>} rules @returns {Problem[]} */
function tooLarge(body, rules) {
  const bytes = new TextEncoder().encode(canonical(body, rules)).length;
  return bytes > BODY_LIMIT ? [{ field: 'body', code: 'too_long' }] : [];
}

/** @type {Check} */
function yesOrNo(value) {
  return typeof value === 'boolean' ? null : 'wrong_type';
}

/** @type {Check} */
function onlyYes(value, now) {
  return yesOrNo(value, now) ?? (value ? null : 'unknown_choice');
}

/** @param {number} low @param {number} high @param {boolean} whole @returns {Check} */
function number(low, high, whole) {
  return (value) => {
    if (typeof value !== 'number') return 'wrong_type';
    if (!(low <= value && value <= high)) return 'out_of_range';
    const fits = whole ? Number.isInteger(value) : Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
    return fits ? null : 'not_a_step';
  };
}

/** @param {unknown[]} choices whole numbers @returns {Check} */
function oneOf(choices) {
  return (value) => {
    if (typeof value !== 'number') return 'wrong_type';
    return choices.includes(value) ? null : 'unknown_choice';
  };
}

/** @param {string[]} choices @returns {Check} */
function several(choices) {
  return (value) => {
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) return 'wrong_type';
    if (value.some((item) => !choices.includes(item))) return 'unknown_choice';
    return new Set(value).size < value.length ? 'repeated' : null;
  };
}

/** @param {number} limit in code points, as the server counts @returns {Check} */
function note(limit) {
  return (value) => {
    if (typeof value !== 'string' || /\p{Surrogate}/u.test(value)) return 'wrong_type';
    return lengthOf(value) > limit ? 'too_long' : null;
  };
}

/** One line without spaces around it. @param {number} limit @returns {Check} */
function text(limit) {
  return (value) => {
    if (typeof value !== 'string' || value === '' || value !== value.trim()) return 'wrong_type';
    if (UNPRINTABLE.test(value.replaceAll(' ', ''))) return 'wrong_type';
    return lengthOf(value) > limit ? 'too_long' : null;
  };
}

/** @param {string} pattern @returns {Check} */
function code(pattern) {
  const known = new RegExp(`^(?:${pattern})$`);
  return (value) => {
    if (typeof value !== 'string') return 'wrong_type';
    return known.test(value) ? null : 'unknown_choice';
  };
}

/** The number of characters, as the server counts them. @param {string} text */
export function lengthOf(text) {
  return [...text].length;
}

/** @type {Check} */
function day(value, now) {
  if (typeof value !== 'string') return 'wrong_type';
  if (!DAY.test(value) || !exists(value)) return 'bad_date';
  if (value < EARLIEST) return 'too_long_ago';
  const tomorrow = new Date(now.getTime() + A_DAY).toISOString().slice(0, 10);
  return value > tomorrow ? 'in_the_future' : null;
}

/** @type {Check} */
function moment(value, now) {
  if (typeof value !== 'string') return 'wrong_type';
  return MOMENT.test(value) ? day(value.slice(0, 10), now) : 'bad_date';
}

/** @param {string} value */
function exists(value) {
  const date = new Date(`${value}T00:00:00Z`);
  return !value.startsWith('0000') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
