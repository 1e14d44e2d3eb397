import assert from 'node:assert/strict';
import { test } from 'node:test';

import { close } from '../../../static/src/store/database.js';
import * as entries from '../../../static/src/store/entries.js';
import { unwrap } from '../../../static/src/store/code.js';
import { sealed, setSealing } from '../../../static/src/store/key.js';
import { markOf, open, putLockOn, takeLockOff, TRIES, tryCode } from '../../../static/src/store/lock.js';
import { useSeal } from '../../../static/src/store/seals.js';
import { Device } from '../device.js';

/** @typedef {import('../../../static/src/store/key.js').Lock} Lock */

const ALICE = '11111111-1111-4111-8111-111111111111';
const CODE = 'een groene 7';
/** @type {Map<string, string>} */
const held = new Map();
Object.defineProperty(globalThis, 'sessionStorage', {
  value: {
    getItem: (/** @type {string} */ name) => held.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ text) => void held.set(name, text),
    removeItem: (/** @type {string} */ name) => void held.delete(name),
  },
});

async function withLock() {
  const phone = new Device(ALICE, () => Promise.reject(new TypeError('no network')));
  await phone.save('a', { worst: 7 });
  await phone.on(() => putLockOn(ALICE, CODE, 5));
  return phone;
}

/** The browser was closed: nothing of it is in memory. @param {Device} phone */
async function closed(phone) {
  await phone.on(() => close(ALICE));
  phone.on(() => useSeal(ALICE, null));
}

const lock = () => /** @type {Lock} */ (sealed());

test('the code opens what another does not, and a letter may be typed in either way', async () => {
  const phone = await withLock();
  await closed(phone);
  await phone.on(async () => {
    assert.deepEqual(await tryCode(lock(), 'een groene 8', true), { state: 'wrong', left: TRIES - 1 });
    const tried = await tryCode(lock(), CODE, true);
    assert.ok(tried.state === 'open');
    await open(ALICE, tried.key);
    assert.deepEqual((await entries.view(ALICE)).map(({ body }) => body), [{ worst: 7 }]);
    assert.equal(lock().wrong, 0);
    assert.ok(lock().wrapped.rounds >= 600_000);
    assert.equal(JSON.stringify(localStorage).includes(CODE), false);
    await putLockOn2('caf\u00e9 op de hoek');
    assert.ok(await unwrap(lock().wrapped, 'cafe\u0301 op de hoek'));
  });
  async function putLockOn2(/** @type {string} */ code) {
    await takeLockOff(ALICE, /** @type {Uint8Array} */ ((await tryCode(lock(), CODE, true)).state === 'open' ? await keyOf(CODE) : null));
    await putLockOn(ALICE, code, 5);
  }
});

test('wrong codes cost more and more time, and ten of them ask for signing in', async () => {
  const phone = await withLock();
  await phone.on(async () => {
    let now = Date.now();
    const waits = [];
    for (let turn = 1; turn < TRIES; turn += 1) {
      const tried = await tryCode(lock(), 'mis', true, now);
      const wait = tried.state === 'wait' ? tried.until - now : 0;
      if (wait) assert.equal((await tryCode(lock(), CODE, true, now + wait - 1)).state, 'wait', 'also the right one waits');
      waits.push(wait / 1000);
      now += wait;
    }
    assert.deepEqual(waits, [0, 0, 30, 60, 120, 240, 480, 960, 1920]);
    assert.equal((await tryCode(lock(), 'mis', true, now)).state, 'closed');
    assert.equal((await tryCode(lock(), CODE, true, now + 1e9)).state, 'closed');
    setSealing({ ...lock(), wrong: 0, until: 0, closed: false }); // as signing in does
    assert.equal((await tryCode(lock(), CODE, true, now)).state, 'open');
  });
});

test('without an account nobody can sign in: it never closes, and waits an hour at most', async () => {
  const phone = await withLock();
  await phone.on(async () => {
    setSealing({ ...lock(), wrong: 40 });
    const tried = await tryCode(lock(), 'mis', false, 0);
    assert.deepEqual(tried, { state: 'wait', until: 3_600_000 });
    assert.equal((await tryCode(lock(), CODE, false, 3_600_000)).state, 'open');
  });
});

test('a lock that was cut off before anything was sealed is put on by the code', async () => {
  const phone = new Device(ALICE, () => Promise.reject(new TypeError('no network')));
  await phone.save('a', { worst: 7 });
  const real = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new TypeError('cut off');
  };
  await assert.rejects(phone.on(() => putLockOn(ALICE, CODE, 5)));
  IDBObjectStore.prototype.put = real;
  await closed(phone);
  await phone.on(async () => {
    const tried = await tryCode(lock(), CODE, true);
    assert.ok(tried.state === 'open');
    await open(ALICE, tried.key);
    assert.ok(await markOf(ALICE));
    await phone.save('b', { worst: 8 });
    assert.deepEqual(Object.keys(await phone.view()), ['a', 'b']);
  });
});

test('what the device forgot of its lock is with the rows, and opens them', async () => {
  const phone = await withLock();
  await closed(phone);
  await phone.on(async () => {
    delete (/** @type {any} */ (localStorage)['rugwijs-sealing']);
    assert.equal(sealed(), null);
    assert.equal((await phone.sync()).code, 'locked');
    setSealing(await markOf(ALICE));
    const tried = await tryCode(lock(), CODE, true);
    assert.ok(tried.state === 'open');
    await open(ALICE, tried.key);
    assert.deepEqual(Object.keys(await phone.view()), ['a']);
  });
});

test('taken off, all is as before', async () => {
  const phone = await withLock();
  await phone.save('b', { worst: 8 });
  await phone.on(async () => takeLockOff(ALICE, /** @type {Uint8Array} */ (await keyOf(CODE))));
  await closed(phone);
  assert.deepEqual(Object.keys(await phone.view()), ['a', 'b']);
  await phone.on(async () => assert.deepEqual([sealed(), await markOf(ALICE)], [null, null]));
});

/** @param {string} code */
function keyOf(code) {
  return unwrap(lock().wrapped, code);
}
