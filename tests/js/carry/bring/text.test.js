import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LIMIT, NoText, textOf } from '../../../../static/src/carry/bring/text.js';

/** @param {...(number | string | Buffer)} parts */
const file = (...parts) => new Blob(parts.map((part) => (typeof part === 'string' ? part : Uint8Array.from(typeof part === 'number' ? [part] : part))));
const utf16 = (/** @type {string} */ text) => Buffer.from(text, 'utf16le');

test('a text is read in the way it was written', async () => {
  assert.equal(await textOf(file('é 💥')), 'é 💥');
  assert.equal(await textOf(file(0xef, 0xbb, 0xbf, 'é 💥')), 'é 💥');
  assert.equal(await textOf(file(0xff, 0xfe, utf16('é 💥'))), 'é 💥');
  assert.equal(await textOf(file(0xfe, 0xff, utf16('é 💥').swap16())), 'é 💥');
});

test('a file of an older spreadsheet is read too', async () => {
  assert.equal(await textOf(file('caf', 0xe9)), 'café');
});

/** @type {[string, Blob, string][]} */
const REFUSED = [
  ['nothing', file(), 'empty'],
  ['spaces', file(' \r\n\t'), 'empty'],
  ['a ZIP', file('PK\x03\x04abc'), 'zip'],
  ['a picture', file(0x89, 'PNG\r\n', 0x1a, 0x0a, 0x00, 0x00), 'no_text'],
  ['half a letter of UTF-16', file('a', 0x00), 'no_text'],
];
for (const [says, blob, why] of REFUSED) {
  test(`there is no text in ${says}`, () => assert.rejects(textOf(blob), (error) => error instanceof NoText && error.why === why));
}

test('a NUL has a place', () =>
  assert.rejects(textOf(file('{"a":\n "b', 0, '"}')), (error) => error instanceof NoText && error.place?.line === 2 && error.place.column === 4));

test('what is too large is not even opened', async () => {
  const huge = { size: LIMIT + 1, arrayBuffer: () => assert.fail('it was opened') };
  await assert.rejects(textOf(/** @type {any} */ (huge)), (error) => error instanceof NoText && error.why === 'too_large');
});

test('a file that the phone cannot open is told as such', async () => {
  const gone = { size: 5, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) };
  await assert.rejects(textOf(/** @type {any} */ (gone)), (error) => error instanceof NoText && error.why === 'unreadable');
});
