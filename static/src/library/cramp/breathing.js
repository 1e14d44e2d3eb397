/** The breathing guide: 4 counts in, 6 counts out, for five minutes or until it is stopped. */
import { words } from '../../ui/words.js';
import { screenLock } from '../exercise/awake.js';
import { part } from './parts.js';

const IN = 4;
const OUT = 6;
const LONGEST = 5 * 60;
const OFTEN = 200;

/**
 * Where the breath is; null when the five minutes are over.
 * @param {number} ms since the start
 * @returns {{phase: 'in' | 'out', count: number} | null} count: from 1 up, as a person counts
 */
export function breathAt(ms) {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  if (seconds >= LONGEST) return null;
  const place = seconds % (IN + OUT);
  return place < IN ? { phase: 'in', count: place + 1 } : { phase: 'out', count: place - IN + 1 };
}

export function startBreathing() {
  const place = /** @type {HTMLElement} */ (document.getElementById('breath'));
  const button = part(place, 'button');
  const lock = screenLock();
  let timer = 0;
  let begun = 0;
  const stop = (said = '') => {
    clearInterval(timer);
    timer = 0;
    lock.release();
    draw(place, null, said);
  };
  const step = () => {
    const breath = breathAt(Date.now() - begun);
    if (breath === null) stop(words.cramp.breathed);
    else draw(place, breath, words.cramp[breath.phase]);
  };
  button.addEventListener('click', () => {
    if (timer) return stop();
    begun = Date.now();
    timer = window.setInterval(step, OFTEN);
    void lock.hold();
    step();
  });
  document.addEventListener('visibilitychange', () => {
    if (timer && document.visibilityState === 'visible') void lock.hold();
  });
  place.hidden = false;
}

/** @param {HTMLElement} place @param {ReturnType<typeof breathAt>} breath @param {string} said */
function draw(place, breath, said) {
  const lung = part(place, '.lung');
  lung.dataset.phase = breath?.phase ?? '';
  lung.textContent = breath ? String(breath.count) : '';
  const line = part(place, '.phase');
  // The same words again would be read aloud again.
  if (line.textContent !== said) line.textContent = said;
  const button = part(place, 'button');
  button.dataset.idle ??= button.textContent ?? '';
  button.textContent = breath ? words.cramp.stop : button.dataset.idle;
  button.classList.toggle('quiet', breath !== null);
}
