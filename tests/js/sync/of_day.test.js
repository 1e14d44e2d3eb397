import assert from 'node:assert/strict';
import { test } from 'node:test';

import { askOfDay } from '../../../static/src/sync/of_day.js';

const DAY = '2026-01-05';

/** @param {unknown} body @param {number} [status] @param {Record<string, string>} [headers] */
const answers = (body, status = 200, headers = {}) => async () => new Response(status === 304 ? null : JSON.stringify(body), { status, headers });

test('what the device has is named, so that it need not be sent again', async () => {
  /** @type {[string, any][]} */
  const asked = [];
  /** @type {typeof fetch} */
  const ask = async (address, options) => {
    asked.push([String(address), options?.headers]);
    return new Response(null, { status: 304 });
  };
  assert.deepEqual(await askOfDay('/api/insights', DAY, 'nl', '"abc"', ask), { state: 'same' });
  assert.deepEqual(asked, [[`/api/insights?day=${DAY}&lang=nl`, { 'If-None-Match': '"abc"' }]]);
});

test('an answer comes with the name to ask for it by', async () => {
  const reply = await askOfDay('/api/insights', DAY, 'nl', null, answers({ found: [] }, 200, { ETag: '"abc"' }));
  assert.deepEqual(reply, { state: 'here', answer: { found: [] }, etag: '"abc"' });
});

test('nothing is the same for who has nothing', async () => {
  assert.deepEqual(await askOfDay('/api/insights', DAY, 'nl', null, answers(null, 304)), { state: 'failed' });
});

test('no network and the page of a captive portal are offline, a refusal has failed', async () => {
  assert.deepEqual(await askOfDay('/api/x', DAY, 'nl', null, () => Promise.reject(new TypeError('no network'))), { state: 'offline' });
  assert.deepEqual(await askOfDay('/api/x', DAY, 'nl', null, async () => new Response('<html>')), { state: 'offline' });
  assert.deepEqual(await askOfDay('/api/x', DAY, 'nl', null, answers({}, 403)), { state: 'failed' });
});
