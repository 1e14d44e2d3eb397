import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sayStatus } from '../../../static/src/pages/sync_line.js';
import { nl } from '../../../static/src/ui/words/nl.js';

const NOW = new Date('2026-01-05T16:10').getTime();
const calm = { state: 'sent', code: null, pending: 0, refused: 0, lastSync: NOW - 300_000, oldest: null };

/** @param {Partial<import('../../../static/src/sync/status.js').Status>} change */
const say = (change) => sayStatus(/** @type {any} */ ({ ...calm, ...change }), NOW);

test('all is sent, and when', () => {
  assert.deepEqual(say({}), { text: nl.line.allSent, time: '16:05' });
});

test('before the first sync nothing is said', () => {
  assert.equal(say({ lastSync: null }).text, '');
});

test('what waits is counted', () => {
  assert.match(say({ state: 'saved', pending: 2 }).text, /2 notities wachten/);
  assert.match(say({ state: 'sending', pending: 1 }).text, /1 notitie wordt/);
  assert.match(say({ state: 'offline', pending: 3 }).text, /3 notities staan veilig/);
  assert.equal(say({ state: 'offline' }).text, nl.line.offline);
});

test('who is signed out is sent to sign in', () => {
  assert.deepEqual(say({ state: 'signed-out' }), { text: nl.line.signedOut, link: 'signIn' });
  assert.match(say({ state: 'signed-out', pending: 1 }).text, /1 notitie wacht/);
});

test('what was refused leads to the diary', () => {
  assert.equal(say({ refused: 1 }).link, 'diary');
});

test('a problem says what to do, or that nothing is lost', () => {
  assert.equal(say({ state: 'problem', code: 'consent' }).link, 'me');
  assert.equal(say({ state: 'problem', code: 'update' }).reload, true);
  assert.equal(say({ state: 'problem', code: 'old' }).text, nl.line.old);
  assert.equal(say({ state: 'problem', code: 'E_WEIRD' }).text, nl.line.problem);
});
