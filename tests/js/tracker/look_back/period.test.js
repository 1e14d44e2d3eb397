import assert from 'node:assert/strict';
import { test } from 'node:test';

import { save } from '../../../../static/src/store/entries.js';
import { PERIODS } from '../../../../static/src/tracker/look_back/dates.js';
import { countPeriod, readAll } from '../../../../static/src/tracker/look_back/period.js';
import { Device } from '../../device.js';
import { cramp, day } from './diaries.js';

const USER = '11111111-1111-4111-8111-111111111111';
const [FIRST, TODAY] = ['2023-01-31', '2026-03-01'];
const ENTRIES = [cramp(FIRST, 3), cramp('2025-03-02', 9), cramp('2026-02-10', 5), cramp(TODAY, 2), day('2026-02-16', { no_cramp: true })];

const phone = new Device(USER, () => Promise.reject(new TypeError('no network')));
await phone.on(() => Promise.all(ENTRIES.map(({ id, kind, body }) => save(USER, { kind, id, body }))));
const all = await phone.on(() => readAll(USER, TODAY, FIRST));

for (const period of PERIODS) {
  test(`what was read ahead is enough for the period "${period}", and counts the same`, async () => {
    const read = await phone.on(() => countPeriod(USER, period, TODAY, FIRST, null));
    const { read: kept, counted } = await phone.on(() => countPeriod(USER, period, TODAY, FIRST, all));
    assert.equal(kept, all);
    assert.deepEqual(counted, read.counted);
  });
}

test('what was read for a short period is not enough for a longer one', async () => {
  const { read } = await phone.on(() => countPeriod(USER, '14', TODAY, FIRST, null));
  const { counted } = await phone.on(() => countPeriod(USER, 'all', TODAY, FIRST, read));
  assert.deepEqual(counted.cramps.map(({ worst }) => worst).sort(), [2, 3, 5, 9]);
});
