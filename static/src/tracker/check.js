/** What is wrong with a body: the same problems as records.check on the server. */

/**
 * @typedef {import('../store/view.js').Body} Body
 * @typedef {import('../store/database.js').Problem} Problem
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {(value: any, now: Date) => string | null} Check
 */

const BODY_LIMIT = 8 * 1024;
const MINUTES_LIMIT = 7 * 24 * 60;
const EARLIEST = '2000-01-01';
const A_DAY = 86_400_000;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const MOMENT =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9][+-](0[0-9]:[0-5][0-9]|1[0-3]:[0-5][0-9]|14:00)$/;
/** @type {Record<string, string[]>} */
const REQUIRED = { pain: ['began', 'worst'], day: ['day'], profile: [] };

/**
 * Every problem of a body of the kinds that forms make; none means that it may be kept.
 * @param {string} kind
 * @param {unknown} body
 * @param {Date} now
 * @param {Catalogue} catalogue
 * @returns {Problem[]}
 */
export function check(kind, body, now, catalogue) {
  const checks = checksOf(kind, catalogue);
  if (!checks) return [{ field: 'kind', code: 'unknown_choice' }];
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return [{ field: 'body', code: 'wrong_type' }];
  }
  const problems = REQUIRED[kind]
    .filter((field) => !Object.hasOwn(body, field))
    .map((field) => ({ field, code: 'missing' }));
  for (const [field, value] of Object.entries(body)) {
    const code = (checks.get(field) ?? (() => 'unknown_field'))(value, now);
    if (code) problems.push({ field, code });
  }
  return problems.length ? problems : tooLarge(/** @type {Body} */ (body));
}

/** @param {string} kind @param {Catalogue} catalogue @returns {Map<string, Check> | null} */
function checksOf(kind, catalogue) {
  if (kind === 'pain') {
    return new Map([
      ['began', moment],
      ['worst', number(0, 10, true)],
      ['zones', several(catalogue.zones)],
      ['feel', several(catalogue.feel)],
      ['relief', several(catalogue.relief)],
      ['note', note(catalogue.note ?? 0)],
      ['minutes', number(0, MINUTES_LIMIT, true)],
    ]);
  }
  if (kind === 'day') {
    const factors = Object.entries(catalogue.factors ?? {});
    return new Map([['day', day], ['no_cramp', onlyYes], ...factors.map(ofFactor)]);
  }
  if (kind !== 'profile') return null;
  return new Map(Object.keys(catalogue.profile ?? {}).map((key) => [key, yesOrNo]));
}

/** @param {[string, import('./catalogue.js').Factor]} entry @returns {[string, Check]} */
function ofFactor([key, { input, low, high, step }]) {
  return [key, input === 'yesno' ? yesOrNo : number(low, high, step >= 1)];
}

/** @param {Body} body @returns {Problem[]} */
function tooLarge(body) {
  const bytes = new TextEncoder().encode(JSON.stringify(body)).length;
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

/** @param {Record<string, string>} [choices] @returns {Check} */
function several(choices = {}) {
  return (value) => {
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) return 'wrong_type';
    if (value.some((item) => !Object.hasOwn(choices, item))) return 'unknown_choice';
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
