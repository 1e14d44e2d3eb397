import assert from 'node:assert/strict';
import { test } from 'node:test';

import { become, current } from '../../../static/src/store/account.js';
import { recall } from '../../../static/src/store/memory.js';
import { sync } from '../../../static/src/sync/engine.js';
import { Device, settle } from '../device.js';
import { together, USER } from './together.js';

const OTHER = '22222222-2222-4222-8222-222222222222';

test('a server that never agrees on its history is not asked without end', async () => {
  const { devices: [phone] } = together(1);
  let calls = 0;
  phone.connect(async () => {
    calls += 1;
    return Response.json({ error: { code: 'epoch', epoch: 1 + calls, lost_from: 0 } }, { status: 409 });
  });
  assert.deepEqual(await phone.sync(), { state: 'retry' });
  assert.equal(calls, 3);
});

test('nothing is sent for a person whose device this no longer is', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.save('a', { worst: 5 });
  phone.on(() => become(OTHER));
  assert.deepEqual(await phone.sync(), { state: 'stopped', code: 'other_account' });
  assert.deepEqual(server.heard, []);
  phone.on(() => become(USER));
  assert.equal(await phone.pending(), 1);
});

test('an answer that comes after the account was switched is not applied', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.save('a', { worst: 5 });
  phone.connect(async (address, init) => {
    const answer = await server.fetch(address, init);
    become(OTHER);
    return answer;
  });
  assert.deepEqual(await phone.sync(), { state: 'stopped', code: 'other_account' });
  phone.on(() => become(USER));
  assert.equal(await phone.pending(), 1);
  assert.equal(await phone.on(() => recall(USER, 'last_sync')), null);
});

test('the answer to an older request is not applied', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.sync();
  await phone.save('a', { worst: 5 });
  const frozenTab = { ...phone.means, locks: { request: phone.means.locks.request } };
  /** @type {(answer: Response) => void} */
  let arrive = () => {};
  phone.connect(() => new Promise((resolve) => (arrive = resolve)));
  const frozen = phone.on(() => sync(USER, { ...frozenTab, fetch: phone.means.fetch }));
  await settle();
  const stale = await server.fetch('', { body: JSON.stringify(server.heard[0]) });
  phone.connect(server.fetch);
  phone.clock.time += 61_000;
  assert.deepEqual(await phone.sync(), { state: 'sent' });
  await phone.save('a', { worst: 6 });
  arrive(stale);
  assert.deepEqual(await frozen, { state: 'busy' });
  assert.deepEqual(await phone.view(), { a: { worst: 6 } });
});

test('one sync at a time: the second is told that the first is busy', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.save('a', { worst: 5 });
  const both = await Promise.all([phone.sync(), phone.sync()]);
  assert.deepEqual(both.map(({ state }) => state).sort(), ['busy', 'sent']);
  assert.equal(server.heard.length, 2);
});

test('a device that the browser emptied gets everything back, as a new device', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.save('a', { worst: 5 });
  await phone.sync();
  const anew = new Device(USER, server.fetch);
  await anew.sync();
  assert.deepEqual(await anew.view(), { a: { worst: 5 } });
  assert.notEqual(server.heard[0].device, server.heard[server.heard.length - 1].device);
  assert.equal(phone.on(current), USER);
});

test('a diary without an account is sent by nobody, whoever asks', async () => {
  const asked = /** @type {string[]} */ ([]);
  const phone = new Device('33333333-3333-8333-8333-333333333333', async (address) => {
    asked.push(String(address));
    return Response.json({}, { status: 200 });
  });
  await phone.save('a', { worst: 5 });
  assert.deepEqual(await phone.sync(), { state: 'stopped', code: 'local' });
  assert.deepEqual(asked, []);
  assert.deepEqual(await phone.view(), { a: { worst: 5 } });
});

test('an older state of a record never lies over a newer one', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.save('a', { worst: 5 });
  await phone.sync();
  phone.connect(async (address, init) => {
    const answer = await (await server.fetch(address, init)).json();
    const old = { id: 'a', kind: 'pain', body: { worst: 0 }, deleted: false, version: 0 };
    return Response.json({ ...answer, changes: [old] });
  });
  await phone.sync();
  assert.deepEqual(await phone.view(), { a: { worst: 5 } });
});

test('a device keeps its name, also after the browser died', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.sync();
  await phone.restart();
  await phone.sync();
  assert.equal(new Set(server.heard.map(({ device }) => device)).size, 1);
});

test('a phone that was put back from a backup takes a new name and sends what it has', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.sync();
  server.numbers.set(server.heard[0].device, 40);
  await phone.save('a', { worst: 5 });
  assert.deepEqual(await phone.sync(), { state: 'sent' });
  assert.equal(new Set(server.heard.map(({ device }) => device)).size, 2);
  assert.deepEqual(server.view(), { a: { worst: 5 } });
});
