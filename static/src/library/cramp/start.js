/** The page Cramp now. */
import { startBreathing } from './breathing.js';
import { startClock } from './clock_card.js';
import { startDim } from './dim.js';
import { startGp } from './gp.js';
import { startWarmth } from './warmth.js';

export function start() {
  startDim();
  startClock();
  startBreathing();
  startWarmth();
  startGp();
}
