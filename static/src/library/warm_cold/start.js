/** The clock of heat and cold: it runs, changes over with a sound, and says when it is enough. */
import { current } from '../../store/account.js';
import { viewOf } from '../../store/entries.js';
import { profileId } from '../../store/identity.js';
import { lang } from '../../ui/words.js';
import { warmCold } from '../../ui/words/warm_cold.js';
import { readyBell, ring } from '../bell.js';
import { timeText } from '../cramp/clock.js';
import { onPress, part, showState } from '../cramp/parts.js';
import { screenLock } from '../exercise/awake.js';
import { begin, pause, resume } from '../exercise/run.js';
import { isTime, keepRun, readRun, toOther, turnAt } from './clock.js';

/**
 * @typedef {import('./clock.js').Turn} Turn
 * @typedef {import('./clock.js').Run} Run
 * @typedef {{place: HTMLElement, lock: ReturnType<typeof screenLock>, before: Turn | null}} Here
 *   before: what was shown last, unless a button changed it since
 */

const OFTEN = 500;
const say = warmCold[lang];

export function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('warm-cold'));
  /** @type {Here} */
  const here = { place, lock: screenLock(), before: null };
  place.addEventListener('click', readyBell);
  onPress(place, {
    start: () => change(here, (_, now) => begin(now), '[data-do="pause"]'),
    pause: () => change(here, (run, now) => run && pause(run, now), '[data-do="resume"]'),
    resume: () => change(here, (run, now) => run && resume(run, now), '[data-do="pause"]'),
    skip: () => change(here, (run, now) => run && toOther(run, now), '[data-do="skip"]'),
    stop: () => change(here, () => null, '[data-do="start"]'),
  });
  comeBack(here);
  void warnNumb(place);
  place.hidden = false;
  setInterval(() => look(here), OFTEN);
  document.addEventListener('visibilitychange', () => comeBack(here));
  // Another tab of this page has the same clock.
  addEventListener('storage', () => look(here));
}

/** Whoever told that the skin feels little, is told that this is not for them. @param {HTMLElement} place */
async function warnNumb(place) {
  const user = current();
  const profile = user && (await viewOf(user, await profileId(user)).catch(() => null));
  if (!profile || profile.body.numb_skin !== true) return;
  const notice = part(place, '#numb');
  notice.textContent = say.numb;
  notice.hidden = false;
}

/** @param {Here} here @param {(run: Run | null, now: number) => Run | null} next @param {string} focus what the keyboard goes on from */
function change(here, next, focus) {
  keepRun(next(readRun(), Date.now()));
  here.before = null;
  comeBack(here);
  part(here.place, focus).focus();
}

/** The browser lets the screen go off by itself when a page is hidden. @param {Here} here */
function comeBack(here) {
  const turn = look(here);
  if (turn.state === 'running' && !turn.paused && document.visibilityState === 'visible') void here.lock.hold();
}

/** @param {Here} here */
function look(here) {
  const turn = turnAt(readRun(), Date.now());
  if (here.before && isTime(here.before, turn)) ring();
  here.before = turn;
  draw(here.place, turn);
  if (turn.state !== 'running' || turn.paused) here.lock.release();
  return turn;
}

/** @param {HTMLElement} place @param {Turn} turn */
function draw(place, turn) {
  const half = turn.state === 'running' ? turn.half : null;
  showState(place, half ? 'running' : 'idle');
  if (turn.state === 'running') drawRunning(place, turn);
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll('[data-half]'))) {
    if (one.dataset.half === half) one.setAttribute('aria-current', 'step');
    else one.removeAttribute('aria-current');
  }
  const told = part(place, '.told');
  const text = textOf(turn);
  // The same words again would be read aloud again.
  if (told.textContent !== text) told.textContent = text;
  told.className = turn.state === 'over' ? 'told notice good' : 'told';
}

/** @param {HTMLElement} place @param {Extract<Turn, {state: 'running'}>} turn */
function drawRunning(place, { half, left, share, paused }) {
  part(place, '.time').textContent = timeText(left * 1000);
  /** @type {HTMLProgressElement} */ (part(place, 'progress')).value = share;
  part(place, '[data-do="pause"]').hidden = paused;
  part(place, '[data-do="resume"]').hidden = !paused;
  part(place, '[data-do="skip"]').textContent = half === 'heat' ? say.toCold : say.toHeat;
}

/** @param {Turn} turn */
function textOf(turn) {
  if (turn.state === 'idle') return '';
  if (turn.state === 'over') return say.over;
  return turn.paused ? say.paused : say[turn.half][turn.stretch];
}
