import assert from 'node:assert/strict';
import { test } from 'node:test';

import { forget } from '../../../static/src/store/account.js';
import { read, write } from '../../../static/src/store/database.js';
import { addDays, dayOfEntry, daysBetween, firstDay, lastDay, viewOfDays } from '../../../static/src/store/days.js';
import { view } from '../../../static/src/store/entries.js';
import { Device } from '../device.js';

const USER = '11111111-1111-4111-8111-111111111111';
const KINDS = ['pain', 'day', 'exercise'];

const device = () => new Device(USER, () => Promise.reject(new TypeError('no network')));

/** Puts records under the edits, as a sync would. @param {Device} phone @param {object[]} records */
function fromServer(phone, records) {
  return phone.on(() =>
    write(USER, ['records'], async (tx) => {
      for (const [n, record] of records.entries()) {
        await tx.objectStore('records').put({ id: `s${n}`, kind: 'pain', body: {}, deleted: false, version: 1, ...record });
      }
    }),
  );
}

/** @param {Device} phone @param {string} from @param {string} to @param {string[]} [kinds] */
async function ids(phone, from, to, kinds = KINDS) {
  const shown = await phone.on(() => viewOfDays(USER, kinds, from, to));
  return shown.map(({ id }) => id).sort();
}

test('only the days that are asked for come, the first and the last too', async () => {
  const phone = device();
  await fromServer(phone, [
    { id: 'before', body: { began: '2026-01-04T23:59+01:00' } },
    { id: 'first', body: { began: '2026-01-05T00:00+01:00' } },
    { id: 'last', body: { began: '2026-01-07T23:59+01:00' } },
    { id: 'after', body: { began: '2026-01-08T00:00+01:00' } },
    { id: 'day', kind: 'day', body: { day: '2026-01-07' } },
    { id: 'tip', kind: 'tip', body: { tip: 'T01', day: '2026-01-07' } },
    { id: 'profile', kind: 'profile', body: { pregnant: false } },
    { id: 'gone', deleted: true },
  ]);
  assert.deepEqual(await ids(phone, '2026-01-05', '2026-01-07'), ['day', 'first', 'last']);
  assert.deepEqual(await ids(phone, '2026-01-05', '2026-01-07', ['pain']), ['first', 'last']);
  assert.deepEqual(await ids(phone, '2026-01-06', '2026-01-06'), []);
});

test('an entry of abroad stands on the day that its person had', async () => {
  const phone = device();
  await phone.save('a', { began: '2026-01-05T23:30-08:00' });
  assert.deepEqual(await ids(phone, '2026-01-05', '2026-01-05'), ['a']);
});

test('an unsent edit moves an entry to another day', async () => {
  const phone = device();
  await fromServer(phone, [{ id: 'a', body: { began: '2026-01-05T10:00+01:00', worst: 3 } }]);
  await phone.save('a', { began: '2026-03-01T10:00+01:00', worst: 3 });
  assert.deepEqual(await ids(phone, '2026-01-05', '2026-01-05'), []);
  const [moved] = await phone.on(() => viewOfDays(USER, KINDS, '2026-03-01', '2026-03-01'));
  assert.deepEqual(moved, { id: 'a', kind: 'pain', body: { began: '2026-03-01T10:00+01:00', worst: 3 }, version: 1, pending: true });
});

test('an unsent edit moves an entry also where hundreds of new ones wait, and only what is there is asked for', async () => {
  const phone = device();
  await fromServer(phone, [{ id: 'a', body: { began: '2025-01-05T10:00+01:00', worst: 3, minutes: 9 } }]);
  await phone.save('a', { began: '2026-03-01T10:00+01:00', worst: 3, minutes: 9 });
  for (let n = 0; n < 250; n += 1) await phone.save(`new${n}`, { began: `2026-03-0${1 + (n % 9)}T11:00+01:00`, worst: 2 });
  const { get } = IDBObjectStore.prototype;
  let asked = 0;
  IDBObjectStore.prototype.get = function (key) {
    asked += 1;
    return get.call(this, key);
  };
  const shown = await phone.on(() => viewOfDays(USER, KINDS, '2026-03-01', '2026-03-31')).finally(() => (IDBObjectStore.prototype.get = get));
  assert.equal(shown.length, 251);
  assert.equal(shown.find(({ id }) => id === 'a')?.version, 1);
  assert.equal(asked, 1);
});

test('the first day counts what the server has and what is not sent', async () => {
  const phone = device();
  assert.equal(await phone.on(() => firstDay(USER, KINDS)), null);
  await fromServer(phone, [{ body: { began: '2020-02-29T10:00+01:00' } }, { kind: 'day', body: { day: '2019-12-31' } }]);
  assert.equal(await phone.on(() => firstDay(USER, KINDS)), '2019-12-31');
  assert.equal(await phone.on(() => firstDay(USER, ['pain'])), '2020-02-29');
  await phone.save('a', { began: '2018-01-01T10:00+01:00' });
  assert.equal(await phone.on(() => firstDay(USER, KINDS)), '2018-01-01');
});

