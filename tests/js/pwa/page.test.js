// The line about kept articles, and asking the browser to leave them alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { keptText } from '../../../static/src/pwa/kept.js';
import { askToPersist } from '../../../static/src/pwa/persist.js';
import { en } from '../../../static/src/ui/words/en.js';
import { nl } from '../../../static/src/ui/words/nl.js';

for (const [words, kept, text] of /** @type {[typeof nl, number, string][]} */ ([
  [nl, 10, 'Alle 10 artikelen en oefeningen staan op deze telefoon.'],
  [nl, 6, '6 van 10 artikelen en oefeningen staan op deze telefoon.'],
  [en, 10, 'All 10 articles and exercises are on this phone.'],
  [en, 1, '1 of 10 articles and exercises are on this phone.'],
  [en, 0, en.pwa.kept.none],
])) {
  test(`${kept} of 10 kept reads: ${text}`, () => {
    const paths = Array.from({ length: kept }, (_, n) => `/nl/artikelen/${n}`);
    assert.equal(keptText(words.pwa.kept, { kept: paths, all: 10 }), text);
  });
}

/** @param {{already?: boolean, agrees?: boolean}} [how] */
function browser({ already = false, agrees = true } = {}) {
  let asked = 0;
  const storage = {
    persisted: async () => already,
    persist: async () => {
      asked++;
      return agrees;
    },
  };
  return { storage, asked: () => asked };
}

function memory() {
  /** @type {Map<string, string>} */
  const values = new Map();
  return {
    getItem: (/** @type {string} */ key) => values.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void values.set(key, value),
  };
}

test('the browser is asked to keep what was saved', async () => {
  const firefox = browser();
  assert.equal(await askToPersist(firefox, memory()), true);
  assert.equal(firefox.asked(), 1);
});

test('who said no is not asked again', async () => {
  const firefox = browser({ agrees: false });
  const remembered = memory();
  assert.equal(await askToPersist(firefox, remembered), false);
  assert.equal(await askToPersist(firefox, remembered), false);
  assert.equal(firefox.asked(), 1);
});

test('what is kept already needs no question', async () => {
  const chromium = browser({ already: true });
  assert.equal(await askToPersist(chromium, memory()), true);
  assert.equal(chromium.asked(), 0);
});

test('a browser that cannot promise it is left alone', async () => {
  assert.equal(await askToPersist({}, memory()), false);
});
