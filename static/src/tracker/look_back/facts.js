/** What the cramps of a period have in common. Under `FEW` there is nothing to say but how many. */

/**
 * @typedef {Record<string, any>} Cramp the body of a cramp
 * @typedef {{times: number, middle: number | null, known: number}} Length
 *   middle: the median minutes, null when fewer than `FEW` say how long; known: how many say so
 * @typedef {{cramps: number, parts: number[], lasted: Length, relief: ({key: string} & Length)[]}} Facts
 *   parts: how many began in the night, morning, afternoon and evening (from 0, 6, 12 and 18 o'clock)
 */

export const FEW = 5;
const PARTS = 4;
/** What is chosen when nothing has helped yet, which is no way to let go. */
const NOTHING = 'nothing_yet';

/** @param {Cramp[]} cramps @returns {Facts} */
export function factsOf(cramps) {
  const parts = new Array(PARTS).fill(0);
  // The hour as the person's own clock had it: the part before the offset.
  for (const { began } of cramps) parts[Math.floor(Number(began.slice(11, 13)) / (24 / PARTS))] += 1;
  return { cramps: cramps.length, parts, lasted: lengthOf(cramps), relief: reliefOf(cramps) };
}

/** The middle figure; of an even number the mean of the two in the middle; null of none. @param {number[]} figures */
export function median(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/** @param {Cramp[]} cramps @returns {Length} */
function lengthOf(cramps) {
  const minutes = cramps.map((cramp) => cramp.minutes).filter((figure) => figure !== undefined);
  return { times: cramps.length, middle: minutes.length < FEW ? null : median(minutes), known: minutes.length };
}

/** What was chosen most first. @param {Cramp[]} cramps */
function reliefOf(cramps) {
  const keys = new Set(cramps.flatMap(({ relief = [] }) => relief));
  keys.delete(NOTHING);
  return [...keys]
    .map((key) => ({ key, ...lengthOf(cramps.filter(({ relief = [] }) => relief.includes(key))) }))
    .sort((one, other) => other.times - one.times || (one.key < other.key ? -1 : 1));
}
