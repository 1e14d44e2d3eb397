import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentencesIn } from '../../../static/src/library/sentences.js';

test('a text is cut at its sentences, and each knows its place', () => {
  const text = 'Rug. Hij doet pijn!  Waarom?';
  const found = sentencesIn(text, 'nl');
  assert.deepEqual(found.map((one) => one.text), ['Rug.', 'Hij doet pijn!', 'Waarom?']);
  for (const { start, end, text: said } of found) assert.equal(text.slice(start, end), said);
});

test('a number with a point or comma stays whole', () => {
  assert.deepEqual(sentencesIn('Dat was 0,9% van 1.172 mensen.', 'nl').map((one) => one.text), [
    'Dat was 0,9% van 1.172 mensen.',
  ]);
});

test('what holds no word is not read', () => {
  assert.deepEqual(sentencesIn(' \n… — \n', 'en'), []);
});
