/** The timer of the warmth: 15 or 20 minutes, and a clear word when it is enough. */
import { words } from '../../ui/words.js';
import { timeText } from './clock.js';
import { onPress, part, showState } from './parts.js';

const NAME = 'rugwijs-warmth-until';
const MINUTE = 60_000;
const LATE = 60 * MINUTE;

/**
 * How it stands with the warmth.
 * @param {number | null} until milliseconds @param {number} now
 * @returns {{state: 'idle' | 'running' | 'over', left: number}} over: for an hour, then it is old news
 */
export function warmthAt(until, now) {
  if (until === null || now - until > LATE) return { state: 'idle', left: 0 };
  return now < until ? { state: 'running', left: until - now } : { state: 'over', left: 0 };
}

export function startWarmth() {
  const place = /** @type {HTMLElement} */ (document.getElementById('warmth'));
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll('[data-minutes]'))) {
    button.addEventListener('click', () => {
      localStorage.setItem(NAME, String(Date.now() + Number(button.dataset.minutes) * MINUTE));
      draw(place);
      part(place, '[data-do="stop"]').focus();
    });
  }
  onPress(place, {
    stop() {
      localStorage.removeItem(NAME);
      draw(place);
      part(place, '[data-minutes]').focus();
    },
  });
  draw(place);
  place.hidden = false;
  setInterval(() => draw(place), 1000);
}

/** @param {HTMLElement} place */
function draw(place) {
  const kept = Number(localStorage.getItem(NAME) ?? NaN);
  const { state, left } = warmthAt(Number.isFinite(kept) ? kept : null, Date.now());
  showState(place, state === 'running' ? 'running' : 'idle');
  // Rounded up: the last second still counts.
  if (state === 'running') part(place, '.time').textContent = timeText(Math.ceil(left / 1000) * 1000);
  const done = part(place, '.done');
  const said = state === 'over' ? words.cramp.warmEnough : '';
  if (done.textContent === said) return;
  done.textContent = said;
  done.className = said ? 'done notice warn' : 'done';
  // Somebody who lies with closed eyes feels it; where a phone cannot, nothing happens.
  if (said) navigator.vibrate?.([300, 200, 300]);
}
