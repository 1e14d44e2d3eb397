/**
 * Words as the search compares them: without case and accents. webapp/library/spelling.py does the
 * same; tests/cases/spelling.json holds them together.
 */

const TOKEN = /[0-9A-Za-zÀ-ÖØ-öø-ɏ]+/g;
const MARKS = /[\u0300-\u036f]/g;
const SHORT = 4;
const LONG = 8;

/** The words of a text in order, folded: `Cafeïne` is `cafeine`. @param {string} text @returns {string[]} */
export function wordsOf(text) {
  return (text.normalize('NFC').match(TOKEN) ?? []).map(fold);
}

/** One word without case and accents. @param {string} word */
export function fold(word) {
  return word.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/** How many slips of the finger are forgiven in a word of this length. @param {string} word */
export function slips(word) {
  return word.length >= LONG ? 2 : word.length >= SHORT ? 1 : 0;
}

/**
 * The known word of which two letters were typed the wrong way round, else the word itself.
 * @param {string} word
 * @param {Set<string>} known
 */
export function mended(word, known) {
  if (known.has(word) || !slips(word)) return word;
  for (let place = 0; place < word.length - 1; place += 1) {
    const other = word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2);
    if (known.has(other)) return other;
  }
  return word;
}

/**
 * A sentence in pieces, each with whether it is one of the words.
 * @param {string} sentence
 * @param {Set<string>} marks
 * @returns {[text: string, matches: boolean][]}
 */
export function marked(sentence, marks) {
  /** @type {[string, boolean][]} */
  const pieces = [];
  let end = 0;
  for (const { 0: token, index } of sentence.matchAll(TOKEN)) {
    if (!marks.has(fold(token))) continue;
    pieces.push([sentence.slice(end, index), false], [token, true]);
    end = index + token.length;
  }
  pieces.push([sentence.slice(end), false]);
  return pieces.filter(([text]) => text !== '');
}
