import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inOrder } from '../../../../static/src/carry/out/in_order.js';
import { fileOf, FORMS } from '../../../../static/src/carry/out/files.js';
import { remember } from '../../../../static/src/store/memory.js';
import { written } from '../../../../static/src/carry/own_format.js';
import { write } from '../../../../static/src/store/database.js';
import { SCHEMA } from '../../../../static/src/sync/engine.js';
import { Device } from '../../device.js';
import { catalogue } from '../../tracker/catalogue.js';

const USER = '11111111-1111-4111-8111-111111111111';
const NOW = new Date('2026-11-25T10:30:00');
const known = await catalogue();
const device = () => new Device(USER, () => Promise.reject(new TypeError('no network')));

/** @param {Device} phone @param {object[]} records as a sync would have put them */
function told(phone, ...records) {
  const whole = records.map((record, n) => ({ kind: 'pain', body: {}, deleted: false, version: n + 1, ...record }));
  return phone.on(() =>
    write(USER, ['records'], async (tx) => {
      for (const record of whole) await tx.objectStore('records').put(/** @type {any} */ (record));
    }),
  );
}

/** @param {Device} phone @returns {Promise<any>} */
async function exported(phone) {
  const content = await phone.on(() => fileOf(USER, FORMS.json, known, () => {}, NOW));
  return content === null ? null : JSON.parse(content.join(''));
}

test('the file holds what the person sees: unsent edits in, deleted entries out', async () => {
  const phone = device();
  await told(
    phone,
    { id: 'a', body: { began: '2026-11-20T08:00+01:00', worst: 3 } },
    { id: 'b', body: { began: '2026-11-21T08:00+01:00', worst: 4 } },
    { id: 'gone', deleted: true },
    { id: 'd', kind: 'day', body: { day: '2026-11-20', stress: 2 } },
  );
  await phone.save('a', { began: '2026-11-20T08:00+01:00', worst: 6, note: 'na <b>het</b> werk 💥' });
  await phone.save('new', { began: '2026-11-19T08:00+01:00', worst: 1 });
  await phone.remove('b');
  const { records, refused, ...about } = await exported(phone);
  assert.deepEqual(about, { format: 'rugwijs', version: 1, schema: SCHEMA, user: USER, made: about.made });
  assert.match(about.made, /^2026-11-25T10:30[+-]\d\d:\d\d$/);
  assert.deepEqual(records, [
    { kind: 'pain', id: 'new', body: { began: '2026-11-19T08:00+01:00', worst: 1 } },
    { kind: 'pain', id: 'a', body: { began: '2026-11-20T08:00+01:00', worst: 6, note: 'na <b>het</b> werk 💥' } },
    { kind: 'day', id: 'd', body: { day: '2026-11-20', stress: 2 } },
  ]);
  assert.equal(refused, undefined);
});

test('an edit that the server did not take goes along beside the records', async () => {
  const phone = device();
  const op = { op: 'x', n: 1, id: 'a', kind: 'pain', base: 0, body: { worst: 11 }, fields: [], deleted: false, saved: 0 };
  const problems = [{ field: 'worst', code: 'out_of_range' }];
  await phone.on(() => write(USER, ['refused'], (tx) => tx.objectStore('refused').put({ ...op, code: 'bad', problems })));
  await phone.save('b', { began: '2026-11-19T08:00+01:00', worst: 1 });
  const { records, refused } = await exported(phone);
  assert.deepEqual(records.map((/** @type {{id: string}} */ { id }) => id), ['b']);
  assert.deepEqual(refused, [{ kind: 'pain', id: 'a', body: { worst: 11 }, problems }]);
});

test('the devices go along as they were told last', async () => {
  const phone = device();
  const devices = [{ device: 'x', name: 'Telefoon', seen_at: '2026-11-20T08:00:00Z' }];
  await phone.on(() => remember(USER, 'devices', { at: 0, devices }));
  await phone.save('b', { began: '2026-11-19T08:00+01:00', worst: 1 });
  assert.deepEqual((await exported(phone)).devices, devices);
});

test('of nothing no file is made', async () => {
  assert.equal(await exported(device()), null);
});

test('a file of many slices and pieces holds each record once', async () => {
  const phone = device();
  const ids = Array.from({ length: 1203 }, (_, n) => String(n).padStart(5, '0'));
  await told(phone, ...ids.map((id) => ({ id, body: { began: '2026-11-20T08:00+01:00', worst: 3 } })));
  /** @type {number[]} */
  const shares = [];
  const content = await phone.on(() => fileOf(USER, FORMS.json, known, (share) => shares.push(share), NOW));
  const { records } = JSON.parse((content ?? []).join(''));
  assert.deepEqual(records.map((/** @type {{id: string}} */ { id }) => id), ids);
  assert.deepEqual(shares, [...shares].sort((one, other) => one - other));
  assert.ok(shares.every((share) => share >= 0 && share <= 1));
});

test('each record has a line of its own', () => {
  const one = { kind: 'pain', id: 'a', body: { note: 'a\nb' }, version: 0, pending: false };
  const text = [...written({ user: USER, schema: 1, made: 'x' }, [one, { ...one, id: 'b' }], [])].join('');
  assert.equal(text.split('\n').length, 6);
  assert.deepEqual(JSON.parse(text.split('\n')[3]), { kind: 'pain', id: 'b', body: { note: 'a\nb' } });
});

test('the same diary gives the same order, whatever came first', () => {
  const entry = (/** @type {string} */ kind, /** @type {string} */ id, /** @type {object} */ body) =>
    ({ kind, id, body: { ...body }, version: 0, pending: false });
  const all = [
    entry('pain', 'b', { began: '2026-11-20T08:00+01:00' }),
    entry('pain', 'a', { began: '2026-11-21T08:00+01:00' }),
    entry('day', 'd', { day: '2026-11-01' }),
    entry('weather', 'c', {}),
  ];
  for (const mixed of [all, [...all].reverse()]) {
    assert.deepEqual(inOrder(mixed, ['pain', 'day']).map(({ id }) => id), ['b', 'a', 'd', 'c']);
  }
});
