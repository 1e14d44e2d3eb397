import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addFor, markFor, marksOf } from '../../../static/src/library/marks/account.js';
import { keepHere, letGoOf, markHere, marksHere } from '../../../static/src/library/marks/here.js';
import { sorted } from '../../../static/src/library/marks/kept.js';
import { countOf, marked, marksIn, nameOf } from '../../../static/src/library/marks/mark.js';
import { mark, watchMarks } from '../../../static/src/library/marks/marks.js';
import { waitingMarks } from '../../../static/src/library/marks/waiting.js';
import { become, forget } from '../../../static/src/store/account.js';
import * as entries from '../../../static/src/store/entries.js';
import { nl } from '../../../static/src/ui/words/nl.js';
import { Device, settle } from '../device.js';
import { Twin } from '../sync/twin.js';
import { cases } from '../tracker/catalogue.js';

const ALICE = '11111111-1111-4111-8111-111111111111';
const BOB = '22222222-2222-4222-8222-222222222222';
const offline = () => Promise.reject(new TypeError('no network'));
/** Of the page: listens for what other tabs do. */
Object.assign(globalThis, { addEventListener: () => undefined });

/** A device of nobody, or of `user`. @param {() => Promise<void>} work @param {string} [user] */
function on(work, user) {
  const phone = new Device(user ?? ALICE, offline);
  if (!user) phone.storage.removeItem('rugwijs-account');
  return phone.on(work);
}

/** Waits until something holds; a busy machine may take its time. @param {() => boolean} holds */
async function until(holds) {
  for (let turn = 0; turn < 500 && !holds(); turn += 1) await new Promise((go) => setTimeout(go, 10));
  assert.ok(holds());
}

// The same cases that tests/unit/tracker/test_records.py reads.
const { cases: records } = await cases('records');
for (const { says, body, problems } of records.filter((/** @type {{kind: string}} */ { kind }) => kind === 'marks')) {
  test(`a device keeps the marks that the server takes, and no other: ${says}`, () => {
    const wrong = new Set(problems.map((/** @type {[string, string]} */ [field]) => field));
    const right = Object.entries(body).filter(([name]) => !wrong.has(name));
    assert.deepEqual(marksIn(body), Object.fromEntries(right));
  });
}

test('a mark is there or it is not', () => {
  const kept = marked({}, nameOf('kept', 'B04'), true);
  assert.deepEqual(kept, { kept_B04: true });
  assert.deepEqual(marked(kept, 'read_B04', true), { kept_B04: true, read_B04: true });
  assert.deepEqual(marked(kept, 'kept_B04', false), {});
  assert.equal(countOf({ kept_B04: true, kept_X01: true, read_B04: true }, 'kept'), 2);
});

test('the list is in the order of the library, and knows only what the page knows', () => {
  const titles = ['A01', 'B04', 'X01'].map((code) => ({ code, title: code, url: `/${code}` }));
  const { kept, read } = sorted(titles, { kept_X01: true, kept_A01: true, read_B04: true, kept_F99: true });
  assert.deepEqual(kept.map(({ code }) => code), ['A01', 'X01']);
  assert.deepEqual(read.map(({ code }) => code), ['B04']);
});

test('marks of nobody stay on the device, and signing out leaves none', () =>
  on(async () => {
    markHere('kept_B04', true);
    markHere('read_B04', true);
    markHere('kept_B04', false);
    assert.deepEqual(marksHere(), { read_B04: true });
    forget();
    assert.deepEqual(marksHere(), {});
  }));

test('what is no mark is no mark', () =>
  on(async () => {
    for (const text of ['', 'x', '[]', 'null', '7', '{"kept_B04": "yes"}', '{"__proto__": {"kept_B04": true}}']) {
      localStorage.setItem('rugwijs-marks', text);
      assert.deepEqual(marksHere(), {}, text);
    }
  }));

test('what another tab marks while the question stands is not lost', () =>
  on(async () => {
    markHere('kept_B04', true);
    const offered = marksHere();
    markHere('kept_A01', true);
    letGoOf(offered);
    assert.deepEqual(marksHere(), { kept_A01: true });
    keepHere(offered);
    assert.deepEqual(marksHere(), { kept_A01: true, kept_B04: true });
  }));

