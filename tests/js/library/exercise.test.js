import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bodyOf } from '../../../static/src/library/exercise/record.js';
import { begin, elapsed, pause, resume } from '../../../static/src/library/exercise/run.js';
import { phaseText, placeText, positionOf } from '../../../static/src/library/exercise/said.js';
import { at, lengthOf, timelineOf } from '../../../static/src/library/exercise/timeline.js';
import { clock } from '../../../static/src/library/exercise/view.js';
import { en } from '../../../static/src/ui/words/en.js';

/** @type {import('../../../static/src/library/exercise/timeline.js').Guide} */
const PLAIN = {
  id: 'X02', prepare: 10, sets: 2, repetitions: 3, rest: 30, sides: false, breath: false,
  moves: [{ seconds: 4, position: 2, text: 'Up' }, { seconds: 3, position: 1, text: 'Down' }],
};
const SIDES = { ...PLAIN, repetitions: 1, rest: 15, sides: true, moves: [{ seconds: 20, position: 2, text: 'Hold' }] };
const plain = timelineOf(PLAIN);

/** @param {import('../../../static/src/library/exercise/timeline.js').Phase[]} timeline */
const kinds = (timeline) => timeline.map(({ kind }) => kind);

test('every set has all its repetitions, with a rest between the sets and none after the last', () => {
  const set = Array(6).fill('move');
  assert.deepEqual(kinds(plain), ['prepare', ...set, 'rest', ...set]);
  assert.equal(lengthOf(plain), (10 + 21 + 30 + 21) * 1000);
});

test('with sides every set is done left and then right', () => {
  const timeline = timelineOf(SIDES);
  assert.deepEqual(kinds(timeline), ['prepare', 'move', 'swap', 'move', 'rest', 'move', 'swap', 'move']);
  const sides = timeline.filter(({ kind }) => kind === 'move').map(({ side }) => side);
  assert.deepEqual(sides, ['first', 'second', 'first', 'second']);
});

test('no phase lasts no time', () => {
  assert.deepEqual(kinds(timelineOf({ ...SIDES, rest: 0, prepare: 0 })), ['move', 'swap', 'move', 'move', 'swap', 'move']);
});

test('the count goes down to 1 and never shows 0', () => {
  assert.deepEqual([0, 1, 9_000, 9_001, 9_999].map((ms) => at(plain, ms).left), [10, 10, 1, 1, 1]);
  assert.deepEqual(at(plain, 10_000), { index: 1, left: 4, done: false, sets: 0 });
});

test('a set counts when its last move is over, also during the rest', () => {
  assert.equal(at(plain, 30_999).sets, 0);
  assert.equal(at(plain, 31_000).sets, 1);
  assert.equal(at(plain, 61_000).sets, 1);
  assert.deepEqual(at(plain, 82_000), { index: plain.length - 1, left: 0, done: true, sets: 2 });
});

test('a set with sides counts when both are done', () => {
  const timeline = timelineOf(SIDES);
  assert.equal(at(timeline, 34_000).sets, 0);
  assert.equal(at(timeline, 55_000).sets, 1);
});

test('the clock decides, however rarely it is looked at', () => {
  const run = begin(1_000);
  assert.equal(elapsed(run, 1_000), 0);
  assert.equal(elapsed(run, 83_000), 82_000);
  assert.equal(at(plain, elapsed(run, 10_000_000)).done, true);
});

test('a pause takes no time, and going on twice is going on once', () => {
  const paused = pause(begin(0), 5_000);
  assert.equal(elapsed(paused, 60_000), 5_000);
  const on = resume(resume(paused, 60_000), 61_000);
  assert.equal(elapsed(on, 62_000), 7_000);
  assert.equal(on.began, 0);
});

test('a clock that is set back undoes nothing', () => {
  assert.equal(elapsed({ began: 0, gone: 4_000, since: 10_000 }, 3_000), 4_000);
});

test('every phase has words, a place and a drawing', () => {
  const timeline = timelineOf(SIDES);
  const said = timeline.map((phase) => phaseText(phase, SIDES, en.exercise));
  assert.deepEqual(said.slice(0, 5), ['Get ready, start with the left', 'Hold', 'Change sides', 'Hold', 'Rest for a moment']);
  assert.equal(placeText(timeline[3], SIDES, en.exercise), 'round 1 of 2 · right');
  assert.equal(placeText(plain[3], PLAIN, en.exercise), 'round 1 of 2 · time 2 of 3');
  assert.deepEqual([positionOf(timeline[0], SIDES), positionOf(timeline[1], SIDES)], [1, 2]);
});

test('long counts are shown as minutes', () => {
  assert.deepEqual([3, 119, 120, 599].map(clock), ['3', '119', '2:00', '9:59']);
});

test('what was not asked or answered is absent from the entry', () => {
  const began = new Date('2026-11-22T08:30:00').getTime();
  const body = bodyOf({ exercise: 'X01', began, sets: 2, before: null, after: 0 });
  assert.match(String(body.began), /^2026-11-22T08:30[+-]\d\d:\d\d$/);
  assert.deepEqual({ ...body, began: '' }, { exercise: 'X01', began: '', sets: 2, after: 0 });
});
