/** How far somebody is with heat and cold, by the clock: a page that was closed loses nothing. */
import { elapsed } from '../exercise/run.js';
import { at, lengthOf, timelineOf } from '../exercise/timeline.js';

/**
 * @typedef {import('../exercise/run.js').Run} Run
 * @typedef {'heat' | 'cold'} Half
 * @typedef {'begin' | 'middle' | 'end'} Stretch
 * @typedef {{state: 'idle'} | {state: 'over'}
 *   | {state: 'running', half: Half, left: number, stretch: Stretch, share: number, paused: boolean}} Turn
 *   left: seconds of this half, from 600 down to 1; share: of the whole, 0 to 1
 */

const NAME = 'rugwijs-warm-cold';
const MINUTE = 60_000;
const HALF = 10 * MINUTE;
const OLD = 60 * MINUTE;
const FORGOTTEN = 24 * 60 * MINUTE;
const HALVES = timelineOf({
  id: '', prepare: 0, sets: 1, repetitions: 1, rest: 0, sides: false, breath: false,
  moves: [10, 10].map((minutes) => ({ seconds: minutes * 60, position: 1, text: '' })),
});

/** Where it stands; over is told for an hour, and a pause is forgotten after a day. @param {Run | null} run @param {number} now @returns {Turn} */
export function turnAt(run, now) {
  if (run === null || now - run.began > FORGOTTEN) return { state: 'idle' };
  const gone = elapsed(run, now);
  const { index, left, done } = at(HALVES, gone);
  if (done) return { state: gone - lengthOf(HALVES) > OLD ? 'idle' : 'over' };
  const half = index === 0 ? 'heat' : 'cold';
  return { state: 'running', half, left, stretch: stretchOf(left), share: gone / lengthOf(HALVES), paused: run.since === null };
}

/** To the beginning of the other half; a pause stays a pause. @param {Run} run @param {number} now @returns {Run} */
export function toOther(run, now) {
  const gone = elapsed(run, now) < HALF ? HALF : 0;
  return { ...run, gone, since: run.since === null ? null : now };
}

/** Whether the clock itself went on to another half, or came to its end. @param {Turn} before @param {Turn} now */
export function isTime(before, now) {
  if (before.state !== 'running') return false;
  return now.state === 'over' || (now.state === 'running' && before.half === 'heat' && now.half === 'cold');
}

/** The run of this device. @returns {Run | null} */
export function readRun() {
  try {
    const { began, gone, since } = JSON.parse(localStorage.getItem(NAME) ?? 'null') ?? {};
    const whole = [began, gone, since ?? 0].every(Number.isFinite);
    return whole ? { began, gone, since: since ?? null } : null;
  } catch {
    return null;
  }
}

/** @param {Run | null} run null: none any more */
export function keepRun(run) {
  if (run === null) localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, JSON.stringify(run));
}

/** @param {number} left seconds @returns {Stretch} */
function stretchOf(left) {
  if (left > 300) return 'begin';
  return left > 60 ? 'middle' : 'end';
}
