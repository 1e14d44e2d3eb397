// A backup was put back on the server, or it forgot old deletes: nothing is lost, nothing comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { refusal } from './twin.js';
import { together } from './together.js';

/** @param {...import('../device.js').Device} devices */
async function level(...devices) {
  for (const device of [...devices, ...devices]) assert.deepEqual(await device.sync(), { state: 'sent' });
}

/** Two devices that know the entries a, b and c, and the backup of that moment. @param {{page?: number}} [limits] */
async function backedUp(limits) {
  const { server, devices: [phone, tablet] } = together(2, limits);
  for (const id of ['a', 'b', 'c']) await phone.save(id, { worst: 1, note: id });
  await level(phone, tablet);
  return { server, phone, tablet, backup: server.backup() };
}

test('what the server lost is offered again, and is in sight all the while', async () => {
  const { server, phone, tablet, backup } = await backedUp({ page: 1 });
  await phone.save('a', { worst: 8, note: 'a' });
  await phone.remove('b');
  await phone.save('new', { worst: 3 });
  await phone.sync();
  const shown = await phone.view();
  server.restore(backup);
  let looks = 0;
  phone.connect(async (address, init) => {
    assert.deepEqual(await phone.view(), shown);
    looks += 1;
    return server.fetch(address, init);
  });
  await phone.sync();
  assert.ok(looks > 4);
  await level(tablet, phone);
  assert.deepEqual([await phone.view(), await tablet.view(), server.view()], [shown, shown, shown]);
});

test('what was taken out in the lost time stays out, though the backup is the same', async () => {
  for (const turn of [0, 1]) {
    const { server, phone, tablet, backup } = await backedUp();
    await phone.save('a', { worst: 1, note: 'a', feel: ['dull'] });
    await level(phone, tablet);
    await phone.save('a', { worst: 1, note: 'a' });
    await phone.sync();
    server.restore(backup);
    await level(...(turn ? [phone, tablet] : [tablet, phone]));
    assert.deepEqual(server.view().a, { worst: 1, note: 'a' });
    assert.deepEqual(await tablet.view(), server.view());
  }
});

test('what the server did not lose is not offered', async () => {
  const { server, phone, backup } = await backedUp();
  server.restore(backup);
  server.heard = [];
  await phone.sync();
  assert.deepEqual(server.heard.flatMap(({ ops }) => ops), []);
});

test('an offer says at which lost version the record was so', async () => {
  const { server, phone, backup } = await backedUp();
  await phone.save('a', { worst: 8 });
  await phone.sync();
  const { version } = server.rows.get('a') ?? { version: 0 };
  server.restore(backup);
  server.heard = [];
  await phone.sync();
  const [{ op: _, n: __, ...offer }] = server.heard.flatMap(({ ops }) => ops);
  assert.deepEqual(offer, {
    id: 'a', kind: 'pain', base: version, was: version, body: { worst: 8 }, fields: ['note', 'worst'], deleted: false,
  });
});

test('unsent edits lie over what is offered, and both arrive', async () => {
  const { server, phone, tablet, backup } = await backedUp();
  await phone.save('a', { worst: 8, note: 'lost' });
  await phone.sync();
  server.restore(backup);
  await phone.save('a', { worst: 9, note: 'lost' });
  phone.connect(async (address, init) => {
    if (String(init.body).includes('"was"')) throw new TypeError('cut');
    return server.fetch(address, init);
  });
  await phone.sync();
  assert.deepEqual((await phone.view()).a, { worst: 9, note: 'lost' });
  await phone.save('a', { worst: 9, note: 'later' });
  phone.connect(server.fetch);
  await level(phone, tablet);
  assert.deepEqual((await tablet.view()).a, { worst: 9, note: 'later' });
  assert.deepEqual(server.view(), await phone.view());
});

test('an entry that is deleted while it heals stays deleted, also when another device offers it', async () => {
  const { server, phone, tablet, backup } = await backedUp();
  await phone.save('a', { worst: 8 });
  await level(phone, tablet);
  server.restore(backup);
  phone.connect(async (address, init) => {
    if (String(init.body).includes('"was"')) throw new TypeError('cut');
    return server.fetch(address, init);
  });
  await phone.sync();
  await phone.remove('a');
  phone.connect(server.fetch);
  await level(phone, tablet);
  assert.equal('a' in server.view(), false);
  assert.deepEqual(await tablet.view(), server.view());
});

test('the newest lost state wins, whoever comes first', async () => {
  for (const turn of [0, 1]) {
    const { server, phone, tablet, backup } = await backedUp();
    await phone.save('a', { worst: 2, note: 'older' });
    await level(phone);
    await tablet.sync();
    await tablet.save('a', { worst: 3 });
    await tablet.sync();
    server.restore(backup);
    await level(...(turn ? [phone, tablet] : [tablet, phone]));
    assert.deepEqual(server.view().a, { worst: 3 });
    assert.deepEqual(await phone.view(), await tablet.view());
  }
});

