import assert from 'node:assert/strict';
import { test } from 'node:test';

import cases from '../../cases/spelling.json' with { type: 'json' };
import { marked, mended, slips, wordsOf } from '../../../static/src/library/spelling.js';

test('words lose case, accents and everything between', () => {
  for (const [text, words] of cases.words) assert.deepEqual(wordsOf(String(text)), words, String(text));
});

test('longer words may have more slips', () => {
  for (const [word, allowed] of cases.slips) assert.equal(slips(String(word)), allowed);
});

test('two letters the wrong way round are mended', () => {
  const known = new Set(cases.known);
  for (const [typed, meant] of cases.mended) assert.equal(mended(String(typed), known), meant);
});

test('a sentence shows its words as they were written', () => {
  for (const [sentence, marks, pieces] of cases.marked) {
    const words = new Set(/** @type {string[]} */ (marks));
    assert.deepEqual(marked(String(sentence), words), pieces);
  }
});
