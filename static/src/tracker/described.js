/** An entry in words. */

/**
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {typeof import('../ui/words/nl.js').nl} Words
 * @typedef {{title: string, time: string, lines: [string, string][]}} Described
 */

/**
 * @param {{kind: string, body: Record<string, any>}} entry
 * @param {Catalogue} catalogue
 * @param {Words} words
 * @returns {Described}
 */
export function described({ kind, body }, catalogue, words) {
  if (kind === 'exercise') return exercise(body, catalogue, words);
  return kind === 'pain' ? cramp(body, catalogue, words) : day(body, catalogue, words);
}

/** The day that an entry belongs to; empty for the profile. @param {{body: Record<string, any>}} entry */
export function dayOfEntry({ body }) {
  return String(body.began ?? body.day ?? '').slice(0, 10);
}

/** @param {Record<string, any>} body @param {Catalogue} catalogue @param {Words} words @returns {Described} */
function cramp(body, catalogue, { entry }) {
  /** @type {[string, string][]} */
  const lines = [
    [entry.howLong, body.minutes === undefined ? '' : entry.duration(body.minutes)],
    [entry.where, listed(body.zones, catalogue.zones, '; ')],
    [entry.feel, listed(body.feel, catalogue.feel)],
    [entry.relief, listed(body.relief, catalogue.relief)],
    [entry.note, body.note ?? ''],
  ];
  return {
    title: `${entry.cramp}, ${entry.pain(body.worst)}`,
    time: String(body.began ?? '').slice(11, 16),
    lines: lines.filter(([, value]) => value !== ''),
  };
}

/** @param {Record<string, any>} body @param {Catalogue} catalogue @param {Words} words @returns {Described} */
function day(body, { factors = {} }, words) {
  const lines = Object.entries(factors)
    .filter(([key]) => key in body)
    .map(([key, factor]) => /** @type {[string, string]} */ ([factor.label, answer(factor, body[key], words)]));
  const { entry } = words;
  return { title: body.no_cramp ? `${entry.day}: ${entry.noCramp.toLowerCase()}` : entry.day, time: '', lines };
}

/** @param {Record<string, any>} body @param {Catalogue} catalogue @param {Words} words @returns {Described} */
function exercise(body, { exercises = {} }, { entry }) {
  /** @type {[string, string][]} */
  const lines = [[entry.sets, String(body.sets)]];
  if (body.before !== undefined) lines.push([entry.before, entry.of10(body.before)]);
  if (body.after !== undefined) lines.push([entry.after, entry.of10(body.after)]);
  return {
    title: `${entry.exercise}: ${exercises[body.exercise] ?? body.exercise}`,
    time: String(body.began ?? '').slice(11, 16),
    lines,
  };
}

/** @param {import('./catalogue.js').Factor} factor @param {any} value @param {Words} words */
function answer({ input, unit = '', choices = [] }, value, { entry, locale }) {
  if (input === 'yesno') return value ? entry.yes : entry.no;
  if (input === 'choice') return choices[value] ?? '';
  if (input === 'scale') return entry.of10(value);
  return `${Number(value).toLocaleString(locale)} ${unit}`;
}

/** @param {string[]} [keys] @param {Record<string, string>} [choices] @param {string} [between] */
function listed(keys = [], choices = {}, between = ', ') {
  return keys.map((key) => choices[key] ?? key).join(between);
}
