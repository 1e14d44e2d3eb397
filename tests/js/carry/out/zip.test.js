import assert from 'node:assert/strict';
import { test } from 'node:test';

import { zipped } from '../../../../static/src/carry/out/zip.js';

const NOW = new Date(2026, 10, 25, 10, 30, 20);
const file = (/** @type {string} */ name, /** @type {string} */ text) => ({ name, content: new TextEncoder().encode(text) });

test('a ZIP is byte for byte as Python writes it', () => {
  // zipfile.ZipFile(…, "w") with ZipInfo("a.csv", (2026, 11, 25, 10, 30, 20)), create_system = 0 and b"123456789" in it, but for the rights of a file on Unix.
  const expected =
    '504b03041400000000' + '00ca53795d' + '2639f4cb' + '0900000009000000' + '0500' + '0000' + '612e637376' + '313233343536373839' +
    '504b010214001400000000' + '00ca53795d' + '2639f4cb' + '0900000009000000' + '0500' + '0000000000000000' + '00000000' + '00000000' + '612e637376' +
    '504b0506' + '00000000' + '01000100' + '33000000' + '2c000000' + '0000';
  assert.equal(Buffer.concat([...zipped([file('a.csv', '123456789')], NOW)]).toString('hex'), expected);
});
