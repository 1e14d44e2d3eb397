import assert from 'node:assert/strict';
import { test } from 'node:test';

import { brokenAt, placesOf } from '../../../../static/src/carry/bring/places.js';
import { placeOf, scan } from '../../../../static/src/carry/bring/scan.js';
import { finished } from '../../../../static/src/carry/pieces.js';
import { chanceOf, one } from '../diaries.js';

/** @param {string} text */
const mistake = (text) => finished(scan(text));

/** @type {[string, string, number][]} what is wrong, the text, and the index of the mistake */
const BROKEN = [
  ['nothing', '', 0],
  ['only spaces', ' \n ', 3],
  ['a word', 'hello', 0],
  ['a comma too many in an object', '{"a": 1,}', 8],
  ['a comma too many in an array', '[1,]', 3],
  ['a comma at the start', '[,1]', 1],
  ['a missing comma', '[1 2]', 3],
  ['a missing colon', '{"a" 1}', 5],
  ['a name without quotes', '{a: 1}', 1],
  ['single quotes', "{'a': 1}", 1],
  ['two values', '{} {}', 3],
  ['an object that ends as an array', '{"a": 1]', 7],
  ['an end without a start', ']', 0],
  ['an unfinished object', '{"a": [1, 2', 11],
  ['an unfinished text', '["abc', 5],
  ['a line end within a text', '["a\nb"]', 3],
  ['a tab within a text', '["a\tb"]', 3],
  ['an escape that is none', '["a\\x"]', 3],
  ['half an escape', '["\\u12"]', 2],
  ['a nought before a number', '[01]', 2],
  ['a point without digits', '[1.]', 2],
  ['a plus', '[+1]', 1],
  ['no number', '[NaN]', 1],
  ['a comment', '[1 // one\n]', 3],
  ['a sign that closes what is not open', '{"a": 1}}', 8],
];
for (const [says, text, at] of BROKEN) {
  test(`a mistake has its place: ${says}`, async () => {
    assert.throws(() => JSON.parse(text));
    assert.equal(await mistake(text), at);
  });
}

test('what JSON.parse takes has no mistake, and the other way round', async () => {
  const signs = ['{', '}', '[', ']', ':', ',', '"', '"a"', '1', '-1.5e3', 'true', 'null', ' ', '\n', '\\', '\\u00e9', 'é', '0', '"b": '];
  let whole = 0;
  for (let seed = 0; seed < 20_000; seed += 1) {
    const chance = chanceOf(seed);
    const text = Array.from({ length: 1 + Math.floor(chance() * 7) }, () => one(chance, signs)).join('');
    let fine = true;
    try {
      JSON.parse(text);
    } catch {
      fine = false;
    }
    whole += Number(fine);
    assert.equal((await mistake(text)) === -1, fine, text);
  }
  assert.ok(whole > 500);
});

test('a hundred thousand arrays within each other are no trouble', async () => {
  assert.equal(await mistake('['.repeat(100_000)), 100_000);
  assert.equal(await mistake('['.repeat(100_000) + ']'.repeat(100_000)), -1);
});

test('a line and a sign are counted as a person does', () => {
  assert.deepEqual(placeOf('ab\n💥cd', 6), { line: 2, column: 3 });
  assert.deepEqual(placeOf('', 0), { line: 1, column: 1 });
});

test('every value has its path and its place', async () => {
  const text = '{"a": [10, {"b": "x"}], "c": {}}';
  /** @type {string[]} */
  const found = [];
  await finished(scan(text, (path, at) => found.push(`${path.join('/')}@${text[at]}`)));
  assert.deepEqual(found, ['@{', 'a@[', 'a/0@1', 'a/1@{', 'a/1/b@"', 'c@{']);
});

test('a mistake of a record stands where its value stands, or at the record', async () => {
  const text = '{"records":[\n{"kind":"pain","id":"x","body":{"worst":11,"zones":["a"]}},\n{"kind":"day","id":"y","body":{}}]}';
  const wrong = (/** @type {number} */ record, /** @type {string} */ field) => ({ record, kind: 'pain', field, code: 'x' });
  assert.deepEqual(await placesOf(text, [wrong(0, 'worst'), wrong(0, 'zones'), wrong(0, 'id'), wrong(1, 'day'), wrong(1, 'body')]), [
    { line: 2, column: 41 }, { line: 2, column: 52 }, { line: 2, column: 21 }, { line: 3, column: 1 }, { line: 3, column: 1 },
  ]);
  assert.equal(await brokenAt(text), null);
  assert.deepEqual(await brokenAt(text.slice(0, 20)), { line: 2, column: 8 });
});
