// The connection may be cut at any byte of any answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { read } from '../../../static/src/store/database.js';
import { together, USER } from './together.js';

/** @typedef {import('../device.js').Device} Device */

const NOTE = 'één kramp 🙂';
/** The first bytes of an answer, and then: the connection breaks, or ends as if that were all. */
const ENDS = {
  breaks: (/** @type {ReadableStreamDefaultController} */ stream) => stream.error(new TypeError('cut')),
  stops: (/** @type {ReadableStreamDefaultController} */ stream) => stream.close(),
};

/** @param {Uint8Array} part @param {(stream: ReadableStreamDefaultController) => void} end */
function cut(part, end) {
  let given = false;
  return new Response(
    new ReadableStream({
      pull(stream) {
        if (given || part.length === 0) return end(stream);
        given = true;
        stream.enqueue(part);
      },
    }),
  );
}

/** All that sync may change on a device. @param {Device} device */
async function held(device) {
  const meta = await device.on(() => read(USER, ['meta'], (tx) => tx.objectStore('meta').getAll()));
  const place = meta.filter(({ name }) => ['cursor', 'epoch', 'floor', 'mode'].includes(name));
  return { place, told: await device.told(), unsent: await device.unsent(), shown: await device.view() };
}

for (const [how, end] of Object.entries(ENDS)) {
  test(`an answer that ${how} after any byte changes nothing, and the queue goes on`, async () => {
    const { server, devices: [phone, tablet] } = together(2, { page: 2 });
    for (const id of ['a', 'b', 'c']) await tablet.save(id, { worst: 1, note: NOTE });
    await tablet.sync();
    await phone.save('a', { worst: 2, note: NOTE });
    await phone.save('d', { worst: 3 });

    for (const [pages, ops] of [[0, 0], [1, 0], [2, 2]]) {
      const before = await held(phone);
      let bytes = Infinity;
      for (let at = 0; at < bytes; at += 1) {
        phone.connect(async (address, init) => {
          const whole = new Uint8Array(await (await server.fetch(address, init)).arrayBuffer());
          bytes = whole.length;
          return cut(whole.subarray(0, at), end);
        });
        assert.deepEqual(await phone.sync(), { state: 'retry' });
        if (at % 16 === 0) assert.deepEqual(await held(phone), before, `${pages} pages and ${at} bytes`);
      }
      assert.deepEqual(await held(phone), before);
      assert.equal(server.heard.at(-1)?.ops.length, ops);
      assert.ok(bytes > 200);
      await oneAnswer(phone, server);
    }

    await phone.save('e', { worst: 4 });
    phone.connect(server.fetch);
    assert.deepEqual(await phone.sync(), { state: 'sent' });
    await tablet.sync();
    assert.equal(server.remembered.size, 6);
    assert.equal(await phone.pending(), 0);
    assert.deepEqual(server.history, [{ id: 'a', field: 'worst', value: 1, version: 4 }]); // once, however often it came
    for (const device of [phone, tablet]) assert.deepEqual(await device.view(), server.view());
    assert.deepEqual(Object.keys(server.view()).sort(), ['a', 'b', 'c', 'd', 'e']);
  });
}

/** One answer comes through, and no other. @param {Device} device @param {import('./twin.js').Twin} server */
async function oneAnswer(device, server) {
  let asked = 0;
  device.connect(async (address, init) => {
    asked += 1;
    if (asked > 1) throw new TypeError('no network');
    return server.fetch(address, init);
  });
  await device.sync();
}