test('the last day up to another one is found over years without an entry', async () => {
  const phone = device();
  await fromServer(phone, [{ body: { began: '2020-02-29T10:00+01:00' } }, { kind: 'day', body: { day: '2019-12-31' } }]);
  const last = (/** @type {string} */ day) => phone.on(() => lastDay(USER, KINDS, day));
  assert.equal(await last('9999-12-31'), '2020-02-29');
  assert.equal(await last('2020-02-29'), '2020-02-29');
  assert.equal(await last('2020-02-28'), '2019-12-31');
  assert.equal(await last('2019-12-30'), null);
  await phone.save('a', { began: '2021-01-01T10:00+01:00' });
  assert.equal(await last('2026-01-01'), '2021-01-01');
  assert.equal(await last('2020-12-31'), '2020-02-29');
});

test('a cramp of the small hours stands on the day that its person still had', async () => {
  const phone = device();
  await fromServer(phone, [{ id: 'late', body: { began: '2026-01-06T01:30+01:00', day: '2026-01-05' } }]);
  assert.deepEqual(await ids(phone, '2026-01-05', '2026-01-05'), ['late']);
  assert.deepEqual(await ids(phone, '2026-01-06', '2026-01-06'), []);
  assert.equal(await phone.on(() => firstDay(USER, KINDS)), '2026-01-05');
});

for (const [waits, upTo, again] of /** @type {[string, number, number][]} */ ([['little', 60, 1], ['much', 400, 2]])) {
  test(`any stretch of days gives what the whole diary has on them, when ${waits} waits`, async () => {
    const phone = device();
    const day = (/** @type {number} */ n) => addDays('2016-02-20', (n * 7919) % 3000);
    await fromServer(
      phone,
      Array.from({ length: 400 }, (_, n) =>
        n % 2 ? { kind: 'day', body: { day: day(n) } } : { body: { began: `${day(n)}T10:00+01:00`, worst: n % 11 } },
      ),
    );
    for (let time = 0; time < again; time += 1) {
      for (let n = 0; n < upTo; n += 3) await phone.save(`s${n}`, { began: `${day(n + 5 + time)}T09:00+01:00`, worst: 1 });
      for (let n = 0; n < upTo; n += 4) await phone.save(`new${n}`, { began: `${day(n + time)}T08:00+01:00`, worst: 2 });
    }
    for (let n = 1; n < upTo; n += 6) await phone.remove(`s${n}`);
    for (let n = 0; n < upTo; n += 12) await phone.remove(`new${n}`);
    const all = await phone.on(() => view(USER));
    for (const [from, to] of [['', '9999-12-31'], [day(3), day(3)], ['2016-02-20', '2017-02-20'], ['2018-01-01', '2020-06-30'], ['2030-01-01', '2031-01-01']]) {
      const expected = all.filter((entry) => dayOfEntry(entry) >= from && dayOfEntry(entry) <= to);
      const shown = await phone.on(() => viewOfDays(USER, KINDS, from, to));
      assert.deepEqual(sorted(shown), sorted(expected), `${from} ${to}`);
    }
    const days = all.map(dayOfEntry).sort();
    assert.ok(String(await phone.on(() => firstDay(USER, KINDS))) <= days[0]);
    assert.ok(String(await phone.on(() => lastDay(USER, KINDS, '9999-12-31'))) >= String(days.at(-1)));
  });
}

/** @param {{id: string}[]} entries */
const sorted = (entries) => [...entries].sort((one, other) => (one.id < other.id ? -1 : 1));

test('a day is counted on the calendar, over leap days and changes of the clock', () => {
  assert.equal(addDays('2024-02-28', 2), '2024-03-01');
  assert.equal(addDays('2026-03-28', 2), '2026-03-30');
  assert.equal(addDays('2026-01-01', -1), '2025-12-31');
  assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
  assert.equal(daysBetween('2026-03-30', '2026-03-28'), -2);
});

/** A database as the first version of the app made it, with one cramp. @param {Device} phone */
function firstVersion(phone) {
  return phone.on(
    () =>
      new Promise((done) => {
        const request = indexedDB.open(`rugwijs-${USER}`, 1);
        request.onupgradeneeded = () => {
          const db = request.result;
          const records = db.createObjectStore('records', { keyPath: 'id' });
          records.put({ id: 'old', kind: 'pain', body: { began: '2026-01-05T10:00+01:00', worst: 3 }, deleted: false, version: 4 });
          db.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true }).createIndex('id', 'id');
          db.createObjectStore('refused', { keyPath: 'op' });
          db.createObjectStore('meta', { keyPath: 'name' });
        };
        request.onsuccess = () => done(request.result.close());
      }),
  );
}

test('a diary of an older version of the app is found by day', async () => {
  const phone = device();
  await firstVersion(phone);
  assert.deepEqual(await ids(phone, '2026-01-05', '2026-01-05'), ['old']);
});

test('the worker, which knows no account, may bring an older diary up to date', async () => {
  const phone = device();
  await firstVersion(phone);
  await phone.on(async () => {
    forget();
    assert.equal(await read(USER, ['records'], (tx) => tx.objectStore('records').count()), 1);
  });
});
