/** How the page says figures, days and answers in one language. */
import { namesIn } from './names.js';

/**
 * @typedef {typeof import('../../ui/words/look_back/nl.js').nl} Words
 * @typedef {typeof import('../../ui/words/nl.js').nl} Common the words of all pages
 * @typedef {import('../catalogue.js').Factor} Factor
 * @typedef {{words: Words, names: import('./names.js').Names,
 *   value(value: number, factor: Factor): string, duration(minutes: number): string}} Speech
 *   value: as a person says it, with its unit, its word, or yes and no
 */

/** @param {Words} words @param {Common} common @returns {Speech} */
export function speechIn(words, { entry }) {
  return {
    words,
    names: namesIn(words.locale),
    value(value, { input, unit = '', choices = [] }) {
      if (input === 'yesno') return value ? entry.yes : entry.no;
      if (input === 'choice') return choices[value] ?? words.figure(value);
      if (input === 'scale') return entry.of10(words.figure(value));
      return `${words.figure(value)} ${unit}`.trim();
    },
    duration: (minutes) => entry.duration(Math.round(minutes)),
  };
}
