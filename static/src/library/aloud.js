/** Reads an article aloud with the browser's own voice, and marks the sentence that is read. */
import { sentencesIn } from './sentences.js';

const MARK = 'aloud';
const BLOCKS = 'h1, .lead, .prose :is(h2, h3, p, li, td)';

/** @typedef {{range: Range, text: string}} Sentence */

/**
 * Calls back once when this browser has a voice for the language and can show where it is. Some
 * browsers know their voices only a moment after the page.
 * @param {string} lang @param {() => void} act
 */
export function whenItCanSpeak(lang, act) {
  if (!('speechSynthesis' in globalThis && 'Highlight' in globalThis && 'Segmenter' in Intl)) return;
  const look = () => {
    if (!speechSynthesis.getVoices().some((voice) => voice.lang.toLowerCase().startsWith(lang))) return;
    speechSynthesis.removeEventListener('voiceschanged', look);
    act();
  };
  speechSynthesis.addEventListener('voiceschanged', look);
  look();
}

/**
 * A reader of the article on this page.
 * @param {string} lang @param {(speaking: boolean) => void} changed
 */
export function readerOf(lang, changed) {
  const speech = globalThis.speechSynthesis;
  let turn = 0;

  /** @param {Sentence[]} sentences @param {number} place @param {number} mine */
  function say(sentences, place, mine) {
    if (mine !== turn) return;
    if (place >= sentences.length) return stop();
    const { range, text } = sentences[place];
    CSS.highlights.set(MARK, new Highlight(range));
    range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    const words = new SpeechSynthesisUtterance(text);
    words.lang = lang === 'nl' ? 'nl-NL' : 'en-GB';
    words.onend = () => say(sentences, place + 1, mine);
    words.onerror = () => stop();
    speech.speak(words);
  }

  function stop() {
    turn += 1;
    speech.cancel();
    CSS.highlights.delete(MARK);
    changed(false);
  }

  return {
    start() {
      turn += 1;
      changed(true);
      say(sentencesOf(document, lang), 0, turn);
    },
    stop,
  };
}

/** The sentences of the article with their places; source numbers and meanings of words are not read. @param {ParentNode} page @param {string} lang @returns {Sentence[]} */
function sentencesOf(page, lang) {
  return [...page.querySelectorAll(BLOCKS)].flatMap((block) => {
    const { text, at } = wordsOf(block);
    return sentencesIn(text, lang).map((sentence) => ({ text: sentence.text, range: rangeOf(at, sentence) }));
  });
}

/** The text of a block, and where each part of it stands. @param {Element} block */
function wordsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {{node: Text, from: number}[]} */
  const at = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('sup, li li, .meaning')) continue;
    at.push({ node: /** @type {Text} */ (node), from: text.length });
    text += node.nodeValue;
  }
  return { text, at };
}

/** @param {{node: Text, from: number}[]} at @param {{start: number, end: number}} sentence */
function rangeOf(at, { start, end }) {
  const range = document.createRange();
  const first = at.findLast(({ from }) => from <= start) ?? at[0];
  const last = at.findLast(({ from }) => from < end) ?? at[0];
  range.setStart(first.node, start - first.from);
  range.setEnd(last.node, Math.min(end - last.from, last.node.length));
  return range;
}
