// Built files: all of a release or none, and those of the release before stay.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { freshCaches, network, pageOf } from './caches.js';
import { files } from '../../../static/src/pwa/worker/files.js';

/** @typedef {import('../../../static/src/pwa/worker/scope.js').Entry} Entry */

const ORIGIN = 'https://rugwijs.test';
const script = () => pageOf(null, { headers: { 'Content-Type': 'text/javascript', 'Cache-Control': 'max-age=1' } });

let storage = freshCaches();
beforeEach(() => {
  storage = freshCaches();
});

/** @param {Entry[]} entries */
async function release(entries) {
  const made = files(entries, ORIGIN);
  await made.install();
  await made.prune();
}

async function kept() {
  return (await storage.open('rugwijs-files')).paths().filter((path) => path.startsWith('/static'));
}

test('a release fetches only what is new in it', async () => {
  network(script);
  await release([['/static/build/app-AAAAAAAA.js', null], ['/static/icons/icon.svg', 'one']]);
  const asked = network(script);
  await release([['/static/build/app-BBBBBBBB.js', null], ['/static/icons/icon.svg', 'one']]);

  assert.deepEqual(asked, ['/static/build/app-BBBBBBBB.js']);
});

test('the files of one release back stay, older ones go', async () => {
  network(script);
  for (const hash of ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC']) {
    await release([[`/static/build/app-${hash}.js`, null]]);
  }

  assert.deepEqual(await kept(), ['/static/build/app-BBBBBBBB.js', '/static/build/app-CCCCCCCC.js']);
});

test('a release that lacks a file is not installed', async () => {
  network((path) => (path.includes('part') ? pageOf(null, { status: 404 }) : script()));
  const made = files([['/static/build/app-AAAAAAAA.js', null], ['/static/build/part-AAAAAAAA.js', null]], ORIGIN);

  await assert.rejects(made.install(), /part-AAAAAAAA\.js: 404/);
});

test('it answers for built files and for those in its list, of our own address only', () => {
  const made = files([['/static/icons/icon.svg', 'one']], ORIGIN);
  const has = (/** @type {string} */ address) => made.has(new URL(address, ORIGIN));

  assert.equal(has('/static/icons/icon.svg'), true);
  assert.equal(has('/static/build/part-ABCD1234.js'), true);
  assert.equal(has('/static/build/worker.js'), false);
  assert.equal(has('/api/today'), false);
  assert.equal(has('https://evil.test/static/icons/icon.svg'), false);
});
