/** A problem in the words of the page: the server's own sentences, from the catalogue. */

/**
 * @param {import('../store/database.js').Problem} problem
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @returns {string}
 */
export function mistake({ field, code }, { messages, factors = {}, note = 0 }) {
  const factor = Object.hasOwn(factors, field) ? factors[field] : null;
  const known = code === 'not_a_step' && factor && factor.step < 1 ? 'too_fine' : code;
  const text = messages[`${field}.${known}`] ?? messages[known] ?? messages.other ?? known;
  const { low, high } = factor ?? { low: 0, high: 10 };
  return text.replace('{low}', String(low)).replace('{high}', String(high)).replace('{limit}', String(note));
}
