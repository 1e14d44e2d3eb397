/** What a field is called and what its value says, for whoever reads a file. */

/**
 * @typedef {import('../../tracker/catalogue.js').Catalogue} Catalogue
 * @typedef {import('../../tracker/catalogue.js').Rule} Rule
 * @typedef {typeof import('../../ui/words/nl.js').nl} Words
 */

/** The rule of a field: by its name, or by the pattern of its name. @param {Catalogue} catalogue @param {string} kind @param {string} field @returns {Rule | undefined} */
export function ruleOf({ checks = {} }, kind, field) {
  const rules = Object.hasOwn(checks, kind) ? checks[kind] : {};
  return rules[field] ?? rules[patternOf(rules, field) ?? ''];
}

/**
 * The heading of a field; its own name when there is none.
 * @param {Catalogue} catalogue with the person's own questions @param {string} kind @param {string} field
 */
export function headingOf({ headings = {}, own = [], titles = {} }, kind, field) {
  const question = kind === 'day' ? own.find(({ key }) => key === field) : null;
  if (question) return question.unit ? `${question.label} (${question.unit})` : question.label;
  const known = Object.hasOwn(headings, kind) ? headings[kind] : {};
  if (Object.hasOwn(known, field)) return known[field];
  const pattern = patternOf(known, field);
  const code = field.slice(field.lastIndexOf('_') + 1);
  return pattern ? `${known[pattern]}: ${titles[code] ?? code}` : field;
}

/**
 * The value in words. A choice of several stays in its own order: left and right stand beside each other as on the map.
 * @param {Catalogue} catalogue @param {string} kind @param {string} field @param {any} value @param {Words} words
 */
export function textOf(catalogue, kind, field, value, { entry, locale }) {
  const { factors = {}, titles = {}, strengths } = catalogue;
  const choices = field.startsWith('at_') ? strengths : Object.hasOwn(factors, field) ? factors[field].choices : null;
  if (typeof value === 'boolean') return value ? entry.yes : entry.no;
  if (typeof value === 'number') return choices?.[value] || value.toLocaleString(locale, { useGrouping: false });
  if (Array.isArray(value)) return value.map((key) => namesOf(catalogue, field)[key] ?? key).join('; ');
  const code = ruleOf(catalogue, kind, field)?.sort === 'code' && Object.hasOwn(titles, value);
  return code ? `${titles[value]} (${value})` : String(value);
}

/** @param {Catalogue} catalogue @param {string} field @returns {Record<string, string>} */
function namesOf(catalogue, field) {
  const names = Object.hasOwn(catalogue, field) ? /** @type {any} */ (catalogue)[field] : null;
  return typeof names === 'object' && names !== null ? names : {};
}

/** @param {Record<string, unknown>} among @param {string} field */
function patternOf(among, field) {
  return Object.keys(among).find((name) => name.startsWith('^') && new RegExp(`${name}$`).test(field));
}
