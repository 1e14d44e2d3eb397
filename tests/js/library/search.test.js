import assert from 'node:assert/strict';
import { test } from 'node:test';

import { makeSearch } from '../../../static/src/library/search.js';

/** @param {string} id @param {Partial<import('../../../static/src/library/search.js').Entry>} parts */
const entry = (id, parts) => ({
  id,
  kind: /** @type {const} */ ('article'),
  url: `/nl/artikelen/${id}`,
  grade: 'B',
  title: '',
  lay: '',
  headings: 'Wat is het?',
  summary: '',
  text: '',
  ...parts,
});
const DATA = {
  skip: ['de', 'het', 'is'],
  everywhere: ['rug'],
  complaint: ['pijn'],
  pages: [
    entry('B08', { title: 'Hernia', lay: 'hnp', text: 'Een schijf puilt uit.\nMeestal gaat een hernia over.' }),
    entry('B22', { title: 'Cafeïne', lay: 'kopje koffie', text: 'Koffie droogt je niet uit.' }),
    entry('D04', { title: 'Operatie', text: 'Bij een hernia soms. De rug rust.' }),
    entry('B06', { title: 'Uitstraling', lay: 'pijn in het been', text: 'Pijn in een been.' }),
    entry('X11', { kind: 'exercise', title: 'Been strekken', lay: 'beenspier' }),
  ],
};
const search = await makeSearch(DATA);
/** @param {string} question */
const ids = (question) => search.search(question).hits.map((hit) => hit.entry.id);

test('a title counts more than a text, and a lay word leads to its article', () => {
  assert.deepEqual(ids('hernia'), ['B08', 'D04']);
  assert.deepEqual(ids('hnp'), ['B08']);
});

test('an exercise comes first where it fits best, and after the articles where something hurts', () => {
  assert.deepEqual(ids('been'), ['X11', 'B06']);
  assert.deepEqual(ids('pijn been'), ['B06', 'X11']);
});

test('accents, half a word and small slips do not matter', () => {
  assert.deepEqual(ids('CAFEINE'), ['B22']);
  assert.deepEqual(ids('kof'), ['B22']);
  assert.deepEqual(ids('kofie'), ['B22']);
  assert.deepEqual(ids('herina'), ['B08', 'D04']);
});

test('the sentence that matched comes with its word marked', () => {
  const [first] = search.search('hernia').hits;
  assert.deepEqual(first?.sentence, [
    ['Meestal gaat een ', false],
    ['hernia', true],
    [' over.', false],
  ]);
});

test('a question without a word finds nothing', () => {
  for (const question of ['', '  ', '?!', 'de het', '😀']) {
    const found = search.search(question);
    assert.deepEqual([found.hits, found.guesses, found.cut], [[], [], false]);
  }
});

test('a word that nobody knows gets words that look like it, and is not learnt', () => {
  for (const _ of [1, 2]) {
    const found = search.search('caffieines');
    assert.deepEqual([found.hits, found.guesses], [[], ['Cafeïne']]);
  }
});

test('a long question is cut and answered', () => {
  const found = search.search(`hernia ${'x'.repeat(500)}`);
  assert.equal(found.cut, true);
  assert.equal(found.asked.length, 200);
  assert.equal(found.hits[0]?.entry.id, 'B08');
});

test('names of the machine are words like any other', () => {
  for (const question of ['__proto__', 'constructor', '<script>', 'toString hasOwnProperty']) {
    assert.deepEqual(search.search(question).hits, []);
  }
});
