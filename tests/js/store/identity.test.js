// The cases are made by Python's uuid.uuid5; tests/unit/tracker/test_ids.py reads the same file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { dayId, namedId, newId, profileId, tipId } from '../../../static/src/store/identity.js';

const { days, profiles, tips } = JSON.parse(
  await readFile(new URL('../../cases/ids.json', import.meta.url), 'utf8'),
);

test('a named id is that of RFC 9562', async () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  assert.equal(await namedId(dns, 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('a day, a profile and a shown tip have the ids that Python gives them', async () => {
  for (const { user, date, id } of days) assert.equal(await dayId(user, date), id);
  for (const { user, id } of profiles) assert.equal(await profileId(user), id);
  for (const { user, tip, date, id } of tips) assert.equal(await tipId(user, tip, date), id);
});

test('new ids are version 4 and differ', () => {
  const ids = new Set(Array.from({ length: 100 }, newId));
  assert.equal(ids.size, 100);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
