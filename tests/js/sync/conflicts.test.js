import assert from 'node:assert/strict';
import { test } from 'node:test';

import { listen } from '../../../static/src/store/changes.js';
import { together } from './together.js';

test('two devices that change different fields both keep theirs', async () => {
  const { server, devices: [phone, tablet] } = together(2);
  await phone.save('a', { worst: 5 });
  await phone.sync();
  await tablet.sync();
  await phone.save('a', { worst: 8 });
  await tablet.save('a', { worst: 5, note: 'trap' });
  await phone.sync();
  await tablet.sync();
  await phone.sync();
  const both = { a: { worst: 8, note: 'trap' } };
  assert.deepEqual([await phone.view(), await tablet.view(), server.view()], [both, both, both]);
});

test('of two changes of one field the later to arrive stays, the older goes to the history', async () => {
  const { server, devices: [phone, tablet] } = together(2);
  await phone.save('a', { worst: 5 });
  await phone.sync();
  await tablet.sync();
  await phone.save('a', { worst: 8 });
  await tablet.save('a', { worst: 2 });
  await tablet.sync();
  await phone.sync();
  await tablet.sync();
  assert.deepEqual([await tablet.view(), server.view()], [await phone.view(), { a: { worst: 8 } }]);
  assert.deepEqual(server.history, [{ id: 'a', field: 'worst', value: 2, version: 3 }]);
});

test('a delete of what another changed unseen is kept, and the person is told', async () => {
  const { server, devices: [phone, tablet] } = together(2);
  await phone.save('a', { worst: 5 });
  await phone.sync();
  await tablet.sync();
  await tablet.save('a', { worst: 5, note: 'trap' });
  await tablet.sync();
  await phone.remove('a');
  /** @type {unknown[]} */
  const heard = [];
  const stop = listen(({ what, ids }) => what === 'kept' && heard.push(ids));
  await phone.sync();
  stop();
  assert.deepEqual(heard, [['a']]);
  assert.deepEqual(await phone.view(), server.view());
  assert.deepEqual(server.view(), { a: { worst: 5, note: 'trap' } });
});

test('a delete reaches the other device, and an edit there brings the entry back whole', async () => {
  const { server, devices: [phone, tablet] } = together(2);
  await phone.save('a', { worst: 5, note: 'trap' });
  await phone.sync();
  await tablet.sync();
  await phone.remove('a');
  await phone.sync();
  await tablet.save('a', { worst: 6, note: 'trap' });
  await tablet.sync();
  await phone.sync();
  const whole = { a: { worst: 6, note: 'trap' } };
  assert.deepEqual([await phone.view(), server.view()], [whole, whole]);
});

test('making, deleting and making again before the first push gives one entry', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.save('a', { worst: 5, note: 'x' });
  await phone.remove('a');
  await phone.save('a', { worst: 3 });
  await phone.sync();
  assert.deepEqual(await phone.view(), { a: { worst: 3 } });
  assert.deepEqual(server.view(), { a: { worst: 3 } });
});
