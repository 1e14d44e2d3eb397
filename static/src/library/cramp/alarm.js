/** The page of the alarm signs. */
import { startDim } from './dim.js';
import { startGp } from './gp.js';

export function start() {
  startDim();
  startGp();
}
