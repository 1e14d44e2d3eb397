import assert from 'node:assert/strict';
import { test } from 'node:test';

import { together, USER } from './together.js';

/** The server hears the request; the answer gets lost. @param {import('./twin.js').Twin} server */
const deaf = (server) => async (/** @type {string} */ address, /** @type {RequestInit} */ init) => {
  await server.fetch(address, init);
  throw new TypeError('connection reset');
};

test('what one device saves, another sees', async () => {
  const { server, devices: [phone, tablet] } = together(2);
  await phone.save('a', { worst: 5 });
  assert.deepEqual(await phone.sync(), { state: 'sent' });
  assert.equal(await phone.pending(), 0);
  await tablet.sync();
  assert.deepEqual(await tablet.view(), { a: { worst: 5 } });
  assert.deepEqual(server.view(), { a: { worst: 5 } });
});

test('the first sync pulls everything before it pushes', async () => {
  const { server, devices: [phone, tablet] } = together(2, { page: 2 });
  for (const id of ['a', 'b', 'c', 'd', 'e']) await phone.save(id, { worst: 1 });
  await phone.sync();
  await tablet.save('f', { worst: 2 });
  server.heard = [];
  await tablet.sync();
  assert.deepEqual(server.heard.map(({ ops }) => ops.length), [0, 0, 0, 1]);
  assert.deepEqual(server.heard.map(({ fresh }) => fresh), [true, true, true, false]);
});

test('a request holds nothing but what the server knows', async () => {
  const { server, devices: [phone] } = together(1);
  const op = await phone.save('a', { worst: 5 });
  await phone.sync();
  const { device, ...rest } = server.heard[1];
  assert.match(device, /^[0-9a-f-]{36}$/);
  assert.deepEqual(rest, {
    v: 1, schema: 4, user: USER, epoch: 1, cursor: 0, fresh: false, floor: 0,
    ops: [{ op, n: 1, id: 'a', kind: 'pain', base: 0, body: { worst: 5 }, fields: ['worst'], deleted: false }],
  });
});

test('an own edit that was accepted stays in sight while pages still come', async () => {
  const { server, devices: [phone, tablet] } = together(2, { page: 2 });
  await tablet.sync();
  for (let n = 0; n < 9; n += 1) await phone.save(`p${n}`, { minutes: n });
  await phone.sync();
  await tablet.save('mine', { worst: 7 });
  let looks = 0;
  tablet.connect(async (address, init) => {
    assert.deepEqual((await tablet.view()).mine, { worst: 7 });
    looks += 1;
    return server.fetch(address, init);
  });
  await tablet.sync();
  assert.ok(looks > 3);
  assert.deepEqual(await tablet.view(), server.view());
});

test('a lost answer is asked for again with the same op ids, and counts once', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.sync();
  await phone.save('a', { worst: 5 });
  phone.connect(deaf(server));
  assert.deepEqual(await phone.sync(), { state: 'retry' });
  assert.equal(await phone.pending(), 1);
  const row = structuredClone(server.rows.get('a'));
  phone.connect(server.fetch);
  await phone.sync();
  const [first, again] = server.heard.slice(-2).map(({ ops }) => ops.map(({ op }) => op));
  assert.deepEqual(first, again);
  assert.deepEqual(server.rows.get('a'), row);
  assert.equal(await phone.pending(), 0);
});

test('an answer in another order settles each op by its own id', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.save('a', { worst: 5 });
  const bad = await phone.save('b', { worst: 'much' });
  await phone.save('c', { worst: 7 });
  phone.connect(async (address, init) => {
    const answer = await (await server.fetch(address, init)).json();
    return Response.json({ ...answer, results: answer.results.reverse() });
  });
  await phone.sync();
  assert.deepEqual((await phone.refused()).map(({ op }) => op), [bad]);
  assert.deepEqual(server.view(), { a: { worst: 5 }, c: { worst: 7 } });
});

