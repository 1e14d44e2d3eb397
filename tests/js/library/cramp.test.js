import assert from 'node:assert/strict';
import { test } from 'node:test';

import { breathAt } from '../../../static/src/library/cramp/breathing.js';
import { dropClock, earlier, keepClock, lasted, minutesOf, readClock, timeText } from '../../../static/src/library/cramp/clock.js';
import { dialled } from '../../../static/src/library/cramp/gp.js';
import { keepHere, keptHere, letGoOf } from '../../../static/src/library/cramp/kept.js';
import { crampOf } from '../../../static/src/library/cramp/let_go.js';
import { addToDiary } from '../../../static/src/library/cramp/waiting.js';
import { countdownAt } from '../../../static/src/library/countdown.js';
import { current, forget } from '../../../static/src/store/account.js';
import { pending, view } from '../../../static/src/store/entries.js';
import { check } from '../../../static/src/tracker/check.js';
import { Device } from '../device.js';
import { catalogue } from '../tracker/catalogue.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 22, 7, 30);
process.env.TZ = 'Europe/Amsterdam';

/** @param {Record<string, string | string[]>} fields */
function filled(fields) {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value);
  return form;
}

test('a running time is told in minutes and seconds, and in hours when it takes that long', () => {
  assert.equal(timeText(0), '0:00');
  assert.equal(timeText(65_999), '1:05');
  assert.equal(timeText(59 * MINUTE + 59_000), '59:59');
  assert.equal(timeText(64 * MINUTE + 5_000), '1:04:05');
});

test('a clock runs until the cramp lets go', () => {
  const running = { start: START, end: null };
  assert.equal(lasted(running, START + 90_000), 90_000);
  const ended = { start: START, end: START + 25 * MINUTE };
  assert.equal(lasted(ended, START + 900 * MINUTE), 25 * MINUTE);
  assert.equal(minutesOf(25 * MINUTE + 59_999), 25);
});

test('a cramp that began earlier has lasted longer', () => {
  assert.equal(lasted(earlier({ start: START, end: null }), START), 5 * MINUTE);
});

test('a clock of a device that was put back counts nothing, and none runs over a week', () => {
  assert.equal(lasted({ start: START, end: null }, START - MINUTE), 0);
  assert.equal(minutesOf(lasted({ start: START, end: null }, START + 30 * 24 * 60 * MINUTE)), 10_080);
});

test('a clock survives the closing of the page, until it is forgotten for a week', () =>
  new Device('alice', () => Promise.reject(new Error('no network'))).on(async () => {
    assert.equal(readClock(START), null);
    keepClock({ start: START, end: null });
    assert.deepEqual(readClock(START + MINUTE), { start: START, end: null });
    assert.equal(readClock(START + 8 * 24 * 60 * MINUTE), null);
    assert.equal(readClock(START), null);
    keepClock({ start: START, end: START + MINUTE });
    assert.deepEqual(readClock(START + MINUTE), { start: START, end: START + MINUTE });
    dropClock();
    assert.equal(readClock(START), null);
  }));

test('what is no clock is no clock', () =>
  new Device('alice', () => Promise.reject(new Error('no network'))).on(async () => {
    for (const text of ['', 'x', '{"start": "now"}', '[]', 'null', '{"start": 1, "end": "x"}']) {
      localStorage.setItem('rugwijs-cramp-clock', text);
      assert.equal(readClock(START), null, text);
    }
  }));

test('a breath is four counts in and six counts out', () => {
  const counts = [...Array(11).keys()].map((second) => breathAt(second * 1000 + 500));
  assert.deepEqual(
    counts.map((breath) => breath && `${breath.phase} ${breath.count}`),
    ['in 1', 'in 2', 'in 3', 'in 4', 'out 1', 'out 2', 'out 3', 'out 4', 'out 5', 'out 6', 'in 1'],
  );
});

test('breathing along ends after five minutes', () => {
  assert.deepEqual(breathAt(299_999), { phase: 'out', count: 6 });
  assert.equal(breathAt(300_000), null);
});

test('a countdown runs, is over, and is old news in the end', () => {
  const until = START + 15 * MINUTE;
  assert.deepEqual(countdownAt(null, START, 60 * MINUTE), { state: 'idle', left: 0 });
  assert.deepEqual(countdownAt(until, START, 60 * MINUTE), { state: 'running', left: 15 * MINUTE });
  assert.deepEqual(countdownAt(until, until, 60 * MINUTE), { state: 'over', left: 0 });
  assert.deepEqual(countdownAt(until, until + 61 * MINUTE, 60 * MINUTE), { state: 'idle', left: 0 });
});

test('a number of a GP can be typed as people write it', () => {
  assert.equal(dialled('020-123 45 67'), '0201234567');
  assert.equal(dialled('+31 (0)20.1234567'), '+310201234567');
  for (const typed of ['', '12', 'huisarts', '0900-HULP', 'tel:112', '1'.repeat(16)]) assert.equal(dialled(typed), null, typed);
});

test('what let go is a cramp that the diary takes', async () => {
  const clock = { start: START, end: START + 25 * MINUTE };
  const body = crampOf(clock, filled({ worst: '7', relief: ['warmth', 'other'] }), START);
  assert.deepEqual(body, { began: '2026-11-22T08:30+01:00', worst: 7, minutes: 25, relief: ['warmth', 'other'] });
  assert.deepEqual(check('pain', body, new Date(START), await catalogue()), []);
  assert.deepEqual(Object.keys(crampOf(clock, filled({ worst: '0' }), START)), ['began', 'worst', 'minutes']);
});

test('a cramp of nobody stays here, and is added once when somebody says yes', () =>
  new Device('alice', () => Promise.reject(new Error('no network'))).on(async () => {
    const user = current() ?? '';
    const cramp = { id: crypto.randomUUID(), body: crampOf({ start: START, end: START }, filled({ worst: '3' }), START) };
    keepHere(cramp);
    assert.deepEqual(keptHere(), [cramp]);
    assert.equal(await pending(user), 0);
    await addToDiary(user, keptHere());
    await addToDiary(user, [cramp]);
    assert.deepEqual((await view(user)).map(({ body }) => body), [cramp.body]);
    assert.deepEqual(keptHere(), []);
  }));

test('what another tab keeps meanwhile is not lost, and signing out leaves nothing', () =>
  new Device('alice', () => Promise.reject(new Error('no network'))).on(async () => {
    const [first, second] = [1, 2].map((worst) => ({ id: crypto.randomUUID(), body: { worst } }));
    keepHere(first);
    const offered = keptHere();
    keepHere(second);
    letGoOf(offered);
    assert.deepEqual(keptHere(), [second]);
    keepClock({ start: START, end: null });
    localStorage.setItem('rugwijs-gp', '0201234567');
    forget();
    assert.deepEqual([keptHere(), readClock(START), localStorage.getItem('rugwijs-gp')], [[], null, null]);
  }));
