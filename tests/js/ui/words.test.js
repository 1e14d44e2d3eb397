import assert from 'node:assert/strict';
import { test } from 'node:test';

import { en } from '../../../static/src/ui/words/en.js';
import { nl } from '../../../static/src/ui/words/nl.js';

/** @param {object} words @param {string} [under] @returns {[string, unknown][]} */
function leaves(words, under = '') {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? leaves(value, `${under}${key}.`) : [[under + key, value]],
  );
}

/** @param {unknown} value */
const said = (value) => (typeof value === 'function' ? value(2, 3) : String(value));

test('both languages say the same things', () => {
  assert.deepEqual(leaves(en).map(([key]) => key), leaves(nl).map(([key]) => key));
});

test('every sentence has words, of at most twenty', () => {
  for (const [key, value] of [...leaves(nl), ...leaves(en)]) {
    for (const sentence of said(value).split(/(?<=[.!?…]) /)) {
      assert.ok(sentence.length > 0, key);
      assert.ok(sentence.split(' ').length <= 20, `${key}: ${sentence}`);
    }
  }
});

test('one is not many', () => {
  assert.equal(nl.entry.pain(6), 'pijn 6 van 10');
  assert.match(nl.line.sending(1), /1 notitie wordt/);
  assert.match(nl.line.sending(2), /2 notities worden/);
  assert.match(en.line.sending(1), /1 entry/);
  assert.match(en.line.sending(2), /2 entries/);
});