test('a mark goes to whose device it is, and to nobody else', () =>
  on(async () => {
    assert.equal(await mark('kept', 'B04', true), true);
    assert.deepEqual(marksHere(), { kept_B04: true });
    become(ALICE);
    await mark('read', 'A01', true);
    assert.deepEqual(await marksOf(ALICE), { read_A01: true });
    assert.deepEqual(marksHere(), { kept_B04: true });
    become(BOB);
    assert.deepEqual(await marksOf(BOB), {});
  }));

test('two taps at the same time both count', () =>
  on(async () => {
    await Promise.all([mark('kept', 'B04', true), mark('read', 'B04', true)]);
    assert.deepEqual(await marksOf(ALICE), { kept_B04: true, read_B04: true });
    const changed = (await entries.unsent(ALICE)).map(({ fields }) => fields.join());
    assert.deepEqual(changed.sort(), ['kept_B04', 'read_B04']);
    assert.equal((await entries.view(ALICE)).length, 1);
  }, ALICE));

test('whoever watches sees each change, and that the device fails', () =>
  on(async () => {
    /** @type {unknown[]} */
    const seen = [];
    watchMarks((marks) => seen.push(marks && Object.keys(marks).sort().join()));
    await until(() => seen.includes(''));
    await Promise.all([mark('kept', 'B04', true), mark('read', 'B04', true)]);
    await until(() => seen.includes('kept_B04,read_B04'));
    indexedDB.open = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    become(BOB);
    watchMarks((marks) => seen.push(marks));
    await until(() => seen.includes(null));
  }, ALICE));

test('marks of whoever left are not drawn over those of whoever is there now', () =>
  on(async () => {
    await markFor(ALICE, 'kept_B04', true);
    /** @type {unknown[]} */
    const seen = [];
    watchMarks((marks) => seen.push(marks));
    localStorage.removeItem('rugwijs-account');
    await mark('read', 'A01', true);
    await settle();
    assert.deepEqual(seen, [{ read_A01: true }]);
  }, ALICE));

test('marks are added on a yes only, once, and take nothing off', () =>
  on(async () => {
    await markFor(ALICE, 'kept_A01', true);
    markHere('kept_B04', true);
    markHere('read_A01', true);
    markHere('read_B04', true);
    const waiting = waitingMarks();
    assert.deepEqual(waiting.lines, [nl.offer.kept(1), nl.offer.read(2)]);
    assert.deepEqual(await marksOf(ALICE), { kept_A01: true });
    await waiting.add(ALICE);
    await waiting.add(ALICE);
    assert.deepEqual(await marksOf(ALICE), { kept_A01: true, kept_B04: true, read_A01: true, read_B04: true });
    assert.equal(await entries.pending(ALICE), 2);
    assert.deepEqual(marksHere(), {});
    assert.deepEqual(waitingMarks().lines, []);
  }, ALICE));

test('marks that could not be added stay on the device', () =>
  on(async () => {
    markHere('kept_B04', true);
    const waiting = waitingMarks();
    indexedDB.open = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    await assert.rejects(waiting.add(ALICE));
    assert.deepEqual(marksHere(), { kept_B04: true });
  }, ALICE));

test('a no adds nothing, and can be taken back', () =>
  on(async () => {
    markHere('kept_B04', true);
    const waiting = waitingMarks();
    waiting.letGo();
    assert.deepEqual([marksHere(), await marksOf(ALICE)], [{}, {}]);
    waiting.bringBack();
    assert.deepEqual(marksHere(), { kept_B04: true });
  }, ALICE));

test('two devices that mark without network end with all marks', async () => {
  const server = new Twin(ALICE);
  const [phone, tablet] = [new Device(ALICE, server.fetch), new Device(ALICE, server.fetch)];
  await phone.on(() => addFor(ALICE, { kept_B04: true, read_B04: true }));
  await tablet.on(() => markFor(ALICE, 'kept_A01', true));
  for (const device of [phone, tablet, phone]) await device.sync();
  await tablet.on(() => markFor(ALICE, 'kept_B04', false));
  await phone.on(() => markFor(ALICE, 'read_A01', true));
  for (const device of [phone, tablet, phone]) await device.sync();
  const expected = { kept_A01: true, read_A01: true, read_B04: true };
  for (const device of [phone, tablet]) assert.deepEqual(await device.on(() => marksOf(ALICE)), expected);
});
