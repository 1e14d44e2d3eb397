import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bytes, text } from '../../../../static/src/accounts/passkeys/authenticator.js';

test('bytes become text and bytes again, of every length and value', () => {
  for (let length = 0; length < 70; length += 1) {
    const some = Uint8Array.from({ length }, (_, at) => (at * 37 + length * 11) % 256);
    assert.deepEqual(bytes(text(some.buffer)), some);
  }
});

test('the text is base64url without padding, as the server reads it', () => {
  const some = Uint8Array.from([251, 255, 191, 0]);
  assert.equal(text(some.buffer), Buffer.from(some).toString('base64url'));
  assert.equal(text(some.buffer), '-_-_AA');
});
