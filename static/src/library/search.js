/** Search over all articles and exercises on the device; webapp/library/search.py answers the same on the server. */
import MiniSearch from 'minisearch';
import { fold, marked, mended, slips, wordsOf } from './spelling.js';

/**
 * @typedef {{id: string, kind: 'article' | 'exercise', url: string, grade: string, title: string, lay: string,
 *   headings: string, summary: string, text: string}} Entry text and lay: one sentence or word group a line
 * @typedef {{skip: string[], everywhere: string[], complaint: string[], pages: Entry[]}} Data
 * @typedef {{entry: Entry, sentence: [text: string, matches: boolean][]}} Hit
 * @typedef {{asked: string, cut: boolean, hits: Hit[], guesses: string[]}} Found
 * @typedef {{search(question: string): Found}} Search
 */

export const WEIGHTS = { title: 10, lay: 7, headings: 4, summary: 3, text: 1 };
const EVERYWHERE_WEIGHT = 0.2; // of a word that nearly every question has
const EXERCISE_WEIGHT = 0.6; // of an article that fits as well
const COMPLAINT_WEIGHT = 0.1; // of an exercise, where `pain in my leg` asks for no stretch
const SHORTEST_PREFIX = 3;
const LONGEST_QUESTION = 200;
const MOST_WORDS = 12;
const MOST_HITS = 10;
const MOST_GUESSES = 3;
const GUESS = 0.4; // of the letters of a word may differ
const AT_ONCE = 6; // pages between two breaths of the page

/** Questions come as folded words, and are not to be learnt as words of the library. */
const AS_TYPED = {
  tokenize: (/** @type {string} */ text) => text.split(' '),
  processTerm: (/** @type {string} */ word) => word,
};

/** Makes the index; a page stays usable meanwhile. @param {Data} data @returns {Promise<Search>} */
export async function makeSearch({ skip, everywhere, complaint, pages }) {
  /** @type {Set<string>} */
  const known = new Set();
  const index = new MiniSearch({
    fields: Object.keys(WEIGHTS),
    tokenize: wordsOf,
    processTerm: (word) => (known.add(word), word),
  });
  await index.addAllAsync(pages, { chunkSize: AT_ONCE });
  const all = {
    index,
    known,
    everywhere: new Set(everywhere),
    complaint: new Set(complaint),
    skip: new Set(skip),
    names: namesOf(pages),
    entries: new Map(pages.map((entry) => [entry.id, entry])),
  };
  return { search: (question) => search(all, question) };
}

/**
 * @typedef {{index: MiniSearch, known: Set<string>, skip: Set<string>, everywhere: Set<string>,
 *   complaint: Set<string>, names: Map<string, string>, entries: Map<string, Entry>}} All names: folded → as written
 */

/** @param {All} all @param {string} question @returns {Found} */
function search(all, question) {
  const whole = question.trim().replace(/\s+/g, ' ');
  const letters = [...whole];
  const asked = letters.slice(0, LONGEST_QUESTION).join('').trim();
  const typed = wordsOf(asked).map((word) => mended(word, all.known));
  const telling = typed.filter((word) => word.length > 1 && !all.skip.has(word));
  const words = [...new Set(telling)].slice(0, MOST_WORDS);
  const results = words.length ? all.index.search(words.join(' '), optionsFor(all, words)) : [];
  const hits = results.slice(0, MOST_HITS).flatMap(({ id, terms }) => {
    const entry = all.entries.get(id);
    return entry ? [{ entry, sentence: bestSentence(entry.text, new Set(terms)) }] : [];
  });
  const cut = letters.length > LONGEST_QUESTION;
  return { asked, cut, hits, guesses: hits.length ? [] : guessesFor(all, words) };
}

/** @param {All} all @param {string[]} asked @returns {import('minisearch').SearchOptions} */
function optionsFor({ known, everywhere, complaint, entries }, asked) {
  const exercise = asked.some((word) => complaint.has(word)) ? COMPLAINT_WEIGHT : EXERCISE_WEIGHT;
  /** @param {string} word @param {number} place @param {string[]} words */
  const mayGoOn = (word, place, words) => place === words.length - 1 && word.length >= SHORTEST_PREFIX;
  return {
    ...AS_TYPED,
    boost: WEIGHTS,
    boostDocument: (id) => (entries.get(id)?.kind === 'exercise' ? exercise : 1),
    boostTerm: (word) => (everywhere.has(word) ? EVERYWHERE_WEIGHT : 1),
    prefix: mayGoOn,
    // A word that we know, or that is being typed, is not a slip of another.
    fuzzy: (word, place, words) => {
      if (known.has(word)) return false;
      if (mayGoOn(word, place, words) && [...known].some((other) => other.startsWith(word))) return false;
      return slips(word) || false;
    },
  };
}

/** The first sentence with the most of the words. @param {string} text @param {Set<string>} marks */
function bestSentence(text, marks) {
  let best = '';
  let most = 0;
  for (const line of text.split('\n')) {
    const here = new Set(wordsOf(line).filter((word) => marks.has(word))).size;
    if (here > most) [best, most] = [line, here];
  }
  return best ? marked(best, marks) : [];
}

/** Words of titles and lay words that look like what was typed. @param {All} all @param {string[]} words */
function guessesFor({ index, names }, words) {
  const near = words.slice(0, MOST_GUESSES).flatMap((word) => {
    const results = index.search(word, { ...AS_TYPED, fields: ['title', 'lay'], fuzzy: GUESS });
    return results.flatMap(({ terms }) => terms.map((term) => names.get(term) ?? term));
  });
  return [...new Set(near)].slice(0, MOST_GUESSES);
}

/** @param {Entry[]} pages */
function namesOf(pages) {
  const texts = pages.flatMap(({ title, lay }) => `${title} ${lay}`.match(/[\p{L}\p{N}]+/gu) ?? []);
  return new Map(texts.map((word) => [fold(word), word]));
}
