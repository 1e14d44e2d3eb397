import assert from 'node:assert/strict';
import { test } from 'node:test';

import { accounts, become, current } from '../../../static/src/store/account.js';
import { listen } from '../../../static/src/store/changes.js';
import * as entries from '../../../static/src/store/entries.js';
import { syncInBackground } from '../../../static/src/sync/background.js';
import { keptDevices } from '../../../static/src/sync/devices.js';
import { checkSession, finishSignOut, leaveErased, signOut } from '../../../static/src/sync/session.js';
import { Device, settle } from '../device.js';
import { refusal, Twin } from './twin.js';

const ALICE = '11111111-1111-4111-8111-111111111111';
const BOB = '22222222-2222-4222-8222-222222222222';
const DUE = 'rugwijs-sign-out-due';

/** A site where one person is signed in; `heard` are the addresses asked. */
class Site {
  /** @type {string | null} */
  signedIn = ALICE;
  /** @type {string[]} */
  heard = [];
  up = true;
  twins = new Map([ALICE, BOB].map((user) => [user, new Twin(user)]));

  /** @param {string} address @param {RequestInit} init */
  fetch = async (address, init) => {
    if (!this.up) throw new TypeError('no network');
    this.heard.push(address);
    if (address === '/api/sign-out') {
      this.signedIn = null;
      return new Response(null, { status: 204 });
    }
    const twin = this.twins.get(this.signedIn ?? '');
    if (!twin) return refusal(401, 'signed_out');
    return address === '/api/me' ? Response.json({ user: twin.user, language: 'nl' }) : twin.fetch(address, init);
  };

  device() {
    return new Device(ALICE, this.fetch);
  }
}

/** @param {Device} phone */
const check = (phone) => phone.on(() => checkSession(phone.means));
/** @param {Device} phone @param {{discard?: boolean}} [choice] */
const leave = (phone, choice) => phone.on(() => signOut(ALICE, choice, phone.means));
/** @param {Device} phone */
const databases = (phone) => phone.on(accounts);

test('the server says whose device this is', async () => {
  const phone = new Site().device();
  phone.storage.removeItem('rugwijs-account');
  assert.deepEqual(await check(phone), { user: ALICE, signedIn: true, language: 'nl', switched: true });
  assert.equal(phone.on(current), ALICE);
  assert.equal((await check(phone)).switched, false);
});

test('without network the device stays whose it was', async () => {
  const site = new Site();
  const phone = site.device();
  site.up = false;
  assert.deepEqual(await check(phone), { user: ALICE, signedIn: null, switched: false });
  phone.connect(async () => new Response('<h1>Hotel</h1>'));
  assert.deepEqual(await check(phone), { user: ALICE, signedIn: null, switched: false });
  phone.connect(async () => new Response('busy', { status: 503 }));
  assert.equal((await check(phone)).signedIn, null);
});

test('a lapsed sign-in keeps the account and what waits', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.save('a', { worst: 5 });
  site.signedIn = null;
  assert.deepEqual(await check(phone), { user: ALICE, signedIn: false, switched: false });
  assert.deepEqual(await phone.sync(), { state: 'signed-out' });
  assert.equal(await phone.pending(), 1);
});

test('another account on the device never sees or sends what waits of the first', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.save('a', { worst: 5 });
  site.signedIn = BOB;
  assert.deepEqual(await phone.sync(), { state: 'stopped', code: 'wrong_user' });
  /** @type {object[]} */
  const heard = [];
  const stop = listen((change) => heard.push(change));
  assert.equal((await check(phone)).switched, true);
  stop();
  assert.deepEqual(heard, [{ user: BOB, what: 'account' }]);
  assert.deepEqual(await phone.sync(), { state: 'stopped', code: 'other_account' });
  phone.user = BOB;
  assert.deepEqual(await phone.view(), {});
  assert.deepEqual(await phone.sync(), { state: 'sent' });
  assert.deepEqual([...site.twins.values()].map((twin) => twin.view()), [{}, {}]);

  site.signedIn = phone.user = ALICE;
  await check(phone);
  await phone.sync();
  assert.deepEqual([...site.twins.values()].map((twin) => twin.view()), [{ a: { worst: 5 } }, {}]);
});

test('signing out sends what waits, wipes the device and tells the server', async () => {
  const site = new Site();
  const phone = site.device();
  phone.storage.setItem('rugwijs-text-size', 'large');
  phone.storage.setItem('else', 'stays');
  await phone.save('a', { worst: 5 });
  assert.deepEqual(await leave(phone), { done: true, pending: 0, refused: 0 });
  assert.deepEqual(site.twins.get(ALICE)?.view(), { a: { worst: 5 } });
  assert.deepEqual(await databases(phone), []);
  assert.deepEqual({ ...phone.storage }, { else: 'stays' });
  assert.equal(site.signedIn, null);
});

test('a device that signs out takes itself off the list of devices', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.sync();
  const { own } = await phone.on(() => keptDevices(ALICE));
  await leave(phone);
  assert.deepEqual(site.heard.slice(1), [`/api/devices/${own}`, '/api/sign-out']);
});

