import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { dayOfEntry } from '../../../../static/src/store/days.js';
import * as entries from '../../../../static/src/store/entries.js';
import { editMany } from '../../../../static/src/store/many.js';
import { clearDays, countsOf, putBack, within } from '../../../../static/src/tracker/clear/clear.js';
import { diaryOf } from '../../carry/diaries.js';
import { Device } from '../../device.js';
import { catalogue } from '../catalogue.js';

const ALICE = '11111111-1111-4111-8111-111111111111';
const { checks = {} } = await catalogue();
const cases = JSON.parse(await readFile(new URL('../../../cases/period.json', import.meta.url), 'utf8'));
const phoneOf = () => new Device(ALICE, () => Promise.reject(new TypeError('no network')));
const cramp = (/** @type {string} */ began, worst = 6) => ({ began, worst });

/** @param {Device} phone @param {{kind: string, id: string, body: any}[]} diary */
const fill = (phone, diary) =>
  phone.on(() =>
    editMany(phone.user, () => ({
      edits: diary.map((entry) => ({ ...entry, fields: Object.keys(entry.body), deleted: false })),
      remember: () => ({}),
    })),
  );

/** What is there, but for what is of no matter here. @param {Device} phone */
async function shown(phone) {
  const all = await phone.on(() => entries.view(phone.user));
  return all.map(({ id, kind, body }) => ({ id, kind, body })).sort((one, other) => (one.id < other.id ? -1 : 1));
}

test('both days are counted, and what is of another day or of none stays', async () => {
  const phone = phoneOf();
  await phone.save('before', cramp('2026-10-01T23:59+02:00'));
  await phone.save('first', cramp('2026-10-02T00:00+02:00'));
  await phone.save('last', cramp('2026-10-04T23:59+02:00'));
  await phone.save('after', cramp('2026-10-05T00:00+02:00'));
  await fill(phone, [{ kind: 'settings', id: 'settings', body: { day_ends: 3 } }]);
  const gone = await phone.on(() => clearDays(ALICE, '2026-10-02', '2026-10-04'));
  assert.deepEqual(gone.map(({ id }) => id).sort(), ['first', 'last']);
  assert.deepEqual((await shown(phone)).map(({ id }) => id), ['after', 'before', 'settings']);
});

test('each is deleted by an edit of its own, that had seen what the person saw', async () => {
  const phone = phoneOf();
  await phone.save('a', cramp('2026-10-02T08:00+02:00'));
  await phone.on(() => clearDays(ALICE, '2026-10-02', '2026-10-02'));
  const ops = await phone.unsent();
  assert.deepEqual(ops.map(({ id, deleted, body }) => ({ id, deleted, body: body === null })), [
    { id: 'a', deleted: false, body: false },
    { id: 'a', deleted: true, body: true },
  ]);
});

for (let seed = 1; seed <= 20; seed += 1) {
  test(`of a random diary the days go and come back, and nothing else changes: ${seed}`, async () => {
    const phone = phoneOf();
    await fill(phone, await diaryOf(seed, ALICE, checks, 60));
    const before = await shown(phone);
    const days = before.map(dayOfEntry).filter(Boolean).sort();
    const [from, to] = [days[Math.floor(days.length / 4)] ?? '', days[Math.floor(days.length / 2)] ?? ''];
    const gone = await phone.on(() => clearDays(ALICE, from, to));
    assert.ok(gone.length > 0);
    const ids = new Set(gone.map(({ id }) => id));
    assert.deepEqual(await shown(phone), before.filter(({ id }) => !ids.has(id)));
    assert.deepEqual(within(/** @type {any} */ (await shown(phone)), from, to), []);
    await phone.on(() => putBack(ALICE, gone));
    assert.deepEqual(await shown(phone), before);
  });
}

test('what was logged anew meanwhile is not overwritten by putting back', async () => {
  const phone = phoneOf();
  await phone.save('a', cramp('2026-10-02T08:00+02:00', 6));
  const gone = await phone.on(() => clearDays(ALICE, '2026-10-02', '2026-10-02'));
  await phone.save('a', cramp('2026-10-02T08:00+02:00', 2));
  await phone.on(() => putBack(ALICE, gone));
  assert.deepEqual(await phone.view(), { a: cramp('2026-10-02T08:00+02:00', 2) });
});

test('with many it tells how far it is', async () => {
  const phone = phoneOf();
  const diary = Array.from({ length: 1000 }, (_, n) => ({ kind: 'pain', id: `c${n}`, body: cramp('2026-10-02T08:00+02:00') }));
  await fill(phone, diary);
  /** @type {number[]} */
  const told = [];
  const gone = await phone.on(() => clearDays(ALICE, '2026-10-02', '2026-10-02', (share) => told.push(share)));
  assert.equal(gone.length, 1000);
  assert.deepEqual(told, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
});

test('it finds and counts the same as the form of the server', () => {
  /** @type {any[]} */
  const all = cases.entries;
  const found = within(all, cases.from, cases.to);
  assert.deepEqual(found, all.filter((entry) => entry.within));
  assert.deepEqual(countsOf(found), cases.counts);
});

test('what goes is counted by what people call it', () => {
  const kinds = ['pain', 'pain', 'day', 'exercise', 'tip', 'tried'];
  const all = kinds.map((kind, n) => ({ id: String(n), kind, body: {}, version: 0, pending: false }));
  assert.deepEqual(countsOf(all), { pain: 2, day: 1, exercise: 1, rest: 2 });
});
