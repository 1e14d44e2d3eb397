import assert from 'node:assert/strict';
import { test } from 'node:test';

import { announce } from '../../../static/src/store/changes.js';
import { write } from '../../../static/src/store/database.js';
import * as entries from '../../../static/src/store/entries.js';
import { statusOf } from '../../../static/src/sync/status.js';
import { pauseAfter, startSync } from '../../../static/src/sync/triggers.js';
import { Device, settle } from '../device.js';
import { refusal, Twin } from './twin.js';

const ALICE = '11111111-1111-4111-8111-111111111111';
const BOB = '22222222-2222-4222-8222-222222222222';
const DAY = 86_400_000;

/** A page of a signed-in person: `heard` counts the requests. @param {import('node:test').TestContext} t */
function open(t) {
  const server = new Twin(ALICE);
  const phone = new Device(ALICE, server.fetch);
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const around = { page, window: new EventTarget(), asked: 0, register: async () => void (around.asked += 1) };
  const running = phone.on(() => startSync(ALICE, phone.means, around));
  t.after(() => phone.on(running.stop));
  const wait = (/** @type {number} */ ms) => phone.on(async () => {
    await phone.clock.advance(ms);
    await settle();
  });
  return { server, phone, around, running, wait };
}

test('a page syncs when it loads and every minute after', async (t) => {
  const { server, wait } = open(t);
  await wait(0);
  assert.equal(server.heard.length, 1);
  await wait(59_000);
  assert.equal(server.heard.length, 1);
  await wait(1001);
  assert.equal(server.heard.length, 2);
});

test('a save is sent after 300 milliseconds, several saves at once', async (t) => {
  const { server, phone, around, wait } = open(t);
  await wait(0);
  await phone.save('a', { worst: 5 });
  await wait(200);
  await phone.save('b', { worst: 6 });
  assert.equal(server.heard.length, 1);
  await wait(100);
  assert.deepEqual(server.heard.map(({ ops }) => ops.length), [0, 2]);
  assert.equal(around.asked, 2);
});

test('the page syncs when the network, the focus or the sight comes back', async (t) => {
  const { server, around, wait } = open(t);
  await wait(0);
  for (const [target, name] of /** @type {[EventTarget, string][]} */ ([
    [around.window, 'online'], [around.window, 'focus'], [around.page, 'visibilitychange'],
  ])) {
    const before = server.heard.length;
    target.dispatchEvent(new Event(name));
    await wait(1);
    assert.equal(server.heard.length, before + 1, name);
  }
  around.page.visibilityState = 'hidden';
  around.page.dispatchEvent(new Event('visibilitychange'));
  await wait(1);
  assert.equal(server.heard.length, 4);
});

test('Retry-After is waited out, whatever happens meanwhile', async (t) => {
  const { phone, around, wait, running } = open(t);
  let calls = 0;
  phone.connect(async () => {
    calls += 1;
    return refusal(503, 'busy', { 'Retry-After': '120' });
  });
  await wait(0);
  await phone.save('a', { worst: 5 });
  around.window.dispatchEvent(new Event('online'));
  running.syncSoon();
  await wait(119_000);
  assert.equal(calls, 1);
  await wait(1001);
  assert.equal(calls, 2);
});

test('a clock that is set back ten years makes of no wait one of years', async (t) => {
  const { server, phone, around, wait } = open(t);
  phone.connect(async () => refusal(503, 'busy', { 'Retry-After': '120' }));
  await wait(0);
  await phone.save('a', { worst: 5 });
  phone.connect(server.fetch);
  phone.clock.time -= 3653 * DAY;
  around.window.dispatchEvent(new Event('online'));
  await wait(1);
  assert.deepEqual(server.heard.map(({ ops }) => ops.length), [0, 1]);
  await wait(60_001);
  assert.equal(server.heard.length, 3);
});

