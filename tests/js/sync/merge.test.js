// tests/unit/tracker/test_merge_cases.py reads the same cases.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { merge } from './merge.js';

const { cases } = JSON.parse(await readFile(new URL('../../cases/merge.json', import.meta.url), 'utf8'));

for (const { name, current, change, version, device, start, merged } of cases) {
  test(`the conflict rule: ${name}`, () => assert.deepEqual(merge(current, change, version, device, start), merged));
}