test('a heal that is cut off goes on with what was lost first', async () => {
  const { server, phone, tablet, backup } = await backedUp({ page: 1 });
  await phone.save('c', { worst: 8 });
  await phone.save('new', { worst: 3 });
  await phone.sync();
  const shown = await phone.view();
  server.restore(backup);
  let left = 3;
  phone.connect(async (address, init) => {
    if ((left -= 1) < 0) throw new TypeError('cut');
    return server.fetch(address, init);
  });
  await phone.sync();
  await phone.restart();
  // Sent back to the beginning in the middle of it.
  phone.connect(async () => {
    phone.connect(server.fetch);
    return refusal(410, 'resync');
  });
  await level(phone, tablet);
  assert.deepEqual([await tablet.view(), server.view()], [shown, shown]);
});

test('restored twice, once while a device slept and once while it healed', async () => {
  const { server, phone, tablet, backup } = await backedUp({ page: 1 });
  await phone.save('a', { worst: 8 });
  await phone.save('new', { worst: 3 });
  await phone.sync();
  server.restore(backup);
  await tablet.sync();
  await tablet.save('b', { worst: 5, note: 'b' });
  await tablet.sync();
  const second = server.backup();
  await tablet.save('c', { worst: 6, note: 'c' });
  await tablet.sync();
  let left = 3;
  phone.connect(async (address, init) => {
    if ((left -= 1) < 0) throw new TypeError('cut');
    return server.fetch(address, init);
  });
  await phone.sync();
  server.restore(second);
  phone.connect(server.fetch);
  await level(phone, tablet);
  const whole = { a: { worst: 8 }, b: { worst: 5, note: 'b' }, c: { worst: 6, note: 'c' }, new: { worst: 3 } };
  assert.deepEqual([await phone.view(), await tablet.view(), server.view()], [whole, whole, whole]);
});

test('an older backup is put back while a device knows a later restore', async () => {
  const { server, phone, tablet, backup } = await backedUp();
  await phone.save('d', { worst: 4 });
  await level(phone, tablet);
  server.restore(server.backup());
  await level(phone, tablet);
  await phone.save('e', { worst: 5 });
  await phone.sync();
  server.restore(backup);
  await level(tablet, phone);
  assert.deepEqual(Object.keys(server.view()), ['a', 'b', 'c', 'd', 'e']);
  assert.deepEqual(await phone.view(), server.view());
});

test('deletes are collected while a device heals', async () => {
  const { server, phone, tablet, backup } = await backedUp({ page: 1 });
  await phone.save('new', { worst: 3 });
  await phone.sync();
  server.restore(backup);
  let left = 3;
  phone.connect(async (address, init) => {
    if ((left -= 1) < 0) throw new TypeError('cut');
    return server.fetch(address, init);
  });
  await phone.sync();
  await tablet.sync();
  await tablet.remove('a');
  await tablet.sync();
  server.collect();
  phone.connect(server.fetch);
  await level(phone, tablet);
  const whole = { b: { worst: 1, note: 'b' }, c: { worst: 1, note: 'c' }, new: { worst: 3 } };
  assert.deepEqual([await phone.view(), await tablet.view(), server.view()], [whole, whole, whole]);
});

test('what another device made and deleted after the restore does not come back by a heal', async () => {
  const { server, phone, tablet, backup } = await backedUp({ page: 1 });
  await phone.save('new', { worst: 3 });
  await phone.sync();
  server.restore(backup);
  await tablet.sync();
  for (const id of ['a', 'b']) await tablet.save(id, { worst: 2, note: id });
  await tablet.sync();
  let left = 3;
  phone.connect(async (address, init) => {
    if ((left -= 1) < 0) throw new TypeError('cut');
    return server.fetch(address, init);
  });
  await phone.sync();
  await tablet.remove('a');
  await tablet.sync();
  server.collect();
  phone.connect(server.fetch);
  await level(phone, tablet);
  assert.deepEqual(Object.keys(server.view()), ['b', 'c', 'new']);
});

test('what was deleted and collected before the backup does not come back by a heal', async () => {
  const { server, phone, tablet } = await backedUp();
  await phone.remove('b');
  await phone.sync();
  server.collect();
  server.restore(server.backup());
  await level(tablet);
  assert.deepEqual(Object.keys(server.view()), ['a', 'c']);
  assert.deepEqual(await tablet.view(), server.view());
});

test('a device that missed collected deletes pulls anew and brings nothing back', async () => {
  const { server, phone, tablet } = await backedUp({ page: 1 });
  await phone.remove('b');
  await phone.sync();
  server.collect();
  await tablet.save('late', { worst: 7 });
  server.heard = [];
  await level(tablet, phone);
  assert.equal('b' in (await tablet.view()), false);
  assert.deepEqual([await tablet.view(), await phone.view()], [server.view(), server.view()]);
  assert.ok('late' in server.view());
  assert.ok(server.heard.length < 12, 'a pull below the floor comes to its end');
});

test('an entry that was edited here and collected there comes back whole, as after any delete', async () => {
  const { server, phone, tablet } = await backedUp();
  await tablet.save('b', { worst: 9, note: 'b' });
  await phone.remove('b');
  await phone.sync();
  server.collect();
  await level(tablet, phone);
  assert.deepEqual((await phone.view()).b, { worst: 9, note: 'b' });
});