test('a dead network is tried ever less often, and a queue is sent when it is back', async (t) => {
  const { server, phone, wait, running } = open(t);
  let calls = 0;
  phone.connect(async () => {
    calls += 1;
    throw new TypeError('no network');
  });
  await phone.save('a', { worst: 5 });
  await wait(3_600_000);
  assert.ok(calls > 10 && calls < 45, `${calls}`);
  assert.equal(running.status.current()?.state, 'offline');
  phone.connect(server.fetch);
  await wait(150_001);
  assert.equal(running.status.current()?.state, 'sent');
});

test('a page of a signed-out person asks once, and again when the person looks', async (t) => {
  const { phone, around, wait, running } = open(t);
  let calls = 0;
  phone.connect(async () => {
    calls += 1;
    return refusal(401, 'signed_out');
  });
  await phone.save('a', { worst: 5 });
  await wait(DAY / 2);
  assert.deepEqual([calls, running.status.current()?.state], [1, 'signed-out']);
  around.window.dispatchEvent(new Event('focus'));
  await wait(1);
  assert.equal(calls, 2);
  assert.equal(await phone.pending(), 1);
});

test('a page of the old account stops when another person signs in', async (t) => {
  const { server, around, wait } = open(t);
  await wait(0);
  announce({ user: BOB, what: 'account' });
  around.window.dispatchEvent(new Event('online'));
  await wait(120_000);
  assert.equal(server.heard.length, 1);
});

test('a page stops when the person signs out', async (t) => {
  const { server, around, wait } = open(t);
  await wait(0);
  announce({ user: ALICE, what: 'wiped' });
  around.window.dispatchEvent(new Event('online'));
  await wait(120_000);
  assert.equal(server.heard.length, 1);
});

test('who is signed in is asked again when the server says it is somebody else', async (t) => {
  const { phone, wait } = open(t);
  /** @type {string[]} */
  const heard = [];
  phone.connect(async (address) => {
    heard.push(address);
    return address === '/api/me' ? Response.json({ user: BOB }) : refusal(403, 'wrong_user');
  });
  await wait(120_000);
  assert.deepEqual(heard, ['/api/sync', '/api/me']);
  assert.equal(phone.storage.getItem('rugwijs-account'), BOB);
});

test('the status follows an entry from the device to the server', async (t) => {
  const { phone, server, wait, running } = open(t);
  /** @type {string[]} */
  const seen = [];
  const stop = running.status.subscribe(({ state, pending }) => seen.push(`${state} ${pending}`));
  await wait(0);
  await phone.save('a', { worst: 5 });
  await wait(300);
  stop();
  const distinct = seen.filter((state, n) => state !== seen[n - 1]);
  assert.deepEqual(distinct, ['sent 0', 'saved 1', 'sending 1', 'sent 0']);
  assert.deepEqual(running.status.current(), {
    state: 'sent', code: null, pending: 0, notes: 0, refused: 0, lastSync: phone.clock.now(), oldest: null,
  });
  assert.deepEqual(Object.keys(server.view()), ['a']);
});

test('a mark that waits is not counted as a note', async (t) => {
  const { phone, wait, running } = open(t);
  await wait(0);
  phone.connect(() => Promise.reject(new TypeError('no network')));
  await phone.on(() => entries.save(phone.user, { kind: 'marks', id: 'm', body: { kept_B04: true } }, phone.clock.now()));
  await wait(300);
  const { pending, notes } = running.status.current() ?? {};
  assert.deepEqual([pending, notes], [1, 0]);
});

test('nothing is claimed before the device was read', async (t) => {
  const { running, wait } = open(t);
  /** @type {string[]} */
  const seen = [];
  running.status.subscribe(({ state }) => seen.push(state));
  assert.deepEqual([seen.length, running.status.current()], [0, null]);
  await wait(0);
  running.status.subscribe(({ state }) => seen.push(`late ${state}`));
  assert.deepEqual([seen[0], seen[seen.length - 1]], ['sent', 'late sent']);
});

test('a storage that fails is a problem that is told', async (t) => {
  const { phone, wait, running } = open(t);
  phone.means.locks = { request: () => Promise.reject(Object.assign(new Error('no room'), { code: 'full' })) };
  await wait(0);
  const status = running.status.current();
  assert.deepEqual([status?.state, status?.code], ['problem', 'full']);
});

