import assert from 'node:assert/strict';
import { test } from 'node:test';

import { placesOf, sideOf } from '../../../../static/src/tracker/look_back/places.js';
import { catalogue } from '../catalogue.js';
import { cramp, randomDiary } from './diaries.js';

const { zones = {}, legs = {} } = await catalogue();

/** @param {Record<string, any>} body */
const placesIn = (body) => [...(body.zones ?? []), ...Object.keys(body).filter((field) => field.startsWith('at_')).map((field) => field.slice(3))];

/** @param {...string[]} zones of each cramp */
const places = (...zones) => placesOf(zones.map((at, n) => cramp('2026-01-05', n, { zones: at }).body));

test('left is left: every zone is on the side that its name says', () => {
  for (const [zone, name] of Object.entries({ ...zones, ...legs })) {
    const said = name.endsWith(', left') ? 'left' : name.endsWith(', right') ? 'right' : 'middle';
    assert.equal(sideOf(zone), said, zone);
  }
});

test('a cramp counts for each zone, and once for each side', () => {
  const found = places(['low_left', 'buttock_left', 'low_middle'], ['low_left'], ['low_right'], []);
  assert.deepEqual(found.sides, { left: 2, middle: 1, right: 1 });
  assert.equal(found.placed, 3);
  assert.deepEqual(found.places.map(({ zone, times, mean }) => [zone, times, mean]), [
    ['low_left', 2, 0.5],
    ['buttock_left', 1, 0],
    ['low_middle', 1, 0],
    ['low_right', 1, 2],
  ]);
});

test('a cramp that does not say where is nowhere', () => {
  assert.deepEqual(placesOf([cramp('2026-01-05', 3).body]), { places: [], sides: { left: 0, middle: 0, right: 0 }, placed: 0, legs: { times: 0, left: 0, right: 0 }, heats: [] });
});

test('how strong it was is counted for each place, and a place may stand in its field alone', () => {
  const found = placesOf([
    { worst: 8, zones: ['low_left'], at_low_left: 3, at_thigh_left: 1 },
    { worst: 4, at_low_left: 1, at_foot_left: 2, at_foot_right: 0 },
    { worst: 3, zones: ['low_left'] },
  ]);
  const strengths = Object.fromEntries(found.places.map((place) => [place.zone, [place.times, ...place.strengths]]));
  assert.deepEqual(strengths, { low_left: [3, 1, 0, 1], thigh_left: [1, 1, 0, 0], foot_left: [1, 0, 1, 0], foot_right: [1, 0, 0, 0] });
  assert.deepEqual(found.sides, { left: 3, middle: 0, right: 1 });
  assert.deepEqual(found.legs, { times: 2, left: 2, right: 1 });
});

test('the heat runs up to the place with most, and its key names every number once', () => {
  for (const most of [1, 2, 3, 4, 5, 9, 10, 250]) {
    const found = places(...new Array(most).fill(['low_left']), ...new Array(Math.ceil(most / 2)).fill(['low_right']));
    assert.equal(found.places[0].heat, 4);
    const named = found.heats.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
    assert.deepEqual(named, Array.from({ length: most }, (_, n) => n + 1));
    for (const { times, heat } of found.places) {
      assert.ok(found.heats.some((step) => step.heat === heat && step.from <= times && times <= step.to));
    }
  }
});

test('any diary: each zone and side is as often as the cramps that name it', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const cramps = randomDiary(seed).entries.filter(({ kind }) => kind === 'pain').map(({ body }) => body);
    const found = placesOf(cramps);
    const naming = (/** @type {(zone: string) => boolean} */ test) => cramps.filter((body) => placesIn(body).some(test)).length;
    for (const zone of Object.keys({ ...zones, ...legs })) {
      assert.equal(found.places.find((place) => place.zone === zone)?.times ?? 0, naming((one) => one === zone), zone);
    }
    for (const side of /** @type {('left' | 'middle' | 'right')[]} */ (['left', 'middle', 'right'])) {
      assert.equal(found.sides[side], naming((zone) => zone.endsWith(side)), side);
    }
  }
});
