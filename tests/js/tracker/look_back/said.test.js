import assert from 'node:assert/strict';
import { test } from 'node:test';

import { factsOf } from '../../../../static/src/tracker/look_back/facts.js';
import { placesOf } from '../../../../static/src/tracker/look_back/places.js';
import { rowsOf } from '../../../../static/src/tracker/look_back/rows.js';
import { factorSaid, lengthSaid, painSaid, partsSaid, placesSaid } from '../../../../static/src/tracker/look_back/said.js';
import { catalogue } from '../catalogue.js';
import { cramp, day } from './diaries.js';
import { dutch, english } from './speech.js';

const { factors = {}, zones: back = {}, legs = {} } = await catalogue();
const zones = { ...back, ...legs };
const WEEK = ['2026-01-05', '2026-01-11'];

/** @param {import('./diaries.js').Entry[]} entries */
const week = (entries) => rowsOf(entries, WEEK[0], WEEK[1]);
/** @param {number} many @param {Record<string, unknown>} [more] */
const cramps = (many, more) => Array.from({ length: many }, (_, n) => cramp(`2026-01-0${5 + (n % 5)}T0${n % 10}:00+01:00`, n % 11, more));
/** @param {import('./diaries.js').Entry[]} entries */
const bodies = (entries) => entries.map(({ body }) => body);

test('the pain of a period is said with its days, its worst and its average', () => {
  const rows = week([...[8, 3, 5, 4, 4].map((worst) => cramp('2026-01-06', worst)), day('2026-01-07', { no_cramp: true })]);
  assert.equal(
    painSaid(rows, english),
    'From 5 January 2026 to 11 January 2026. Cramp on 1 day, no cramp on 1 day. Of 5 days we do not know. ' +
      'The worst pain was 8 out of 10, on 6 January 2026. A cramp was 4.8 out of 10 on average.',
  );
  assert.match(painSaid(rows, dutch), /^Van 5 januari 2026 tot en met 11 januari 2026\. .* Gemiddeld was een kramp 4,8 van 10\.$/);
});

test('of fewer than five cramps no average is said', () => {
  assert.match(painSaid(week(cramps(4)), english), /4 cramps are too few for an average\.$/);
  assert.match(painSaid(week(cramps(1)), dutch), /1 kramp is te weinig voor een gemiddelde\.$/);
  assert.match(painSaid(week(cramps(5)), english), /on average\.$/);
});

test('without a cramp nothing is said of pain, and of no days nothing is unknown', () => {
  const all = ['05', '06', '07', '08', '09', '10', '11'].map((date) => day(`2026-01-${date}`, { no_cramp: true }));
  assert.match(painSaid(week(all), english), /no cramp on 7 days\. Every day is known\.$/);
  assert.match(painSaid(week([]), english), /Cramp on 0 days, no cramp on 0 days\. Of 7 days we do not know\.$/);
});

test('a number has its range and mean, and a mean only of five days or more', () => {
  const hours = (/** @type {number} */ many) => week(Array.from({ length: many }, (_, n) => day(`2026-01-0${5 + n}`, { sitting_h: 4 + n / 2 })));
  assert.match(factorSaid(hours(5), 'sitting_h', factors.sitting_h, english), /known on 5 of 7 days\. Lowest 4 \S+, highest 6 \S+\. 5 \S+ on average\./);
  assert.doesNotMatch(factorSaid(hours(4), 'sitting_h', factors.sitting_h, english), /average/);
});

test('a yes and a choice are said by how many days', () => {
  const rows = week([day('2026-01-05', { strength: true, heavy_lifting: 2 }), day('2026-01-06', { strength: false, heavy_lifting: 0 })]);
  assert.match(factorSaid(rows, 'strength', factors.strength, english), /known on 2 of 7 days\. Strength exercises: on 1 day\./);
  assert.match(factorSaid(rows, 'heavy_lifting', factors.heavy_lifting, english), /Heavy lifting: some or more: on 1 day\./);
  assert.match(factorSaid(rows, 'strength', factors.strength, english), /do not yet know if one comes from the other\.$/);
});

test('left, middle and right are said, and the place with most cramps', () => {
  const at = cramps(6, { zones: ['low_left'] }).concat(cramps(2, { zones: ['mid_right', 'low_middle'] }));
  const said = placesSaid(placesOf(bodies(at)), at.length, zones, english);
  assert.equal(said, '8 of 8 cramps say where. Left 6 times, middle 2 times, right 2 times. Most cramps: lower back, left (6 times).');
});

test('of fewer than five places nothing is concluded', () => {
  const said = placesSaid(placesOf(bodies(cramps(4, { zones: ['low_left'] }))), 9, zones, english);
  assert.equal(said, '4 of 9 cramps say where. Left 4 times, middle 0 times, right 0 times. Too few to say anything: 4 times.');
  assert.equal(placesSaid(placesOf([]), 3, zones, english), 'No cramp says where it was.');
});

test('what ran into a leg is said, left and right', () => {
  const at = [...cramps(3, { zones: ['low_left'], at_low_left: 1, at_foot_left: 2 }), ...cramps(2, { at_calf_left: 0, at_calf_right: 0 })];
  assert.match(placesSaid(placesOf(bodies(at)), 5, zones, english), /In 5 of them it ran into a leg: 5 times left, 2 times right\./);
  assert.match(placesSaid(placesOf(bodies(at)), 5, zones, dutch), /Bij 5 daarvan liep het door in een been: links 5 keer, rechts 2 keer\./);
  assert.doesNotMatch(placesSaid(placesOf(bodies(cramps(5, { zones: ['low_left'] }))), 5, zones, english), /leg/);
});

test('pain that was there all day is said by itself, with a mean only of five days', () => {
  const all = (/** @type {number[]} */ ...figures) => week(figures.map((background, n) => day(`2026-01-0${5 + n}`, { background })));
  assert.match(painSaid(all(3, 4), english), /Pain that was there all day: filled in on 2 days, from 3 to 4\.$/);
  assert.match(painSaid(all(3, 3, 3, 3, 3), english), /filled in on 5 days, always 3\. It was 3 out of 10 on average\.$/);
  assert.match(painSaid(all(3, 4, 4, 4, 6), dutch), /op 5 dagen ingevuld, van 3 tot 6\. Die was gemiddeld 4,2 van 10\.$/);
  assert.doesNotMatch(painSaid(week(cramps(5)), english), /all day/);
});

test('the part of the day with most cramps is said, and both when they are even', () => {
  const at = (/** @type {string[]} */ ...hours) => partsSaid(factsOf(bodies(hours.map((hour) => cramp(`2026-01-05T${hour}:00+01:00`, 3)))), english);
  assert.equal(at('07', '08', '09', '20', '23'), 'Most began in the morning: 3 of 5.');
  assert.equal(at('07', '08', '09', '20', '23', '21'), 'Most began in the morning and in the evening: 6 of 6.');
  assert.equal(at('07', '08', '09', '10'), 'Too few to say anything: 4 times.');
});

test('how long is said of those that say it', () => {
  const lasting = (/** @type {number} */ many) => lengthSaid(factsOf([...bodies(cramps(many, { minutes: 90 })), ...bodies(cramps(2))]), english);
  assert.equal(lasting(5), 'The middle cramp lasted 1 hour 30 minutes. Half were shorter, half were longer. 5 of 7 cramps say how long.');
  assert.equal(lasting(4), 'Too few to say anything: 4 times. 4 of 6 cramps say how long.');
  assert.equal(lasting(0), 'No cramp says how long it lasted.');
});
