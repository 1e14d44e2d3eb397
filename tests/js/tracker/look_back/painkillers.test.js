import assert from 'node:assert/strict';
import { test } from 'node:test';

import { painkillersOf } from '../../../../static/src/tracker/look_back/painkillers.js';
import { rowsOf } from '../../../../static/src/tracker/look_back/rows.js';
import { painkillersSaid } from '../../../../static/src/tracker/look_back/said.js';
import { cramp, day, randomDiary } from './diaries.js';
import { dutch, english } from './speech.js';

/** @param {import('./diaries.js').Entry[]} entries */
const week = (entries) => painkillersOf(rowsOf(entries, '2026-01-05', '2026-01-11'));

test('a day counts once, whatever was taken and wherever it was written down', () => {
  const taken = week([
    day('2026-01-05', { paracetamol: true, nsaid: true }),
    cramp('2026-01-05', 5, { relief: ['painkiller'] }),
    cramp('2026-01-06', 5, { relief: ['warmth', 'painkiller'] }),
    day('2026-01-07', { paracetamol: false, opioid: true }),
  ]);
  assert.deepEqual([taken.took, taken.not, taken.unknown], [3, 0, 4]);
  assert.deepEqual(taken.kinds, [['paracetamol', 1], ['nsaid', 1], ['opioid', 1]]);
});

test('a no is a day without, and what nobody wrote down is unknown', () => {
  const taken = week([day('2026-01-05', { nsaid: false }), day('2026-01-06', { sitting_h: 8 }), cramp('2026-01-07', 5, { relief: ['warmth'] })]);
  assert.deepEqual([taken.took, taken.not, taken.unknown], [0, 1, 6]);
});

test('a calming pill is no painkiller, and is counted by itself', () => {
  const taken = week([day('2026-01-05', { sedative: true }), day('2026-01-06', { sedative: true, paracetamol: false })]);
  assert.deepEqual([taken.took, taken.not, taken.calming], [0, 1, 2]);
});

test('it is said in days, and what is not known is said too', () => {
  const taken = week([day('2026-01-05', { paracetamol: true }), day('2026-01-06', { paracetamol: false })]);
  assert.equal(
    painkillersSaid(taken, english),
    'In the last 7 days you wrote down a painkiller on 1 day. On 1 day you filled in that you took none. Of 5 days we do not know.',
  );
  assert.equal(painkillersSaid(week([]), dutch), 'Van de laatste 7 dagen weten we het niet: je schreef er niets over op.');
});

test('any diary: every day is one of taken, not taken and unknown', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { entries, from, to } = randomDiary(seed);
    const { days, took, not, unknown } = painkillersOf(rowsOf(entries, from, to));
    assert.equal(took + not + unknown, days);
    const dates = new Set(
      entries
        .filter(({ body }) => ['paracetamol', 'nsaid', 'opioid'].some((key) => body[key]) || String(body.relief).includes('painkiller'))
        .map(({ body }) => String(body.day ?? body.began).slice(0, 10))
        .filter((date) => from <= date && date <= to),
    );
    assert.equal(took, dates.size, `seed ${seed}`);
  }
});
