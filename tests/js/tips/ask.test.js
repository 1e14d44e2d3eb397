import assert from 'node:assert/strict';
import { test } from 'node:test';

import { askToday } from '../../../static/src/tips/ask.js';

/** @param {unknown} body @param {number} [status] */
const answers = (body, status = 200) => async () => new Response(JSON.stringify(body), { status });

test('tips of the day are asked in the language of the page', async () => {
  /** @type {string[]} */
  const asked = [];
  const today = { day: '2026-01-05', tips: [], logged: 3, message: null, made: '' };
  const reply = await askToday('2026-01-05', 'nl', null, async (address) => {
    asked.push(String(address));
    return Response.json(today);
  });
  assert.deepEqual(asked, ['/api/today?day=2026-01-05&lang=nl']);
  assert.deepEqual(reply, { state: 'here', today, etag: null });
});

test('no network is offline', async () => {
  const reply = await askToday('2026-01-05', 'nl', null, () => Promise.reject(new TypeError('no network')));
  assert.deepEqual(reply, { state: 'offline' });
});

test('a page of a captive portal is no answer', async () => {
  const reply = await askToday('2026-01-05', 'nl', null, async () => new Response('<html>'));
  assert.deepEqual(reply, { state: 'offline' });
});

test('a refusal and a strange answer have failed', async () => {
  assert.deepEqual(await askToday('2026-01-05', 'nl', null, answers({}, 403)), { state: 'failed' });
  assert.deepEqual(await askToday('2026-01-05', 'nl', null, answers({ hello: 1 })), { state: 'failed' });
});

test('tips that the device has still hold', async () => {
  const same = async () => new Response(null, { status: 304 });
  assert.deepEqual(await askToday('2026-01-05', 'nl', '"abc"', same), { state: 'same' });
});
