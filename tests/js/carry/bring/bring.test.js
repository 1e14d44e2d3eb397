import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bring, lastBrought, takeBack } from '../../../../static/src/carry/bring/bring.js';
import { readOwn } from '../../../../static/src/carry/bring/own_file.js';
import { counted, sum } from '../../../../static/src/carry/bring/plan.js';
import { fileOf, FORMS } from '../../../../static/src/carry/out/files.js';
import { finished } from '../../../../static/src/carry/pieces.js';
import { become } from '../../../../static/src/store/account.js';
import { StoreError, write } from '../../../../static/src/store/database.js';
import * as entries from '../../../../static/src/store/entries.js';
import { derivedId } from '../../../../static/src/store/identity.js';
import { seenBy } from '../../../../static/src/store/whole.js';
import { SCHEMA } from '../../../../static/src/sync/engine.js';
import { canonical } from '../../../../static/src/tracker/canonical.js';
import { Device } from '../../device.js';
import { catalogue } from '../../tracker/catalogue.js';
import { bodyOf, chanceOf, diaryOf } from '../diaries.js';

/** @typedef {import('../../../../static/src/carry/bring/plan.js').Choice} Choice */

const ALICE = '11111111-1111-4111-8111-111111111111';
const BOB = '22222222-2222-4222-8222-222222222222';
const NOW = new Date('2026-11-25T10:30:00Z');
const known = await catalogue();
const checks = known.checks ?? {};
const phoneOf = (/** @type {string} */ user) => new Device(user, () => Promise.reject(new TypeError('no network')));
const cramp = (/** @type {string} */ id, /** @type {object} */ body = {}) =>
  ({ kind: 'pain', id, body: { began: '2026-11-22T08:30+01:00', worst: 6, ...body }, part: false });

/** @param {Device} phone @param {any[]} wanted @param {Choice} [choice] */
const into = (phone, wanted, choice = 'mine') => phone.on(() => bring(phone.user, wanted, { choice, checks, name: 'x.json' }, NOW.getTime()));
const back = (/** @type {Device} */ phone) => phone.on(() => takeBack(phone.user, checks));

/** What a person has, each entry by its content alone. @param {Device} phone */
async function contents(phone) {
  const shown = await phone.on(() => entries.view(phone.user));
  return shown.map(({ kind, body }) => `${kind} ${canonical(body, checks[kind])}`).sort();
}

/** The server took everything that waits. @param {Device} phone */
function sent(phone) {
  return phone.on(() =>
    write(phone.user, ['records', 'outbox', 'meta'], async (tx) => {
      const ops = await tx.objectStore('outbox').getAll();
      for (const { n, id, kind, body, deleted } of ops) {
        const before = await tx.objectStore('records').get(id);
        await tx.objectStore('records').put({ id, kind, body: body ?? {}, deleted, version: (before?.version ?? 0) + n });
      }
      await tx.objectStore('outbox').clear();
      await tx.objectStore('meta').put({ name: 'tried', value: Math.max(0, ...ops.map(({ n }) => n)) });
    }),
  );
}

/** @param {Device} phone @param {number} value */
const tried = (phone, value) => phone.on(() => write(phone.user, ['meta'], (tx) => tx.objectStore('meta').put({ name: 'tried', value })));

/** @param {Device} phone */
const exported = async (phone) => (await phone.on(() => fileOf(phone.user, FORMS.json, known, () => {}, NOW)))?.join('') ?? '';

/** @param {Device} phone @param {string} text */
async function read(phone, text) {
  const { shown, kinds } = await phone.on(() => seenBy(phone.user));
  const settings = [...shown.values()].find(({ kind }) => kind === 'settings')?.body ?? {};
  const file = await readOwn(text, { user: phone.user, now: NOW, schema: SCHEMA, catalogue: known, settings, kinds });
  return { ...file, counts: await finished(counted(file.wanted, { shown, kinds }, checks)) };
}

/** @param {string} user @param {number} seed @param {number} [many] */
async function withDiary(user, seed, many = 60) {
  const phone = phoneOf(user);
  await phone.on(async () => {
    for (const { kind, id, body } of await diaryOf(seed, user, checks, many)) await entries.save(user, { kind, id, body });
  });
  return phone;
}

