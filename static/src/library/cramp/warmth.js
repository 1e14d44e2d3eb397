/** The timer of the warmth: 15 or 20 minutes, and a clear word when it is enough. */
import { words } from '../../ui/words.js';
import { startCountdown } from '../countdown.js';

const AN_HOUR = 3_600_000; // after it, that the time is up is old news

export function startWarmth() {
  const place = /** @type {HTMLElement} */ (document.getElementById('warmth'));
  startCountdown(place, { name: 'rugwijs-warmth-until', over: words.cramp.warmEnough, look: 'warn', late: AN_HOUR });
}
