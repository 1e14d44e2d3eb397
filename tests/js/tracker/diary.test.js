import assert from 'node:assert/strict';
import { test } from 'node:test';

import { byDay } from '../../../static/src/tracker/by_day.js';
import { described } from '../../../static/src/tracker/described.js';
import { saidOfCramp, unknownDays } from '../../../static/src/tracker/no_cramp.js';
import { en } from '../../../static/src/ui/words/en.js';
import { catalogue } from './catalogue.js';

const known = await catalogue();

/** @param {string} kind @param {Record<string, unknown>} body */
const entry = (kind, body) => ({ id: JSON.stringify(body), kind, body, version: 1, pending: false });

test('the diary is by day, newest first, and a day stands above its cramps', () => {
  const days = byDay([
    entry('pain', { began: '2026-01-05T08:30+01:00', worst: 3 }),
    entry('profile', { pregnant: true }),
    entry('day', { day: '2026-01-05' }),
    entry('pain', { began: '2026-01-05T21:00+01:00', worst: 5 }),
    entry('tip', { tip: 'T06', day: '2026-01-05' }),
    entry('marks', { kept_B04: true }),
    entry('exercise', { exercise: 'X01', began: '2026-01-05T12:00+01:00', sets: 2, worst: 'X01' }),
    entry('day', { day: '2026-01-06' }),
  ]);
  assert.deepEqual(
    days.map(([day, entries]) => [day, entries.map(({ body }) => body.worst ?? 'day')]),
    [
      ['2026-01-06', ['day']],
      ['2026-01-05', ['day', 5, 'X01', 3]],
    ],
  );
});

test('a cramp of abroad stands on the day that its person had', () => {
  const [[day]] = byDay([entry('pain', { began: '2026-01-05T23:30-08:00', worst: 3 })]);
  assert.equal(day, '2026-01-05');
});

test('a cramp is told in words', () => {
  const told = described(
    entry('pain', { began: '2026-01-05T08:30+01:00', worst: 6, zones: ['low_left', 'buttock_middle'], feel: ['dull'], minutes: 85, note: 'x' }),
    known,
    en,
  );
  assert.equal(told.title, 'Cramp, pain 6 out of 10');
  assert.equal(told.time, '08:30');
  assert.deepEqual(told.lines, [
    ['Lasted', '1 hour 25 minutes'],
    ['Where', 'lower back, left; tailbone'],
    ['Felt', 'dull'],
    ['Note', 'x'],
  ]);
});

test('a day tells what is known and nothing else', () => {
  const told = described(
    entry('day', { day: '2026-01-05', no_cramp: true, sleep_h: 7.5, stress: 0, strength: false, heavy_lifting: 0 }),
    known,
    en,
  );
  assert.equal(told.title, 'My day: no cramp');
  assert.deepEqual(told.lines, [
    ['Strength exercises', 'no'],
    ['Heavy lifting', 'none'],
    ['Stress', '0 of 10'],
    ['Sleep', '7.5 hours'],
  ]);
});

test('a done exercise is told by its name', () => {
  const body = { exercise: 'X01', began: '2026-01-05T08:30+01:00', sets: 2, after: 0 };
  const told = described(entry('exercise', body), { ...known, exercises: { X01: 'Cat and cow' } }, en);
  assert.deepEqual(told, { title: 'Exercise: Cat and cow', time: '08:30', lines: [['Rounds', '2'], ['Pain after', '0 of 10']] });
  assert.equal(described(entry('exercise', body), known, en).title, 'Exercise: X01');
});

test('of cramp today is said: a cramp, none, or nothing', () => {
  const none = entry('day', { day: '2026-01-05', no_cramp: true });
  const cramp = entry('pain', { began: '2026-01-05T08:30+01:00', worst: 3 });
  assert.equal(saidOfCramp([], '2026-01-05'), null);
  assert.equal(saidOfCramp([entry('day', { day: '2026-01-05' })], '2026-01-05'), null);
  assert.equal(saidOfCramp([none], '2026-01-05'), 'none');
  assert.equal(saidOfCramp([none, cramp], '2026-01-05'), 'cramp');
  assert.equal(saidOfCramp([none, cramp], '2026-01-06'), null);
});

test('of a week the days are counted of which nobody knows, from the first that was logged', () => {
  const days = ['2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05', '2026-01-06'];
  const slept = entry('day', { day: '2026-01-03', sleep_h: 7 });
  const none = entry('day', { day: '2026-01-05', no_cramp: true });
  const cramp = entry('pain', { began: '2026-01-06T08:30+01:00', worst: 4 });
  assert.equal(unknownDays([], days), 0);
  assert.equal(unknownDays([cramp], days), 0);
  assert.equal(unknownDays([none, cramp], days), 0);
  assert.equal(unknownDays([slept, none, cramp], days), 2);
  assert.equal(unknownDays([slept], days), 4);
});