test('an edit that found no room is told until one is kept', async (t) => {
  const { phone, wait, running } = open(t);
  await wait(0);
  const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
  await assert.rejects(phone.on(() => write(ALICE, ['outbox'], full)));
  await wait(60_001);
  assert.equal(running.status.current()?.code, 'full');
  await phone.save('a', { worst: 5 });
  await wait(1);
  assert.equal(running.status.current()?.state, 'saved');
});

test('a sync in which nothing moves for a minute is told, one that moves is not', async (t) => {
  const { phone, wait, running } = open(t);
  const { request } = phone.means.locks;
  await wait(0);
  /** @type {(_: unknown) => void} */
  let end = () => {};
  phone.means.locks = { request: () => new Promise((resolve) => (end = resolve)) };
  running.syncSoon();
  for (const told of [59_000, 59_000]) {
    await wait(told);
    assert.equal(running.status.current()?.code, null);
    announce({ user: ALICE, what: 'synced', ids: [] });
  }
  await wait(60_001);
  assert.equal(running.status.current()?.code, 'stuck');
  phone.means.locks = { request };
  end({ state: 'sent' });
  await wait(1);
  assert.equal(running.status.current()?.state, 'sent');
});

test('the status in words', () => {
  const counts = { pending: 1, notes: 1, refused: 0, lastSync: null, oldest: 1000 };
  const none = { ...counts, pending: 0, notes: 0, oldest: null };
  /** @type {[boolean, any, typeof counts | typeof none, number, string, string | null][]} */
  const table = [
    [false, null, none, 2000, 'sent', null],
    [false, null, counts, 2000, 'saved', null],
    [true, null, counts, 2000, 'sending', null],
    [true, null, none, 2000, 'sent', null],
    [false, { state: 'retry' }, counts, 2000, 'offline', null],
    [true, { state: 'retry' }, counts, 2000, 'sending', null],
    [false, { state: 'wait', wait: 1 }, none, 2000, 'sent', null],
    [false, { state: 'wait', wait: 1 }, counts, 2000, 'saved', null],
    [false, { state: 'gone' }, counts, 2 * DAY, 'gone', null],
    [false, { state: 'signed-out' }, counts, 2000, 'signed-out', null],
    [true, { state: 'signed-out' }, counts, 2 * DAY, 'signed-out', null],
    [false, { state: 'problem', code: 'invalid' }, counts, 2000, 'problem', 'invalid'],
    [false, { state: 'stopped', code: 'consent' }, counts, 2000, 'problem', 'consent'],
    [false, { state: 'update' }, counts, 2000, 'problem', 'update'],
    [false, { state: 'retry' }, counts, 1000 + DAY, 'offline', null],
    [false, { state: 'retry' }, counts, 1001 + DAY, 'problem', 'old'],
  ];
  for (const [sending, outcome, held, now, state, code] of table) {
    const status = statusOf({ sending, outcome, full: false }, held, now);
    assert.deepEqual([status.state, status.code], [state, code]);
    const full = statusOf({ sending, outcome, full: true }, held, now);
    assert.deepEqual([full.state, full.code], state === 'gone' ? [state, code] : ['problem', 'full']);
  }
});

test('pauses grow from a second to five minutes, with chance in them', () => {
  const retry = (/** @type {number} */ failures) => pauseAfter({ state: 'retry' }, failures, () => 1);
  assert.deepEqual([1, 2, 3, 9, 10, 99].map(retry), [1000, 2000, 4000, 256_000, 300_000, 300_000]);
  assert.equal(pauseAfter({ state: 'retry' }, 3, () => 0.25), 1000);
  assert.equal(pauseAfter({ state: 'sent' }, 0, () => 1), 60_000);
  assert.equal(pauseAfter({ state: 'wait', wait: 7000 }, 0, () => 1), 7000);
  assert.equal(pauseAfter({ state: 'signed-out' }, 0, () => 1), null);
  assert.equal(pauseAfter({ state: 'stopped' }, 0, () => 1), null);
});
