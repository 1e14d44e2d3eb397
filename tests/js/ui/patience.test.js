import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { patiently } from '../../../static/src/ui/patience.js';

mock.timers.enable({ apis: ['setTimeout'] });

/** Work that ends when the test says so. */
function work() {
  /** @type {string[]} */
  const said = [];
  /** @type {{resolve: (value: string) => void, reject: (error: Error) => void}} */
  let ends = { resolve() {}, reject() {} };
  const promise = new Promise((resolve, reject) => (ends = { resolve, reject }));
  return { said, ...ends, outcome: patiently(promise, () => said.push('one moment'), 500) };
}

test('work that is quickly done says nothing, then or later', async () => {
  const { said, resolve, outcome } = work();
  mock.timers.tick(499);
  resolve('done');
  assert.equal(await outcome, 'done');
  mock.timers.tick(10_000);
  assert.deepEqual(said, []);
});

test('work that takes long asks for patience once, and still gives its outcome', async () => {
  const { said, resolve, outcome } = work();
  mock.timers.tick(500);
  assert.deepEqual(said, ['one moment']);
  mock.timers.tick(10_000);
  resolve('done');
  assert.equal(await outcome, 'done');
  assert.deepEqual(said, ['one moment']);
});

test('work that fails fails as it would have, and says nothing afterwards', async () => {
  const { said, reject, outcome } = work();
  reject(new Error('no index'));
  await assert.rejects(outcome, /no index/);
  mock.timers.tick(10_000);
  assert.deepEqual(said, []);
});
