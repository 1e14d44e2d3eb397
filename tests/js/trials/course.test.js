// The cases are those of Python: tests/unit/trials/test_course.py reads the same file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { dueOn, lastOf, lately, longer, looksOf, over, runs, trialsOf } from '../../../static/src/trials/course.js';
import { LONGEST, LOOKS, newSeed, PAIRS, plan } from '../../../static/src/trials/design.js';

const cases = JSON.parse(await readFile(new URL('../../cases/trials.json', import.meta.url), 'utf8'));

test('the device draws the order that the server draws', () => {
  for (const { seed, block, pairs, days } of cases.orders) {
    assert.equal(plan(seed, block, pairs).map((on) => (on ? '+' : '-')).join(''), days, `${seed} ${block} ${pairs}`);
  }
});

test('lengths and looks are those of the server', () => {
  assert.deepEqual([PAIRS, LONGEST, LOOKS], [cases.pairs, cases.longest, cases.looks]);
});

test('a seed is a whole number that the server takes', () => {
  const seeds = Array.from({ length: 200 }, newSeed);
  assert.ok(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32));
  assert.ok(new Set(seeds).size > 190);
});

for (const { says, records, trials, days } of cases.courses) {
  test(`a trial goes as on the server: ${says}`, () => {
    const found = trialsOf(records);
    assert.deepEqual(found.map((trial) => ({ began: trial.began, last: lastOf(trial), ended: trial.ended, looks: looksOf(trial) })), trials);
    for (const { day, over: past, runs: running, due } of days) {
      assert.deepEqual(found.map((trial) => over(trial, day)), past, day);
      assert.deepEqual(found.map((trial) => runs(trial, day)), running, day);
      const asked = dueOn(records, day);
      assert.deepEqual(asked && { habit: asked.trial.habit, began: asked.trial.began, on: asked.on, did: asked.did }, due, day);
    }
  });
}

test('one goes on to the next look, until three days after the plan, and not for ever', () => {
  const trial = (/** @type {object} */ more) => trialsOf([{ kind: 'trial', body: { habit: 'walk', began: '2026-09-01', seed: 7, block: 3, pairs: 7, ...more } }])[0];
  assert.deepEqual(longer(trial({}), '2026-10-07'), { days: 48, pairs: 8 });
  assert.deepEqual(longer(trial({}), '2026-10-15'), { days: 48, pairs: 8 });
  assert.equal(longer(trial({}), '2026-10-16'), null);
  assert.deepEqual(longer(trial({ pairs: 8 }), '2026-10-15'), { days: 60, pairs: 10 });
  assert.equal(longer(trial({ pairs: 10 }), '2026-10-15'), null);
  assert.deepEqual(longer(trial({ block: 7, pairs: 3 }), '2026-10-10'), { days: 56, pairs: 4 });
  assert.equal(longer(trial({ ended: '2026-10-01' }), '2026-10-02'), null);
});

test('the week before a day can still be told, as far as the trial ran, and what was not told is missing', () => {
  const began = { kind: 'trial', body: { habit: 'walk', began: '2026-09-01', seed: 7, block: 3, pairs: 7 } };
  const tried = (/** @type {string} */ day, /** @type {boolean} */ did, trial = '2026-09-01') => ({ kind: 'tried', body: { trial, day, did } });
  const [trial] = trialsOf([began]);
  const on = (/** @type {number} */ place) => trial.order[place];
  assert.deepEqual(lately([began], trial, '2026-09-01'), []);
  assert.deepEqual(lately([began, tried('2026-09-01', false), tried('2026-09-02', true, '2026-08-01')], trial, '2026-09-03'), [
    { day: '2026-09-02', on: on(1), did: null },
    { day: '2026-09-01', on: on(0), did: false },
  ]);
  const week = lately([began], trial, '2026-09-20');
  assert.deepEqual([week.length, week[0].day, week[6].day], [7, '2026-09-19', '2026-09-13']);
  assert.ok(week.every(({ did }) => did === null));
  assert.deepEqual(week.map((late) => late.on), [18, 17, 16, 15, 14, 13, 12].map(on));
  // The plan ends on 12 October; a trial that was stopped asks nothing of that day or later.
  assert.deepEqual(lately([began], trial, '2026-10-17').map(({ day }) => day), ['2026-10-12', '2026-10-11', '2026-10-10']);
  assert.deepEqual(lately([began], { ...trial, ended: '2026-09-03' }, '2026-09-05').map(({ day }) => day), ['2026-09-02', '2026-09-01']);
});
