import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBDatabase } from 'fake-indexeddb';

import { fitted, foundLocal, takeIn } from '../../../../static/src/carry/local/take.js';
import { accounts, become, becomeLocal, current, isLocal } from '../../../../static/src/store/account.js';
import { close } from '../../../../static/src/store/database.js';
import * as entries from '../../../../static/src/store/entries.js';
import { derivedId } from '../../../../static/src/store/identity.js';
import { settingsOf } from '../../../../static/src/store/own_day.js';
import { signOut } from '../../../../static/src/sync/session.js';
import { canonical } from '../../../../static/src/tracker/canonical.js';
import { Device } from '../../device.js';
import { catalogue } from '../../tracker/catalogue.js';
import { diaryOf } from '../diaries.js';

const ALICE = '11111111-1111-4111-8111-111111111111';
const known = await catalogue();
const checks = known.checks ?? {};
const nowhere = () => Promise.reject(new TypeError('no network'));

/** A device with a diary without an account, and then an account with a diary of its own. @param {number} seed */
async function twoDiaries(seed) {
  const phone = new Device(ALICE, nowhere);
  return phone.on(async () => {
    localStorage.removeItem('rugwijs-account');
    const local = await becomeLocal();
    const first = await diaryOf(seed, local, checks, 40);
    for (const { kind, id, body } of first) await entries.save(local, { kind, id, body });
    become(ALICE);
    for (const { kind, id, body } of await diaryOf(seed + 100, ALICE, checks, 25)) await entries.save(ALICE, { kind, id, body });
    return { phone, local, first };
  });
}

/** All of it, as after one tap; stopped where a transaction breaks. @param {Device} phone @param {'mine' | 'file'} choice */
const take = (phone, choice = 'mine') =>
  phone.on(async () => {
    const found = await foundLocal(ALICE);
    if (found === null) return [];
    const made = await fitted(ALICE, found.entries, await settingsOf(ALICE));
    await takeIn(ALICE, found, made, { choice, checks });
    return made.lost;
  });

/** The next transactions but `left` break, as when the browser is killed. @param {number} left @param {() => Promise<unknown>} work @returns {Promise<boolean>} whether it broke */
async function killedAfter(left, work) {
  const real = IDBDatabase.prototype.transaction;
  let broke = false;
  IDBDatabase.prototype.transaction = function (...asked) {
    left -= 1;
    broke ||= left < 0;
    if (broke) throw new TypeError('killed');
    return real.apply(this, /** @type {any} */ (asked));
  };
  try {
    await work();
  } catch (error) {
    assert.ok(broke, String(error));
  } finally {
    IDBDatabase.prototype.transaction = real;
  }
  return broke;
}

/** Every entry, by id. @param {Device} phone */
const shown = (phone) => phone.on(async () => new Map((await entries.view(ALICE)).map((entry) => [entry.id, entry])));

test('without an account nothing waits, and what is deleted is gone', async () => {
  const phone = new Device(ALICE, nowhere);
  await phone.on(async () => {
    const local = await becomeLocal();
    assert.ok(isLocal(local) && !isLocal(ALICE));
    assert.equal(await becomeLocal(), local);
    await entries.save(local, { kind: 'pain', id: 'a', body: { worst: 4 } });
    await entries.save(local, { kind: 'pain', id: 'a', body: { worst: 5 } });
    await entries.save(local, { kind: 'pain', id: 'b', body: { worst: 6 } });
    await entries.remove(local, 'b');
    assert.deepEqual(await entries.view(local), [{ id: 'a', kind: 'pain', body: { worst: 5 }, version: 0, pending: false }]);
    assert.equal(await entries.pending(local), 0);
    assert.equal(await entries.remove(local, 'b'), null);
  });
});

for (let seed = 1; seed <= 8; seed += 1) {
  test(`a diary without an account is taken in whole, wherever it was stopped: ${seed}`, async () => {
    const straight = await twoDiaries(seed);
    const before = await shown(straight.phone);
    const lost = await take(straight.phone);
    const wanted = await shown(straight.phone);
    for (const { kind, id, body } of straight.first) {
      const there = wanted.get((await derivedId(ALICE, kind, body)) ?? id);
      assert.ok(there, `${kind} is there`);
      for (const field of Object.keys(body).filter((name) => !/own_\d/.test(name) && !before.has(there.id))) {
        assert.deepEqual(there.body[field], body[field]);
      }
    }
    for (const [id, { kind, body }] of before) {
      assert.equal(canonical({ ...wanted.get(id)?.body, ...body }, checks[kind]), canonical(wanted.get(id)?.body ?? {}, checks[kind]));
    }
    // Answers for which there is no place stay where they are.
    const stays = (/** @type {string} */ local) => [...(lost.length ? [local] : []), ALICE].sort();
    assert.deepEqual((await straight.phone.on(accounts)).sort(), stays(straight.local));
    const waiting = await straight.phone.pending();

    for (let left = 0; ; left += 1) {
      const { phone, local } = await twoDiaries(seed);
      const broke = await killedAfter(left, () => take(phone));
      await phone.on(() => Promise.all([close(ALICE), close(local)]));
      await take(phone);
      assert.deepEqual(contents(await shown(phone)), contents(wanted));
      assert.equal(await phone.pending(), waiting);
      assert.deepEqual((await phone.on(accounts)).sort(), stays(local));
      if (!broke) break;
      assert.ok(left < 50, 'it ends');
    }
  });
}

test('what was deleted in the account meanwhile does not come back with a wiping that was cut off', async () => {
  const { phone, local, first } = await twoDiaries(1);
  const cramp = first.find(({ kind }) => kind === 'pain')?.id ?? '';
  // All of it is in the outbox, and the browser dies before the wiping.
  for (let left = 0; left < 50 && !(await shown(phone)).has(cramp); left += 1) {
    await killedAfter(left, () => take(phone));
    await phone.on(() => Promise.all([close(ALICE), close(local)]));
  }
  assert.equal((await phone.on(accounts)).length, 2);
  await phone.remove(cramp);
  assert.equal(await phone.on(() => foundLocal(ALICE)), null);
  assert.equal((await shown(phone)).has(cramp), false);
  assert.deepEqual(await phone.on(accounts), [ALICE]);
});

test('what is added to it after a wiping that was cut off is asked about, and not wiped', async () => {
  const { phone, local } = await twoDiaries(4);
  const cut = (/** @type {number} */ left) => killedAfter(left, () => take(phone));
  const many = (await shown(phone)).size;
  for (let left = 0; left < 50 && (await shown(phone)).size === many; left += 1) await cut(left);
  await phone.on(async () => {
    become(local);
    await entries.save(local, { kind: 'pain', id: '33333333-3333-4333-8333-333333333333', body: { began: '2026-11-22T08:30+01:00', worst: 3 } });
    become(ALICE);
  });
  assert.ok(await phone.on(() => foundLocal(ALICE)));
  await take(phone);
  assert.ok((await shown(phone)).has('33333333-3333-4333-8333-333333333333'));
});

test('signing out of the account leaves a diary that was kept apart', async () => {
  const { phone, local, first } = await twoDiaries(5);
  await phone.on(async () => {
    await signOut(ALICE, { discard: true }, phone.means);
    assert.equal(current(), local);
    assert.equal((await entries.view(local)).length, first.length);
    assert.deepEqual(await accounts(), [local]);
  });
});


/** @param {Map<string, import('../../../../static/src/store/view.js').Entry>} all */
function contents(all) {
  return [...all.values()].map(({ kind, body }) => `${kind} ${canonical(body, checks[kind])}`).sort();
}
