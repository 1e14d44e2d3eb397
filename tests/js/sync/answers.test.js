// What each answer of the server, or of something in between, does to the outbox: nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { waitAsked } from '../../../static/src/sync/wire.js';
import { Device, settle } from '../device.js';
import { refusal } from './twin.js';

const USER = '11111111-1111-4111-8111-111111111111';
const page = (/** @type {string} */ text) => new Response(text, { headers: { 'Content-Type': 'text/html' } });

/** @type {[string, () => Response, object][]} */
const ANSWERS = [
  ['a broken request', () => refusal(400, 'invalid'), { state: 'problem', code: 'invalid' }],
  ['a lapsed sign-in', () => refusal(401, 'signed_out'), { state: 'signed-out' }],
  ['another account', () => refusal(403, 'wrong_user'), { state: 'stopped', code: 'wrong_user' }],
  ['no consent', () => refusal(403, 'consent'), { state: 'stopped', code: 'consent' }],
  ['another history without its number', () => refusal(409, 'epoch'), { state: 'retry' }],
  ['a page that says conflict', () => new Response('no', { status: 409 }), { state: 'retry' }],
  ['a page that says forbidden', () => new Response('no', { status: 403 }), { state: 'stopped', code: '403' }],
  ['an unknown type', () => refusal(415, 'type'), { state: 'problem', code: 'type' }],
  ['an account that was erased', () => refusal(410, 'gone'), { state: 'gone' }],
  ['a page that says gone', () => new Response('gone', { status: 410 }), { state: 'retry' }],
  ['too old an app', () => refusal(426, 'update'), { state: 'update' }],
  ['too many requests', () => refusal(429, 'slow', { 'Retry-After': '7' }), { state: 'wait', wait: 7000 }],
  ['a busy server', () => refusal(503, 'busy', { 'Retry-After': '120' }), { state: 'wait', wait: 120_000 }],
  ['a busy server without a time', () => refusal(503, 'busy'), { state: 'retry' }],
  ['a broken server', () => refusal(500, 'broken'), { state: 'retry' }],
  ['a missing page', () => new Response('', { status: 404 }), { state: 'retry' }],
  ['the sign-in page of a hotel', () => page('<h1>Welcome</h1>'), { state: 'retry' }],
  ['an empty answer', () => page(''), { state: 'retry' }],
  ['JSON that is no answer', () => Response.json({ ok: true }), { state: 'retry' }],
  ['JSON that is null', () => Response.json(null), { state: 'retry' }],
  ['half an answer', () => page('{"epoch":1,"results":[{"op"'), { state: 'retry' }],
  ['an answer without a cursor', () => Response.json({ epoch: 1, floor: 0, results: [], state: [], changes: [], more: false }), { state: 'retry' }],
];

for (const [name, answer, outcome] of ANSWERS) {
  test(`${name} keeps what waits, and asks once`, async () => {
    let calls = 0;
    const phone = new Device(USER, async () => {
      calls += 1;
      return answer();
    });
    await phone.save('a', { worst: 5 });
    assert.deepEqual(await phone.sync(), outcome);
    assert.equal(await phone.pending(), 1);
    assert.deepEqual(await phone.refused(), []);
    assert.deepEqual(await phone.view(), { a: { worst: 5 } });
    assert.equal(calls, 1);
  });
}

test('a request without an answer is given up after twenty seconds', async () => {
  /** @type {AbortSignal[]} */
  const signals = [];
  const phone = new Device(USER, (_, init) => {
    signals.push(/** @type {AbortSignal} */ (init.signal));
    return new Promise(() => {});
  });
  await phone.save('a', { worst: 5 });
  const syncing = phone.sync();
  await settle();
  await phone.clock.advance(19_999);
  assert.equal(signals[0].aborted, false);
  await phone.clock.advance(1);
  assert.deepEqual(await syncing, { state: 'retry' });
  assert.equal(signals[0].aborted, true);
  assert.equal(await phone.pending(), 1);
});

test('an answer whose body never ends is given up too', async () => {
  const phone = new Device(USER, async () => new Response(new ReadableStream({ start() {} })));
  const syncing = phone.sync();
  await settle();
  await phone.clock.advance(20_000);
  assert.deepEqual(await syncing, { state: 'retry' });
});

test('a wait that the server asked for holds for every page and after a restart, but not for years', async () => {
  let calls = 0;
  const phone = new Device(USER, async () => {
    calls += 1;
    return refusal(503, 'busy', { 'Retry-After': '120' });
  });
  await phone.sync();
  await phone.restart();
  phone.clock.time += 50_000;
  assert.deepEqual(await phone.sync(), { state: 'wait', wait: 70_000 });
  assert.equal(calls, 1);
  phone.clock.time += 70_000;
  await phone.sync();
  assert.equal(calls, 2);
  phone.clock.time -= 400 * 86_400_000;
  await phone.sync();
  assert.equal(calls, 3);
});

test('Retry-After is read as seconds or as a date, within a second and an hour', () => {
  const now = Date.UTC(2026, 10, 22, 9);
  assert.equal(waitAsked('30', now), 30_000);
  assert.equal(waitAsked('Sun, 22 Nov 2026 09:02:00 GMT', now), 120_000);
  assert.equal(waitAsked('Sun, 22 Nov 2020 09:02:00 GMT', now), 1000);
  assert.equal(waitAsked('0', now), 1000);
  assert.equal(waitAsked('999999', now), 3_600_000);
  assert.equal(waitAsked('soon', now), null);
  assert.equal(waitAsked('', now), null);
  assert.equal(waitAsked(null, now), null);
});
