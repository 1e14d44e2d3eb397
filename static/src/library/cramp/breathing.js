/** The breathing guide: 4 counts in, 6 counts out, for five minutes or until it is stopped. */
import { words } from '../../ui/words.js';
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
  let timer = 0;
  let begun = 0;
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    draw(place, null);
  };
  const step = () => {
    const breath = breathAt(Date.now() - begun);
    if (breath === null) stop();
    else draw(place, breath);
  };
  button.addEventListener('click', () => {
    if (timer) return stop();
    begun = Date.now();
    timer = window.setInterval(step, OFTEN);
    step();
  });
  place.hidden = false;
}

/** @param {HTMLElement} place @param {ReturnType<typeof breathAt>} breath */
function draw(place, breath) {
  const lung = part(place, '.lung');
  lung.dataset.phase = breath?.phase ?? '';
  lung.textContent = breath ? String(breath.count) : '';
  const said = breath ? words.cramp[breath.phase] : '';
  const line = part(place, '.phase');
  // The same words again would be read aloud again.
  if (line.textContent !== said) line.textContent = said;
  const button = part(place, 'button');
  button.dataset.idle ??= button.textContent ?? '';
  button.textContent = breath ? words.cramp.stop : button.dataset.idle;
  button.classList.toggle('quiet', breath !== null);
}
