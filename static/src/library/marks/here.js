/** Marks of somebody who is not signed in: on this device only, until the person says what to do. */
import { marked, marksIn } from './mark.js';

/** @typedef {import('./mark.js').Marks} Marks */

export const NAME = 'rugwijs-marks';

/** @returns {Marks} */
export function marksHere() {
  try {
    return marksIn(JSON.parse(localStorage.getItem(NAME) ?? '{}'));
  } catch {
    return {};
  }
}

/** Throws when the device has no room. @param {string} name @param {boolean} on */
export function markHere(name, on) {
  write(marksIn(marked(marksHere(), name, on)));
}

/** Puts back what was let go. @param {Marks} marks */
export function keepHere(marks) {
  write({ ...marksHere(), ...marks });
}

/** Takes these off the list; what another tab marked meanwhile stays. @param {Marks} marks */
export function letGoOf(marks) {
  const left = Object.entries(marksHere()).filter(([name]) => !(name in marks));
  write(Object.fromEntries(left));
}

/** @param {Marks} marks */
function write(marks) {
  if (Object.keys(marks).length === 0) localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, JSON.stringify(marks));
}
