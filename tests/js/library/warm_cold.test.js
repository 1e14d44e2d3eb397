import assert from 'node:assert/strict';
import { test } from 'node:test';

import { begin, pause, resume } from '../../../static/src/library/exercise/run.js';
import { isTime, keepRun, readRun, toOther, turnAt } from '../../../static/src/library/warm_cold/clock.js';
import { Device } from '../device.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 22, 7, 30);
const run = begin(START);

/** @param {number} ms since the start */
function told(ms) {
  const turn = turnAt(run, START + ms);
  return turn.state === 'running' ? `${turn.half} ${turn.left} ${turn.stretch}` : turn.state;
}

test('ten minutes of heat are followed by ten of cold, and then it is over', () => {
  assert.equal(turnAt(null, START).state, 'idle');
  assert.equal(told(0), 'heat 600 begin');
  assert.equal(told(10 * MINUTE - 1), 'heat 1 end');
  assert.equal(told(10 * MINUTE), 'cold 600 begin');
  assert.equal(told(20 * MINUTE - 1), 'cold 1 end');
  assert.equal(told(20 * MINUTE), 'over');
});

test('something is said at the beginning, past the middle and in the last minute', () => {
  assert.deepEqual([0, 299_000, 300_000, 539_000, 540_000].map(told), [
    'heat 600 begin', 'heat 301 begin', 'heat 300 middle', 'heat 61 middle', 'heat 60 end',
  ]);
});

test('that it is over is told for an hour', () => {
  assert.equal(told(80 * MINUTE), 'over');
  assert.equal(told(80 * MINUTE + 1), 'idle');
});

test('a pause takes no time, and is forgotten after a day', () => {
  const paused = pause(run, START + MINUTE);
  const later = turnAt(paused, START + 90 * MINUTE);
  assert.deepEqual([later.state, later.state === 'running' && later.left, later.state === 'running' && later.paused], ['running', 540, true]);
  assert.deepEqual(turnAt(resume(paused, START + 90 * MINUTE), START + 91 * MINUTE), {
    state: 'running', half: 'heat', left: 480, stretch: 'begin', share: 0.1, paused: false,
  });
  assert.equal(turnAt(paused, START + 25 * 60 * MINUTE).state, 'idle');
});

test('to the other half is to its beginning, and a pause stays a pause', () => {
  const skipped = toOther(run, START + MINUTE);
  const cold = turnAt(skipped, START + MINUTE);
  assert.deepEqual([cold.state === 'running' && cold.half, cold.state === 'running' && cold.left], ['cold', 600]);
  const back = turnAt(toOther(skipped, START + 5 * MINUTE), START + 6 * MINUTE);
  assert.deepEqual([back.state === 'running' && back.half, back.state === 'running' && back.left], ['heat', 540]);
  assert.equal(toOther(pause(run, START + MINUTE), START + MINUTE).since, null);
});

test('it is time when the clock goes on by itself, also when nobody looked for a while', () => {
  const [heat, cold, over] = [0, 10, 20].map((minutes) => turnAt(run, START + minutes * MINUTE));
  assert.ok(isTime(heat, cold) && isTime(cold, over) && isTime(heat, over));
  for (const [before, now] of [[heat, heat], [cold, heat], [over, over], [turnAt(null, START), over]]) assert.ok(!isTime(before, now));
});

test('the clock survives the closing of the page, and what is no clock is none', () =>
  new Device('alice', () => Promise.reject(new Error('no network'))).on(async () => {
    assert.equal(readRun(), null);
    keepRun(run);
    assert.deepEqual(readRun(), run);
    keepRun(pause(run, START + MINUTE));
    assert.deepEqual(readRun(), pause(run, START + MINUTE));
    keepRun(null);
    for (const text of ['', 'x', '[]', 'null', '{"began": "now"}', '{"began": 1, "gone": 2, "since": "x"}']) {
      localStorage.setItem('rugwijs-warm-cold', text);
      assert.equal(readRun(), null, text);
    }
  }));
