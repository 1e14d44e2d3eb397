/** Minutes that run out on this device: closing the page stops nothing, and the end is heard and felt. */
import { readyBell, ring } from './bell.js';
import { timeText } from './cramp/clock.js';
import { onPress, part, showState } from './cramp/parts.js';

/**
 * @typedef {{name: string, over: string, look: string, late: number}} Countdown
 *   name: under which the device keeps it; over: what is said at the end, in the look of a notice;
 *   late: for how many milliseconds the end is still worth telling
 */

const MINUTE = 60_000;

/**
 * How it stands.
 * @param {number | null} until milliseconds @param {number} now @param {number} late
 * @returns {{state: 'idle' | 'running' | 'over', left: number}}
 */
export function countdownAt(until, now, late) {
  if (until === null || now - until > late) return { state: 'idle', left: 0 };
  return now < until ? { state: 'running', left: until - now } : { state: 'over', left: 0 };
}

/**
 * Brings the parts of `place` to life: buttons with `data-minutes` start, `data-do="stop"` stops.
 * @param {HTMLElement} place @param {Countdown} countdown
 */
export function startCountdown(place, countdown) {
  const look = () => draw(place, countdown);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll('[data-minutes]'))) {
    button.addEventListener('click', () => {
      localStorage.setItem(countdown.name, String(Date.now() + Number(button.dataset.minutes) * MINUTE));
      look();
      part(place, '[data-do="stop"]').focus();
    });
  }
  place.addEventListener('click', readyBell);
  onPress(place, {
    stop() {
      localStorage.removeItem(countdown.name);
      look();
    },
  });
  look();
  place.hidden = false;
  setInterval(look, 1000);
}

/** @param {HTMLElement} place @param {Countdown} countdown */
function draw(place, { name, over, look, late }) {
  const kept = Number(localStorage.getItem(name) ?? NaN);
  const { state, left } = countdownAt(Number.isFinite(kept) ? kept : null, Date.now(), late);
  showState(place, state === 'running' ? 'running' : 'idle');
  // Rounded up: the last second still counts.
  if (state === 'running') part(place, '.time').textContent = timeText(Math.ceil(left / 1000) * 1000);
  const done = part(place, '.done');
  const said = state === 'over' ? over : '';
  if (done.textContent === said) return;
  done.textContent = said;
  done.className = said ? `done notice ${look}` : 'done';
  // Somebody who does not look at the screen hears and feels it; where a phone cannot, nothing happens.
  if (said) ring();
}