for (let seed = 1; seed <= 12; seed += 1) {
  test(`a random diary goes out and in again and is equal: ${seed}`, async () => {
    const alice = await withDiary(ALICE, seed);
    const before = await contents(alice);
    const text = await exported(alice);

    const again = await read(alice, text);
    assert.deepEqual([again.foreign, again.wrong], [false, []]);
    assert.equal(sum(again.counts, 'same'), before.length);
    const waiting = await alice.pending();
    await into(alice, again.wanted, 'file');
    assert.equal(await alice.pending(), waiting);

    const bob = phoneOf(BOB);
    const moved = await read(bob, text);
    assert.deepEqual([moved.foreign, moved.wrong, moved.lost, sum(moved.counts, 'added')], [true, [], [], before.length]);
    await into(bob, moved.wanted);
    assert.deepEqual(await contents(bob), before);
    for (const { id, kind, body } of await bob.on(() => entries.view(BOB))) {
      assert.equal(id, (await derivedId(BOB, kind, body)) ?? id);
    }
    assert.equal((await exported(bob)).split('\n').length, text.split('\n').length);
  });

  test(`a random bringing in over another diary comes wholly undone: ${seed}`, async () => {
    const chance = chanceOf(seed);
    const alice = await withDiary(ALICE, seed);
    const text = await exported(alice);
    await alice.on(async () => {
      for (const { id, kind } of await entries.view(ALICE)) {
        const dice = chance();
        const { began, day, tip, plan } = (await entries.viewOf(ALICE, id))?.body ?? {};
        if (dice < 0.3) await entries.remove(ALICE, id);
        const body = { ...bodyOf(chance, checks[kind]), ...JSON.parse(JSON.stringify({ began, day, tip, plan })) };
        if (dice > 0.7) await entries.save(ALICE, { kind, id, body });
      }
    });
    if (chance() < 0.5) await sent(alice);
    else await tried(alice, Math.floor(chance() * 20));
    const before = await contents(alice);
    const waiting = await alice.pending();
    const { wanted, wrong, counts } = await read(alice, text);
    assert.deepEqual(wrong, []);
    const brought = await into(alice, wanted, 'file');
    assert.equal(brought.added, sum(counts, 'added'));
    assert.equal(brought.changed, sum(counts, 'differs') + sum(counts, 'filled'));
    assert.notDeepEqual(await contents(alice), before);
    if (chance() < 0.5) await sent(alice);
    const { removed, restored, left } = await back(alice);
    assert.deepEqual([removed, restored, left], [brought.added, brought.changed, 0]);
    assert.deepEqual(await contents(alice), before);
    assert.ok((await alice.pending()) <= waiting + 2 * (brought.added + brought.changed));
    assert.equal(await alice.on(() => lastBrought(ALICE)), null);
  });
}

test('mine stays mine, or the file takes its place', async () => {
  const [a, b] = [cramp('a', { worst: 2 }), cramp('b')];
  for (const choice of /** @type {Choice[]} */ (['mine', 'file'])) {
    const phone = phoneOf(ALICE);
    await phone.save('a', { ...a.body, worst: 9, note: 'later' });
    const { added, changed } = await into(phone, [a, b], choice);
    assert.deepEqual([added, changed], [1, choice === 'file' ? 1 : 0]);
    assert.deepEqual((await phone.view()).a, choice === 'file' ? a.body : { ...a.body, worst: 9, note: 'later' });
    assert.deepEqual((await phone.view()).b, b.body);
  }
});

test('a part adds what is missing, whoever wins what differs', async () => {
  const day = { kind: 'day', id: 'd', body: { day: '2026-11-22', stress: 4, sleep_h: 7 }, part: true };
  for (const [choice, stress] of /** @type {[Choice, number][]} */ ([['mine', 9], ['file', 4]])) {
    const phone = phoneOf(ALICE);
    await phone.on(() => entries.save(ALICE, { kind: 'day', id: 'd', body: { day: '2026-11-22', stress: 9, ill: true } }));
    const { shown, kinds } = await phone.on(() => seenBy(ALICE));
    assert.equal(sum(await finished(counted([day], { shown, kinds }, checks)), 'differs'), 1);
    await into(phone, [day], choice);
    assert.deepEqual((await phone.view()).d, { day: '2026-11-22', stress, ill: true, sleep_h: 7 });
  }
});

test('what was written differently and means the same is the same', async () => {
  const phone = phoneOf(ALICE);
  await phone.save('a', { worst: 6, zones: ['low_right', 'low_left'], began: '2026-11-22T08:30+01:00', note: '', feel: [] });
  await into(phone, [cramp('a', { zones: ['low_left', 'low_right'] })], 'file');
  assert.equal(await phone.pending(), 1);
});

test('the edits name what the person saw and the fields that change', async () => {
  const phone = phoneOf(ALICE);
  await phone.save('a', { ...cramp('a').body, note: 'oud' });
  await sent(phone);
  await into(phone, [cramp('a', { worst: 7 }), cramp('b')], 'file');
  const [one, other] = await phone.unsent();
  assert.deepEqual([one.base, one.fields, one.deleted], [1, ['note', 'worst'], false]);
  assert.deepEqual([other.base, other.fields, other.saved], [0, ['began', 'worst'], NOW.getTime()]);
});

