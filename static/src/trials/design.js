/**
 * The order of a trial: pairs of blocks with and without the habit, each pair in turn by lot. It is drawn on the
 * device, from a seed that is kept; webapp/insights/trial/design.py makes the same (tests/cases/trials.json).
 */

/** Pairs of blocks, by the length of a block in days: at first, and when somebody goes on. @type {Record<number, number>} */
export const PAIRS = { 3: 7, 7: 3 };
/** @type {Record<number, number>} */
export const LONGEST = { 3: 10, 7: 4 };
/** After how many days the result may be looked at. @type {Record<number, number[]>} */
export const LOOKS = { 3: [24, 36, 48, 60], 7: [28, 42, 56] };

/** Whether each day has the habit. @param {number} seed 0 to 2³² − 1 @param {number} block 3 or 7 days @param {number} pairs @returns {boolean[]} */
export function plan(seed, block, pairs) {
  const lot = lots(seed);
  const days = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = lot();
    for (const on of [first, !first]) days.push(...Array(block).fill(on));
  }
  return days;
}

/** A seed by chance. */
export function newSeed() {
  return crypto.getRandomValues(new Uint32Array(1))[0];
}

/** mulberry32: yes or no, again and again. @param {number} seed */
function lots(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) | 0;
    return (mixed ^ (mixed >>> 14)) >>> 0 < 0x80000000;
  };
}
