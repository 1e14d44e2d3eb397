import assert from 'node:assert/strict';
import { test } from 'node:test';

import { become } from '../../../static/src/store/account.js';
import { listen } from '../../../static/src/store/changes.js';
import { askDevices, forgetDevice, introduce, isUnnamed, keptDevices, nameDevice } from '../../../static/src/sync/devices.js';
import { Device } from '../device.js';
import { refusal, Twin } from './twin.js';

const ALICE = '11111111-1111-4111-8111-111111111111';
const BOB = '22222222-2222-4222-8222-222222222222';
const SEEN = '2026-11-20T08:00:00Z';

/** A server of Alice that knows devices by name. */
class Server {
  twin = new Twin(ALICE);
  /** @type {Map<string, string | null>} */
  names = new Map();
  /** @type {string[]} */
  asked = [];
  /** @type {(() => Response) | null} instead of the real answer about devices */
  instead = null;

  /** @param {string} address @param {RequestInit} init */
  fetch = async (address, init) => {
    const [, , about, device = ''] = address.split('/');
    if (about === 'sync') {
      const sent = JSON.parse(String(init.body)).device;
      if (!this.names.has(sent)) this.names.set(sent, null);
    }
    if (about !== 'devices') return this.twin.fetch(address, init);
    const { method = 'GET' } = init;
    this.asked.push(method);
    if (this.instead) return this.instead();
    if (method === 'GET') return Response.json({ devices: [...this.names].map(([one, name]) => ({ device: one, name, seen_at: SEEN })) });
    if (!this.names.has(device)) return refusal(404, 'unknown');
    if (method === 'DELETE') this.names.delete(device);
    else this.names.set(device, JSON.parse(String(init.body)).name);
    return new Response(null, { status: 204 });
  };
}

async function synced() {
  const server = new Server();
  const phone = new Device(ALICE, server.fetch);
  await phone.sync();
  return { server, phone };
}

/** @param {Device} phone */
const kept = (phone) => phone.on(() => keptDevices(ALICE));
/** @param {Device} phone @param {string} guess */
const meet = (phone, guess) => phone.on(() => introduce(ALICE, guess, phone.means));
/** @param {Device} phone */
const ask = (phone) => phone.on(() => askDevices(ALICE, phone.means));

test('a device tells its name once, after its first sync', async () => {
  const server = new Server();
  const phone = new Device(ALICE, server.fetch);
  assert.equal(await phone.on(() => isUnnamed(ALICE)), false);
  await phone.sync();
  assert.equal(await phone.on(() => isUnnamed(ALICE)), true);
  await meet(phone, 'Telefoon');
  assert.deepEqual([...server.names.values()], ['Telefoon']);
  assert.equal(await phone.on(() => isUnnamed(ALICE)), false);
  assert.deepEqual(server.asked, ['PATCH', 'GET']);
  assert.deepEqual((await kept(phone)).devices.map(({ name }) => name), ['Telefoon']);
});

test('a name that could not be told is told later', async () => {
  const { server, phone } = await synced();
  for (const instead of [() => refusal(503, 'busy'), () => refusal(404, 'unknown'), () => new Response('<h1>Hotel</h1>')]) {
    server.instead = instead;
    await meet(phone, 'Telefoon');
    assert.equal(await phone.on(() => isUnnamed(ALICE)), true);
  }
  server.instead = null;
  await meet(phone, 'Telefoon');
  assert.deepEqual([...server.names.values()], ['Telefoon']);
});

test('under another number it keeps the name that it was given', async () => {
  const { server, phone } = await synced();
  await meet(phone, 'Telefoon');
  const [device] = server.names.keys();
  assert.equal(await phone.on(() => nameDevice(ALICE, device, 'Van Alice', phone.means)), true);
  assert.deepEqual((await kept(phone)).devices.map(({ name }) => name), ['Van Alice']);
  await phone.save('a', { worst: 3 });
  server.twin.fetch = renamed(server.twin);
  await phone.sync();
  assert.equal(server.names.size, 2);
  assert.equal(await phone.on(() => isUnnamed(ALICE)), true);
  await meet(phone, 'Telefoon');
  assert.deepEqual([...server.names.values()], ['Van Alice', 'Van Alice']);
});

test('what is known stays when the server cannot be asked', async () => {
  const { server, phone } = await synced();
  assert.deepEqual(await kept(phone), { own: [...server.names.keys()][0], synced: phone.clock.now(), at: null, devices: [] });
  assert.equal(await ask(phone), true);
  const told = await kept(phone);
  assert.equal(told.at, phone.clock.now());
  assert.deepEqual(told.devices, [{ device: told.own, name: null, seen_at: SEEN }]);
  await phone.clock.advance(60_000);
  for (const instead of [() => refusal(401, 'signed_out'), () => new Response('<h1>Hotel</h1>'), () => Response.json({ welcome: true })]) {
    server.instead = instead;
    assert.equal(await ask(phone), false);
    assert.deepEqual(await kept(phone), told);
  }
});

test('an answer for who has left meanwhile is not kept', async () => {
  const { phone } = await synced();
  await phone.on(async () => {
    const asked = askDevices(ALICE, phone.means);
    become(BOB);
    assert.equal(await asked, false);
    become(ALICE);
    assert.deepEqual((await keptDevices(ALICE)).devices, []);
  });
});

test('forgetting says whether it is done, also when somebody was first', async () => {
  const { server, phone } = await synced();
  const [device] = server.names.keys();
  await ask(phone);
  const forget = () => phone.on(() => forgetDevice(ALICE, device, phone.means));
  server.instead = () => refusal(503, 'busy');
  assert.equal(await forget(), false);
  server.instead = () => new Response('<h1>Hotel</h1>');
  assert.equal(await forget(), false);
  assert.equal((await kept(phone)).devices.length, 1);
  server.instead = null;
  assert.equal(await forget(), true);
  assert.equal(server.names.size, 0);
  assert.deepEqual((await kept(phone)).devices, []);
  assert.equal(await forget(), true);
});

test('whoever shows the list is told that it is known anew', async () => {
  const { phone } = await synced();
  await phone.on(async () => {
    /** @type {string[]} */
    const heard = [];
    const stop = listen(({ what }) => void heard.push(what));
    await askDevices(ALICE, phone.means);
    stop();
    assert.deepEqual(heard, ['devices']);
  });
});

/** A server that says once: take another number. @param {Twin} twin */
function renamed(twin) {
  const real = twin.fetch.bind(twin);
  let said = false;
  return /** @type {typeof twin.fetch} */ (
    async (address, init) => {
      if (said) return real(address, init);
      said = true;
      return refusal(409, 'newdev');
    }
  );
}