test('signing out with something that cannot be sent asks first, and touches nothing', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.save('a', { worst: 5 });
  site.up = false;
  assert.deepEqual(await leave(phone), { done: false, pending: 1, refused: 0 });
  assert.equal(phone.on(current), ALICE);
  assert.deepEqual(await phone.view(), { a: { worst: 5 } });
});

test('signing out with a refused entry asks first', async () => {
  const phone = new Site().device();
  await phone.save('a', { worst: 'much' });
  assert.deepEqual(await leave(phone), { done: false, pending: 0, refused: 1 });
});

test('the last try takes ten seconds at most', async () => {
  const phone = new Site().device();
  await phone.save('a', { worst: 5 });
  phone.connect(() => new Promise(() => {}));
  const leaving = leave(phone);
  await settle();
  await phone.clock.advance(10_000);
  assert.deepEqual(await leaving, { done: false, pending: 1, refused: 0 });
});

test('signing out without network wipes at once, and the server hears of it later', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.save('a', { worst: 5 });
  site.up = false;
  assert.deepEqual(await leave(phone, { discard: true }), { done: true, pending: 1, refused: 0 });
  assert.deepEqual(await databases(phone), []);
  assert.deepEqual({ ...phone.storage }, { [DUE]: '1' });
  assert.deepEqual(await check(phone), { user: null, signedIn: null, switched: false });

  site.up = true;
  assert.deepEqual(await check(phone), { user: null, signedIn: false, switched: false });
  assert.equal(site.signedIn, null);
  assert.deepEqual(site.heard, ['/api/sign-out']);
  assert.deepEqual({ ...phone.storage }, {});
});

test('a sign-out that the server could not take stays due', async () => {
  const phone = new Site().device();
  phone.storage.setItem(DUE, '1');
  phone.connect(async () => new Response('', { status: 503 }));
  assert.equal(await phone.on(() => finishSignOut(phone.means)), false);
  assert.equal(phone.storage.getItem(DUE), '1');
  phone.connect(async () => refusal(401, 'signed_out'));
  assert.equal(await phone.on(() => finishSignOut(phone.means)), true);
  assert.equal(phone.storage.getItem(DUE), null);
});

test('an answer that comes while the person signs out brings nothing back', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.save('a', { worst: 5 });
  phone.connect(async (address, init) => {
    const answer = await site.fetch(address, init);
    if (address === '/api/sync') await signOut(ALICE, { discard: true }, { ...phone.means, fetch: site.fetch });
    return answer;
  });
  assert.deepEqual(await phone.sync(), { state: 'stopped', code: 'other_account' });
  assert.deepEqual(await databases(phone), []);
});

test('an erased account leaves nothing on the device, and no sign-out for whoever is there now', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.save('a', { worst: 5 });
  phone.connect(async () => refusal(410, 'gone'));
  assert.deepEqual(await check(phone), { user: ALICE, signedIn: false, switched: false });
  assert.deepEqual(await phone.sync(), { state: 'gone' });
  assert.equal(await phone.pending(), 1);
  await phone.on(() => leaveErased(ALICE));
  assert.deepEqual(await databases(phone), []);
  assert.deepEqual({ ...phone.storage }, {});

  phone.on(() => become(BOB));
  await phone.on(() => leaveErased(ALICE));
  assert.equal(phone.on(current), BOB);
  assert.equal(site.signedIn, ALICE);
});

test('signing out leaves the entries of another account on the device alone', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.save('a', { worst: 5 });
  await phone.on(async () => {
    become(BOB);
    await entries.save(BOB, { kind: 'pain', id: 'b', body: { worst: 1 } });
    become(ALICE);
  });
  await leave(phone);
  assert.deepEqual(await databases(phone), [BOB]);
});

test('the caches with something personal go, the articles stay', async (t) => {
  const names = ['rugwijs-personal-today', 'rugwijs-articles'];
  const caches = { keys: async () => names, delete: async (/** @type {string} */ name) => names.splice(names.indexOf(name), 1) };
  Object.defineProperty(globalThis, 'caches', { value: caches, configurable: true });
  t.after(() => Reflect.deleteProperty(globalThis, 'caches'));
  await leave(new Site().device());
  assert.deepEqual(names, ['rugwijs-articles']);
});

test('the worker sends what waits of the person who is signed in', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.save('a', { worst: 5 });
  phone.storage.removeItem('rugwijs-account');
  await phone.on(() => syncInBackground(phone.means));
  assert.deepEqual(site.twins.get(ALICE)?.view(), { a: { worst: 5 } });
});

test('the worker sends nothing of somebody else, and makes no database', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.save('a', { worst: 5 });
  site.signedIn = BOB;
  await phone.on(() => syncInBackground(phone.means));
  site.signedIn = null;
  await phone.on(() => syncInBackground(phone.means));
  assert.deepEqual(site.heard, ['/api/me', '/api/me']);
  assert.deepEqual(await databases(phone), [ALICE]);
});

test('the worker asks the browser to try again when there was no answer', async () => {
  const site = new Site();
  const phone = site.device();
  await phone.save('a', { worst: 5 });
  phone.connect(async (address, init) => {
    if (address === '/api/sync') throw new TypeError('lost');
    return site.fetch(address, init);
  });
  await assert.rejects(phone.on(() => syncInBackground(phone.means)));
});
