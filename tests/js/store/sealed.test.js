import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useSeal } from '../../../static/src/store/seals.js';

import { close, read, StoreError } from '../../../static/src/store/database.js';
import * as days from '../../../static/src/store/days.js';
import * as entries from '../../../static/src/store/entries.js';
import { recall, remember } from '../../../static/src/store/memory.js';
import { KEY_BYTES, sealWith } from '../../../static/src/store/sealed.js';
import { openAll, sealAll } from '../../../static/src/store/sealing.js';
import { viewOfAll } from '../../../static/src/store/whole.js';
import { chanceOf, diaryOf } from '../carry/diaries.js';
import { Device } from '../device.js';
import { catalogue } from '../tracker/catalogue.js';

/** @typedef {import('../../../static/src/store/database.js').StoreName} StoreName */

const ALICE = '11111111-1111-4111-8111-111111111111';
const CANARY = 'kanariegeel';
/** @type {StoreName[]} */
const ALL = ['records', 'outbox', 'refused', 'meta'];
const checks = (await catalogue()).checks ?? {};
const KINDS = Object.keys(checks);
const newKey = () => crypto.getRandomValues(new Uint8Array(KEY_BYTES));
const phoneOf = () => new Device(ALICE, () => Promise.reject(new TypeError('no network')));

/** Every row as it is on the disk. @param {Device} phone @param {import('../../../static/src/store/sealed.js').Seal} seal */
const onDisk = (phone, seal) =>
  phone.on(() =>
    read(ALICE, ALL, async (tx) => {
      const under = seal.under(tx);
      const rows = await Promise.all(ALL.map((name) => under.objectStore(name).getAll()));
      return JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
    }),
  );

/** What the pages ask, in all the ways that they do. */
async function shown() {
  const all = await viewOfAll(ALICE);
  return {
    all,
    ofDays: byId(await days.viewOfDays(ALICE, KINDS, '2012-01-01', '2019-12-31')),
    first: await days.firstDay(ALICE, KINDS),
    last: await days.lastDay(ALICE, KINDS, '2018-01-01'),
    one: await entries.viewOf(ALICE, all[0].id),
    waits: (await entries.unsent(ALICE)).map(({ id, body, fields }) => ({ id, body, fields })),
    pending: await entries.pendingNotes(ALICE),
  };
}

/** @param {import('../../../static/src/store/view.js').Entry[]} found */
const byId = (found) => [...found].sort((one, other) => (one.id < other.id ? -1 : 1));

for (let seed = 1; seed <= 6; seed += 1) {
  test(`a sealed diary is the same to whoever has the key: ${seed}`, async () => {
    const [plain, locked] = [phoneOf(), phoneOf()];
    const seal = sealWith(newKey());
    const written = await diaryOf(seed, ALICE, checks, 80);
    const half = Math.floor(chanceOf(seed)() * written.length);
    for (const [place, { kind, id, body }] of written.entries()) {
      if (place === half) await locked.on(() => sealAll(ALICE, seal));
      for (const phone of [plain, locked]) await phone.on(() => entries.save(ALICE, { kind, id, body }));
    }
    for (const phone of [plain, locked]) await phone.on(() => entries.remove(ALICE, written[0].id));
    assert.deepEqual(await locked.on(shown), await plain.on(shown));
    await locked.on(() => openAll(ALICE, seal));
    assert.deepEqual(await locked.on(shown), await plain.on(shown));
  });
}

test('what was sealed holds no word, and what was there before is sealed too', async () => {
  const phone = phoneOf();
  const seal = sealWith(newKey());
  const write = async (/** @type {string} */ id) => {
    await phone.save(id, { began: '2026-11-22T08:30+01:00', worst: 7, note: CANARY });
    await phone.on(() => remember(ALICE, 'today', { tips: [CANARY] }));
  };
  await write('a');
  assert.ok((await onDisk(phone, seal)).includes(CANARY), 'it would be found');
  await phone.on(() => sealAll(ALICE, seal));
  await write('b');
  const disk = await onDisk(phone, seal);
  for (const word of [CANARY, 'worst', 'note', 'tips', '08:30']) assert.equal(disk.includes(word), false, word);
  assert.ok(disk.includes('2026-11-22'), 'the day stays, to be found by');
  assert.deepEqual(await phone.on(() => recall(ALICE, 'today')), { tips: [CANARY] });
});

test('without the key nothing is written among what is sealed, nor with one among what is not', async () => {
  const phone = phoneOf();
  const seal = sealWith(newKey());
  await phone.save('a', { worst: 7 });
  await phone.on(() => sealAll(ALICE, seal));
  const isLocked = (/** @type {unknown} */ error) => error instanceof StoreError && error.code === 'locked';
  await phone.on(() => useSeal(ALICE, null));
  await assert.rejects(phone.save('b', { worst: 8 }), isLocked);
  assert.equal((await phone.sync()).state, 'stopped');
  await phone.on(() => useSeal(ALICE, seal));
  assert.deepEqual(Object.keys(await phone.view()), ['a']);
  await phone.on(() => openAll(ALICE, seal));
  await phone.on(() => useSeal(ALICE, seal));
  await assert.rejects(phone.save('b', { worst: 8 }), isLocked);
});

test('another key opens nothing, and no box fits in another row', async () => {
  const phone = phoneOf();
  const seal = sealWith(newKey());
  await phone.save('a', { worst: 7 });
  await phone.on(() => sealAll(ALICE, seal));
  await phone.on(() => useSeal(ALICE, sealWith(newKey())));
  await assert.rejects(phone.view());
  await phone.on(() => useSeal(ALICE, seal));
  await phone.save('b', { worst: 1 });
  await phone.on(() =>
    read(ALICE, ['outbox'], async (tx) => {
      const [one, other] = await seal.under(tx).objectStore('outbox').getAll();
      await assert.rejects(openedAs(seal, { ...one, box: other.box }));
      assert.deepEqual((await openedAs(seal, one)).body, { worst: 7 });
    }),
  );
});

test('sealing that is cut off leaves all as it was', async () => {
  const phone = phoneOf();
  const seal = sealWith(newKey());
  for (const id of ['a', 'b', 'c']) await phone.save(id, { worst: 7, note: CANARY });
  const real = IDBObjectStore.prototype.put;
  let left = 2;
  IDBObjectStore.prototype.put = function (...asked) {
    if (left-- <= 0) throw new TypeError('cut off');
    return real.apply(this, asked);
  };
  await assert.rejects(phone.on(() => sealAll(ALICE, seal)));
  IDBObjectStore.prototype.put = real;
  await phone.on(() => close(ALICE));
  assert.deepEqual(Object.keys(await phone.view()), ['a', 'b', 'c']);
  await phone.save('d', { worst: 1 });
});

/** @param {import('../../../static/src/store/sealed.js').Seal} seal @param {any} row */
function openedAs(seal, row) {
  const tx = { objectStore: () => ({ get: () => row }) };
  return seal.over(tx).objectStore('outbox').get();
}