test('an edit that waits keeps the base of what was seen', async () => {
  const phone = phoneOf(ALICE);
  await phone.save('a', cramp('a').body);
  await sent(phone);
  await phone.save('a', { ...cramp('a').body, worst: 1 });
  await phone.on(() => write(ALICE, ['records'], (tx) => tx.objectStore('records').put({ ...cramp('a'), deleted: false, version: 9 })));
  await into(phone, [cramp('a', { worst: 7 })], 'file');
  assert.deepEqual((await phone.unsent()).map(({ base }) => base), [1, 1]);
});

test('what never left the device is taken back without a word', async () => {
  const phone = phoneOf(ALICE);
  await phone.save('mine', cramp('mine').body);
  await tried(phone, 1);
  await into(phone, [cramp('a'), cramp('b'), cramp('mine', { worst: 9 })], 'file');
  assert.equal(await phone.pending(), 4);
  assert.deepEqual(await back(phone), { removed: 2, restored: 1, left: 0 });
  assert.deepEqual((await phone.unsent()).map(({ id, n }) => [id, n]), [['mine', 1]]);
});

test('what may have been sent is undone by an edit', async () => {
  const phone = phoneOf(ALICE);
  await into(phone, [cramp('a'), cramp('b')]);
  await tried(phone, 1);
  await back(phone);
  assert.deepEqual((await phone.unsent()).map(({ id, deleted }) => [id, deleted]), [['a', false], ['a', true]]);
  const old = phoneOf(ALICE); // a device that never remembered what it tried
  await into(old, [cramp('a')]);
  await back(old);
  assert.equal(await old.pending(), 2);
  assert.deepEqual(await old.view(), {});
});

test('what was changed since stays, and is told', async () => {
  const phone = phoneOf(ALICE);
  await tried(phone, 0);
  await phone.save('c', cramp('c', { worst: 1 }).body);
  await into(phone, [cramp('a'), cramp('b'), cramp('c'), cramp('gone')], 'file');
  await phone.save('a', { ...cramp('a').body, note: 'nog iets' });
  await phone.save('c', { ...cramp('c').body, note: 'ook' });
  await phone.remove('gone');
  assert.deepEqual(await back(phone), { removed: 1, restored: 0, left: 2 });
  assert.deepEqual(await phone.view(), { a: { ...cramp('a').body, note: 'nog iets' }, c: { ...cramp('c').body, note: 'ook' } });
});

test('an entry that was changed and changed back is taken back like any other', async () => {
  const phone = phoneOf(ALICE);
  await tried(phone, 0);
  await into(phone, [cramp('a')]);
  await phone.save('a', { ...cramp('a').body, worst: 1 });
  await phone.save('a', cramp('a').body);
  assert.deepEqual(await back(phone), { removed: 1, restored: 0, left: 0 });
  assert.deepEqual(await phone.view(), {});
});

test('a bringing in that changes nothing leaves the one before to be undone', async () => {
  const phone = phoneOf(ALICE);
  await into(phone, [cramp('a')]);
  await into(phone, [cramp('a')]);
  assert.deepEqual(await back(phone), { removed: 1, restored: 0, left: 0 });
});

test('undoing twice does nothing twice', async () => {
  const phone = phoneOf(ALICE);
  await into(phone, [cramp('a')]);
  await back(phone);
  await phone.save('a', cramp('a').body);
  assert.deepEqual(await back(phone), { removed: 0, restored: 0, left: 0 });
  assert.equal(Object.keys(await phone.view()).length, 1);
});

test('after thirty days it is too late to undo', async () => {
  const phone = phoneOf(ALICE);
  await into(phone, [cramp('a')]);
  const [day, at] = [86_400_000, NOW.getTime()];
  assert.equal((await phone.on(() => lastBrought(ALICE, at + 30 * day)))?.added, 1);
  assert.equal(await phone.on(() => lastBrought(ALICE, at + 31 * day)), null);
  assert.equal(await phone.on(() => lastBrought(ALICE, at)), null);
});

test('a phone that runs full brings in nothing at all', async () => {
  const phone = phoneOf(ALICE);
  await phone.save('mine', cramp('mine').body);
  const many = Array.from({ length: 350 }, (_, n) => cramp(`c${n}`));
  const poisoned = [...many.slice(0, 300), { ...cramp('c300'), get body() { throw new DOMException('no room', 'QuotaExceededError'); } }, ...many.slice(301)];
  await assert.rejects(into(phone, poisoned), (error) => error instanceof StoreError && error.code === 'full');
  assert.deepEqual(Object.keys(await phone.view()), ['mine']);
  assert.equal(await phone.pending(), 1);
  assert.equal(await phone.on(() => lastBrought(ALICE, NOW.getTime())), null);
});

test('nobody else gets what was brought in', async () => {
  const phone = phoneOf(ALICE);
  await into(phone, [cramp('a')]);
  await phone.on(async () => {
    become(BOB);
    assert.deepEqual(await entries.view(BOB), []);
    assert.equal(await lastBrought(BOB, NOW.getTime()), null);
  });
});
