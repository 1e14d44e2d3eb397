import assert from 'node:assert/strict';
import { test } from 'node:test';

import { en } from '../../../static/src/ui/words/en.js';
import { en as carryEn } from '../../../static/src/ui/words/carry/en.js';
import { nl as carryNl } from '../../../static/src/ui/words/carry/nl.js';
import { bothWords as clearWords } from '../../../static/src/ui/words/clear.js';
import { bothWords as deviceWords } from '../../../static/src/ui/words/devices.js';
import { bothWords as erasingWords } from '../../../static/src/ui/words/erasing.js';
import { earlierWords } from '../../../static/src/ui/words/earlier.js';
import { en as insightsEn } from '../../../static/src/ui/words/insights/en.js';
import { nl as insightsNl } from '../../../static/src/ui/words/insights/nl.js';
import { en as lookBackEn } from '../../../static/src/ui/words/look_back/en.js';
import { nl as lookBackNl } from '../../../static/src/ui/words/look_back/nl.js';
import { bothWords as lockWords } from '../../../static/src/ui/words/lock.js';
import { bothWords as localWords } from '../../../static/src/ui/words/local.js';
import { markWords } from '../../../static/src/ui/words/marks.js';
import { nl } from '../../../static/src/ui/words/nl.js';
import { bothWords as passkeyWords } from '../../../static/src/ui/words/passkeys.js';
import { syncWords } from '../../../static/src/ui/words/sync.js';
import { tipWords } from '../../../static/src/ui/words/tips.js';
import { trials } from '../../../static/src/ui/words/trials.js';
import { walking } from '../../../static/src/ui/words/walking.js';
import { warmCold } from '../../../static/src/ui/words/warm_cold.js';

const dutch = { ...nl, carry: carryNl, clear: clearWords.nl, devices: deviceWords.nl, erasing: erasingWords.nl, earlier: earlierWords.nl, insights: insightsNl, lookBack: lookBackNl, local_: localWords.nl, lock: lockWords.nl, marks: markWords.nl, passkeys: passkeyWords.nl, sync: syncWords.nl, tips_: tipWords.nl, trials: trials.nl, walking: walking.nl, warmCold: warmCold.nl };
const english = { ...en, carry: carryEn, clear: clearWords.en, devices: deviceWords.en, erasing: erasingWords.en, earlier: earlierWords.en, insights: insightsEn, lookBack: lookBackEn, local_: localWords.en, lock: lockWords.en, marks: markWords.en, passkeys: passkeyWords.en, sync: syncWords.en, tips_: tipWords.en, trials: trials.en, walking: walking.en, warmCold: warmCold.en };

/** @param {object} words @param {string} [under] @returns {[string, unknown][]} */
function leaves(words, under = '') {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? leaves(value, `${under}${key}.`) : [[under + key, value]],
  );
}

/** @param {unknown} value */
const said = (value) => (typeof value === 'function' ? value(2, 3) : String(value));

test('both languages say the same things', () => {
  assert.deepEqual(leaves(english).map(([key]) => key), leaves(dutch).map(([key]) => key));
});

test('every sentence has words, of at most twenty', () => {
  for (const [key, value] of [...leaves(dutch), ...leaves(english)]) {
    for (const sentence of said(value).split(/(?<=[.!?…]) /)) {
      assert.ok(sentence.length > 0, key);
      assert.ok(sentence.split(' ').length <= 20, `${key}: ${sentence}`);
    }
  }
});

test('one is not many', () => {
  assert.equal(nl.entry.pain(6), 'pijn 6 van 10');
  assert.match(syncWords.nl.line.sending(1), /1 notitie wordt/);
  assert.match(syncWords.nl.line.sending(2), /2 notities worden/);
  assert.match(syncWords.en.line.sending(1), /1 entry/);
  assert.match(syncWords.en.line.sending(2), /2 entries/);
});

test('who leaves is told of notes as notes, and of the rest as the rest', () => {
  assert.equal(nl.leave.text(1, 0), '1 notitie staat alleen op deze telefoon. Als je nu uitlogt, ben je dat kwijt.');
  assert.equal(nl.leave.text(0, 2), 'Niet alles wat je aantikte, is verstuurd. Als je nu uitlogt, ben je dat kwijt.');
  assert.match(en.leave.text(2, 1), /^2 entries are only on this phone\. Not everything you tapped has been sent\. If/);
});
