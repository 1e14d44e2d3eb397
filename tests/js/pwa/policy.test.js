// What may be stored on the phone, and whom the worker listens to.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { languageOf, mayKeep, messageType } from '../../../static/src/pwa/worker/policy.js';
import { pageOf } from './caches.js';

test('a public page with the promised content is kept', () => {
  assert.equal(mayKeep(pageOf('abc'), 'abc'), true);
});

test('a page whose proxy took the tag away is kept', () => {
  assert.equal(mayKeep(pageOf(null), 'abc'), true);
});

/** @type {[string, Response][]} */
const REFUSED = [
  ['another content than promised', pageOf('def')],
  ['a personal page', pageOf('abc', { headers: { 'Cache-Control': 'no-store' } })],
  ['a private page', pageOf('abc', { headers: { 'Cache-Control': 'private, max-age=60' } })],
  ['an error', pageOf('abc', { status: 500 })],
  ['an unknown page', pageOf('abc', { status: 404 })],
  ['a part of a page', pageOf('abc', { status: 206 })],
  ['an answer of elsewhere', pageOf('abc', { type: 'cors' })],
  ['an answer that cannot be read', pageOf('abc', { type: 'opaque' })],
  ['a page that another address led to', pageOf('abc', { redirected: true })],
];
for (const [what, response] of REFUSED) {
  test(`${what} is not kept`, () => assert.equal(mayKeep(response, 'abc'), false));
}

test('a file is kept by its address: the file server writes another kind of tag', () => {
  const icon = pageOf(null, { headers: { 'Content-Type': 'image/png', ETag: '"686-1a2b"' } });
  assert.equal(mayKeep(icon, 'abc'), true);
});

const OURS = 'https://rugwijs.test';

test('a message of our own page is heard', () => {
  assert.equal(messageType({ origin: OURS, data: { type: 'skip-waiting' } }, OURS), 'skip-waiting');
});

for (const [what, origin, data] of /** @type {[string, string, unknown][]} */ ([
  ['of elsewhere', 'https://evil.test', { type: 'skip-waiting' }],
  ['of an address that begins like ours', 'https://rugwijs.test.evil.test', { type: 'skip-waiting' }],
  ['of nobody', '', { type: 'skip-waiting' }],
  ['without a type', OURS, { kind: 'skip-waiting' }],
  ['with a type that is no word', OURS, { type: { toString: () => 'skip-waiting' } }],
  ['that is only a word', OURS, 'skip-waiting'],
  ['that is nothing', OURS, null],
])) {
  test(`a message ${what} is ignored`, () => assert.equal(messageType({ origin, data }, OURS), null));
}

for (const [path, wanted, lang] of /** @type {[string, string[], string][]} */ ([
  ['/en/nowhere', ['nl-NL'], 'en'],
  ['/nl/', ['en-GB'], 'nl'],
  ['/nergens', ['en-GB', 'nl'], 'en'],
  ['/nergens', ['de', 'nl-BE'], 'nl'],
  ['/nergens', ['fr'], 'nl'],
  ['/english', [], 'nl'],
])) {
  test(`${path} for ${wanted.join(', ') || 'anybody'} is answered in ${lang}`, () => {
    assert.equal(languageOf(path, ['nl', 'en'], wanted), lang);
  });
}
