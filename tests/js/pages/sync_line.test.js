import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sayStatus } from '../../../static/src/pages/sync_line.js';
import { nl } from '../../../static/src/ui/words/nl.js';
import { syncWords } from '../../../static/src/ui/words/sync.js';

const { line } = syncWords.nl;
const NOW = new Date('2026-01-05T16:10').getTime();
const calm = { state: 'sent', code: null, pending: 0, notes: 0, refused: 0, lastSync: NOW - 300_000, oldest: null };

/** @param {Partial<import('../../../static/src/sync/status.js').Status>} change */
const say = (change) => sayStatus(/** @type {any} */ ({ ...calm, ...change }), NOW);

test('all is sent, and when', () => {
  assert.deepEqual(say({}), { text: line.allSent, time: '16:05' });
});

test('before the first sync nothing is said', () => {
  assert.equal(say({ lastSync: null }).text, '');
});

test('what waits is counted', () => {
  assert.match(say({ state: 'saved', pending: 2, notes: 2 }).text, /2 notities wachten/);
  assert.match(say({ state: 'sending', pending: 1, notes: 1 }).text, /1 notitie wordt/);
  assert.match(say({ state: 'offline', pending: 3, notes: 3 }).text, /3 notities staan veilig/);
  assert.equal(say({ state: 'offline' }).text, line.offline);
});

test('marks at articles that wait are no notes', () => {
  const marks = { pending: 2, notes: 0 };
  for (const state of /** @type {const} */ (['saved', 'sending'])) assert.deepEqual(say({ state, ...marks }), { text: nl.saved });
  assert.equal(say({ state: 'offline', ...marks }).text, line.offline);
  assert.equal(say({ state: 'signed-out', ...marks }).text, line.signedOut);
  assert.match(say({ state: 'offline', pending: 3, notes: 1 }).text, /1 notitie staat veilig/);
});

test('who is signed out is sent to sign in', () => {
  assert.deepEqual(say({ state: 'signed-out' }), { text: line.signedOut, link: 'signIn' });
  assert.match(say({ state: 'signed-out', pending: 1, notes: 1 }).text, /1 notitie wacht/);
});

test('what was refused leads to the diary', () => {
  assert.equal(say({ refused: 1 }).link, 'diary');
});

test('a problem says what to do, or that nothing is lost', () => {
  assert.equal(say({ state: 'problem', code: 'consent' }).link, 'consent');
  assert.equal(say({ state: 'problem', code: 'update' }).act, 'reload');
  assert.equal(say({ state: 'problem', code: 'newer' }).act, 'anew');
  assert.deepEqual(say({ state: 'problem', code: 'stuck' }), { text: line.stuck, act: 'reload' });
  assert.equal(say({ state: 'problem', code: 'old' }).text, line.old);
  assert.equal(say({ state: 'problem', code: 'E_WEIRD' }).text, line.problem);
});

test('a full phone never says that what is filled in now is on it', () => {
  const { text } = say({ state: 'problem', code: 'full', pending: 1, notes: 1 });
  assert.equal(text, line.full);
  assert.doesNotMatch(text, /staat op deze telefoon/);
});

test('an account that is gone asks what to do now', () => {
  assert.deepEqual(say({ state: 'gone', refused: 1, notes: 2 }), { text: line.gone, act: 'gone' });
});