test('an answer that settles only some ops leaves the others waiting', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.sync();
  await phone.save('a', { worst: 5 });
  const second = await phone.save('b', { worst: 6 });
  let calls = 0;
  phone.connect(async (address, init) => {
    const answer = await (await server.fetch(address, init)).json();
    calls += 1;
    return Response.json({ ...answer, cursor: 0, results: calls === 1 ? answer.results.slice(0, 1) : [] });
  });
  assert.deepEqual(await phone.sync(), { state: 'retry' });
  assert.deepEqual((await phone.unsent()).map(({ op }) => op), [second]);
  assert.equal(calls, 2);
});

test('a crash between saving and sending loses nothing', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.save('a', { worst: 5 });
  await phone.restart();
  await phone.sync();
  assert.deepEqual(server.view(), { a: { worst: 5 } });
});

test('a crash in the middle of a first pull goes on where it was', async () => {
  const { server, devices: [phone, tablet] } = together(2, { page: 1 });
  for (const id of ['a', 'b', 'c']) await phone.save(id, { worst: 1 });
  await phone.sync();
  tablet.connect(async (address, init) => {
    if (JSON.parse(String(init.body)).cursor > 1) throw new TypeError('gone');
    return server.fetch(address, init);
  });
  await tablet.sync();
  await tablet.restart();
  tablet.connect(server.fetch);
  server.heard = [];
  await tablet.sync();
  assert.deepEqual(server.heard.map(({ cursor, fresh }) => [cursor, fresh]), [[2, true]]);
  assert.deepEqual(await tablet.view(), server.view());
});

test('an edit made while a push is on its way survives and is sent too', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.sync();
  await phone.save('a', { worst: 5 });
  let edited = false;
  phone.connect(async (address, init) => {
    const answer = await server.fetch(address, init);
    if (!edited) {
      edited = true;
      await phone.save('a', { worst: 6 });
      await phone.save('b', { worst: 1 });
    }
    return answer;
  });
  assert.deepEqual(await phone.sync(), { state: 'sent' });
  assert.deepEqual(await phone.view(), { a: { worst: 6 }, b: { worst: 1 } });
  assert.deepEqual(server.view(), { a: { worst: 6 }, b: { worst: 1 } });
});

test('a refused entry blocks nothing and stays to be shown', async () => {
  const { server, devices: [phone] } = together(1);
  await phone.save('a', { worst: 1 });
  await phone.save('b', { worst: 'much' });
  await phone.save('c', { worst: 3 });
  assert.deepEqual(await phone.sync(), { state: 'sent' });
  const [refused] = await phone.refused();
  assert.deepEqual(
    [refused.id, refused.code, refused.body, refused.problems],
    ['b', 'bad', { worst: 'much' }, [{ field: 'worst', code: 'wrong_type' }]],
  );
  assert.deepEqual(server.view(), { a: { worst: 1 }, c: { worst: 3 } });
});

test('a queue of any length empties in its hundreds and two rounds', async () => {
  for (const length of [1, 100, 101, 250]) {
    const { server, devices: [phone] } = together(1);
    for (let n = 0; n < length; n += 1) await phone.save(`e${n}`, { minutes: n });
    await phone.sync();
    assert.equal(await phone.pending(), 0);
    assert.ok(server.heard.length <= Math.ceil(length / 100) + 2, `${length}: ${server.heard.length}`);
  }
});

test('too large a batch is halved, and only the entry that is too large by itself is set aside', async () => {
  const { server, devices: [phone] } = together(1, { room: 3000 });
  for (let n = 0; n < 20; n += 1) await phone.save(`e${n}`, { minutes: n });
  await phone.save('big', { note: 'x'.repeat(4000) });
  await phone.save('last', { worst: 1 });
  assert.deepEqual(await phone.sync(), { state: 'sent' });
  assert.deepEqual((await phone.refused()).map(({ id, code }) => [id, code]), [['big', 'too_large']]);
  assert.equal(Object.keys(server.view()).length, 21);
  assert.equal(await phone.pending(), 0);
});
