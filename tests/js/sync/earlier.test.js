import assert from 'node:assert/strict';
import { test } from 'node:test';

import { become } from '../../../static/src/store/account.js';
import { listen } from '../../../static/src/store/changes.js';
import { recall, remember } from '../../../static/src/store/memory.js';
import { askEarlier, dueAfter, keptEarlier, tell, untold } from '../../../static/src/sync/earlier.js';
import { Device } from '../device.js';
import { refusal, Twin } from './twin.js';

const ALICE = '11111111-1111-4111-8111-111111111111';
const BOB = '22222222-2222-4222-8222-222222222222';

/** @param {number} version */
const value = (version) => ({ id: 'a', field: 'worst', value: version, version, at: '2026-01-05T16:05:00Z' });

/** Two phones of Alice at one server, which tells of its history too. */
class Pair {
  twin = new Twin(ALICE);
  asked = 0;
  /** @type {Response | null} instead of the real answer */
  instead = null;

  /** @param {string} address @param {RequestInit} init */
  fetch = async (address, init) => {
    if (address !== '/api/earlier') return this.twin.fetch(address, init);
    this.asked += 1;
    const earlier = this.twin.history.map((one) => ({ ...one, at: '2026-01-05T16:05:00Z' }));
    return this.instead ?? Response.json({ earlier: earlier.reverse() });
  };

  phone() {
    return new Device(ALICE, this.fetch);
  }
}

/** @param {Device} phone */
const ask = (phone) => phone.on(() => askEarlier(ALICE, phone.means));
/** @param {Device} phone */
const kept = (phone) => phone.on(async () => (await keptEarlier(ALICE)).map((one) => one.value));
/** @param {Device} phone */
const fresh = (phone) => phone.on(async () => (await untold(ALICE, await keptEarlier(ALICE))).map((one) => one.value));

/** Both change one answer; the second is sent last. @param {boolean} [asking] whether they could ask before */
async function conflict(asking = true) {
  const pair = new Pair();
  const [first, second] = [pair.phone(), pair.phone()];
  await first.save('a', { worst: 5 });
  for (const phone of [first, second, first]) {
    await phone.sync();
    if (asking) await ask(phone);
  }
  await first.save('a', { worst: 7 });
  await second.save('a', { worst: 2 });
  return { pair, first, second };
}

test('it is asked once at first, and no more while nobody else writes', async () => {
  const pair = new Pair();
  const phone = pair.phone();
  await phone.sync();
  await ask(phone);
  assert.equal(pair.asked, 1);
  for (const worst of [3, 4]) {
    await phone.save('a', { worst });
    await phone.sync();
    await ask(phone);
  }
  assert.equal(pair.asked, 1);
});

test('who wins and who loses are both told what was replaced', async () => {
  const { first, second } = await conflict();
  for (const phone of [first, second, first]) {
    await phone.sync();
    await ask(phone);
  }
  for (const phone of [first, second]) {
    assert.deepEqual(await phone.view(), { a: { worst: 2 } });
    assert.deepEqual(await kept(phone), [7]);
    assert.deepEqual(await fresh(phone), [7]);
    await phone.on(async () => tell(ALICE, await keptEarlier(ALICE)));
    assert.deepEqual(await fresh(phone), []);
    assert.deepEqual(await kept(phone), [7]);
  }
});

test('a phone that could never ask before is told all the same', async () => {
  const { first, second } = await conflict(false);
  for (const phone of [first, second, first]) await phone.sync();
  for (const phone of [first, second]) {
    await ask(phone);
    assert.deepEqual(await fresh(phone), [7]);
  }
});

test('of what was there before a phone came it tells nothing', async () => {
  const { pair, first, second } = await conflict();
  for (const phone of [first, second]) await phone.sync();
  const third = pair.phone();
  await third.sync();
  await ask(third);
  assert.deepEqual(await kept(third), [7]);
  assert.deepEqual(await fresh(third), []);
});

test('what cannot be had now is asked for again', async () => {
  const { pair, first, second } = await conflict();
  await first.sync();
  await second.sync();
  for (const answer of [refusal(503, 'busy'), refusal(401, 'signed_out'), new Response('<html>'), Response.json([])]) {
    pair.instead = answer;
    await ask(second);
    assert.deepEqual(await kept(second), []);
  }
  second.connect(() => Promise.reject(new TypeError('no network')));
  await ask(second);
  second.connect(pair.fetch);
  pair.instead = null;
  await ask(second);
  assert.deepEqual(await kept(second), [7]);
});

test('while pages of a sync are still to come nothing is asked', async () => {
  const pair = new Pair();
  const phone = pair.phone();
  await phone.sync();
  await phone.on(() => remember(ALICE, 'turn', { token: 'x', at: 0 }));
  await ask(phone);
  assert.equal(pair.asked, 0);
});

test('what comes for the account of before is not kept', async () => {
  const pair = new Pair();
  const phone = pair.phone();
  await phone.sync();
  const asking = ask(phone);
  phone.on(() => become(BOB));
  await asking;
  assert.equal(pair.asked, 1);
  assert.equal(await phone.on(() => recall(ALICE, 'earlier')), null);
});

test('pages hear when it is known anew', async () => {
  const pair = new Pair();
  const phone = pair.phone();
  /** @type {string[]} */
  const heard = [];
  const stop = listen(({ what }) => void heard.push(what));
  await phone.sync();
  await ask(phone);
  stop();
  assert.deepEqual(heard, ['synced', 'earlier']);
});

test('after a turn it is due unless this device was alone', () => {
  const turn = { token: 't', user: ALICE, device: 'd', epoch: 1, cursor: 4, full: false, floor: 0, pass: 'p', ops: [] };
  const answer = { schema: 1, epoch: 1, floor: 0, results: [], state: [], changes: [], cursor: 4, more: false, now: '' };
  const op = { n: 1, op: 'o', id: 'a', kind: 'pain', base: 0, body: {}, fields: [], deleted: false, saved: 0 };
  const result = { op: 'o', code: 'ok' };
  const record = { id: 'a', kind: 'pain', body: {}, deleted: false, version: 5 };
  const due = (/** @type {object} */ mine, /** @type {object} */ theirs) => {
    const left = dueAfter({ ...turn, ...mine }, { ...answer, ...theirs }, {});
    return left.earlier_due === 't';
  };
  assert.equal(due({}, {}), false);
  assert.equal(due({ ops: [op] }, { results: [result], cursor: 5, state: [record] }), false);
  assert.equal(due({}, { cursor: 5, changes: [record] }), true);
  assert.equal(due({ ops: [op] }, { results: [result], cursor: 6 }), true);
  assert.equal(due({ ops: [op] }, { results: [result], cursor: 4 }), true);
  assert.equal(due({ full: true }, {}), true);
  assert.equal(due({ ops: [{ ...op, was: 2 }] }, { results: [result], cursor: 5 }), true);
  assert.equal(due({ ops: [op] }, { results: [result], cursor: 5, state: [{ ...record, deleted: true }] }), true);
});

test('the values of which one was told are those that are new', async () => {
  const phone = new Pair().phone();
  await phone.save('a', { worst: 5 });
  const values = [value(9), value(4)];
  await phone.on(() => tell(ALICE, [value(4)]));
  assert.deepEqual(await phone.on(() => untold(ALICE, values)), [value(9)]);
});
