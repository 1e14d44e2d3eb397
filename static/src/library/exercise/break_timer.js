/** The clock of the micro-break: it says when somebody has sat for long enough. */
import { words } from '../../ui/words.js';
import { startCountdown } from '../countdown.js';

const A_WHILE = 2 * 3_600_000; // whoever comes back later is not sitting there any more

/** @param {HTMLElement} place */
export function startBreakTimer(place) {
  startCountdown(place, { name: 'rugwijs-break-until', over: words.exercise.getUp, look: 'good', late: A_WHILE });
}
