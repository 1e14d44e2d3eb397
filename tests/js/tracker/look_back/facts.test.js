import assert from 'node:assert/strict';
import { test } from 'node:test';

import { factsOf, FEW, median } from '../../../../static/src/tracker/look_back/facts.js';
import { chanceOf, cramp, randomDiary } from './diaries.js';

/** @param {import('./diaries.js').Entry[]} entries */
const facts = (entries) => factsOf(entries.map(({ body }) => body));

test('no cramps, no facts', () => {
  assert.deepEqual(facts([]), { cramps: 0, parts: [0, 0, 0, 0], lasted: { times: 0, middle: null, known: 0 }, relief: [] });
});

test('the part of the day is by the clock of the person, also abroad and in summer', () => {
  const began = ['T00:00+01:00', 'T05:59-11:00', 'T06:00+02:00', 'T11:59+14:00', 'T12:00+00:00', 'T18:00+05:30', 'T23:59-08:00'];
  assert.deepEqual(facts(began.map((time) => cramp(`2026-07-05${time}`, 3))).parts, [2, 2, 1, 2]);
});

test('how long is the middle one, and only of five or more', () => {
  const lasting = (/** @type {number[]} */ ...minutes) => facts(minutes.map((figure) => cramp('2026-01-05', 3, { minutes: figure }))).lasted;
  assert.deepEqual(lasting(10, 20, 30, 40), { times: 4, middle: null, known: 4 });
  assert.deepEqual(lasting(40, 10, 20, 300, 0), { times: 5, middle: 20, known: 5 });
  assert.deepEqual(lasting(40, 10, 20, 300, 0, 30), { times: 6, middle: 25, known: 6 });
});

test('a cramp that does not say how long is not in the middle', () => {
  const entries = [5, 6, 7, 8, 9].map((minutes) => cramp('2026-01-05', 3, { minutes }));
  assert.deepEqual(facts([...entries, cramp('2026-01-05', 3)]).lasted, { times: 6, middle: 7, known: 5 });
});

test('what helped is counted for each choice, the most chosen first', () => {
  const found = facts([
    ...[5, 10, 15, 20, 25].map((minutes) => cramp('2026-01-05', 3, { relief: ['warmth', 'walking'], minutes })),
    cramp('2026-01-05', 3, { relief: ['walking'] }),
    cramp('2026-01-05', 3, { relief: ['lying'], minutes: 3 }),
    cramp('2026-01-05', 3, { relief: ['nothing_yet'], minutes: 3 }),
    cramp('2026-01-05', 3),
  ]);
  assert.deepEqual(found.relief, [
    { key: 'walking', times: 6, middle: 15, known: 5 },
    { key: 'warmth', times: 5, middle: 15, known: 5 },
    { key: 'lying', times: 1, middle: null, known: 1 },
  ]);
});

test('the median leaves its figures as they were, and is one of them or between two', () => {
  const chance = chanceOf(7);
  for (let run = 0; run < 200; run += 1) {
    const figures = Array.from({ length: 1 + Math.floor(chance() * 9) }, () => Math.floor(chance() * 50));
    const before = [...figures];
    const middle = Number(median(figures));
    assert.deepEqual(figures, before);
    assert.ok(figures.filter((figure) => figure <= middle).length * 2 >= figures.length);
    assert.ok(figures.filter((figure) => figure >= middle).length * 2 >= figures.length);
  }
  assert.equal(median([]), null);
});

test('any diary: the parts of the day add up, and each relief is as often as it was chosen', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const cramps = randomDiary(seed).entries.filter(({ kind }) => kind === 'pain').map(({ body }) => body);
    const found = factsOf(cramps);
    assert.equal(found.parts.reduce((total, part) => total + part, 0), cramps.length);
    for (const { key, times, known, middle } of found.relief) {
      const here = cramps.filter(({ relief }) => Array.isArray(relief) && relief.includes(key));
      assert.equal(times, here.length);
      assert.equal(known, here.filter(({ minutes }) => minutes !== undefined).length);
      assert.equal(middle === null, known < FEW);
    }
  }
});
