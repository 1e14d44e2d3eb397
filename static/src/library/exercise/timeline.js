/** A guided exercise as a row of phases, and where one is after so many seconds. Knows no clock. */

/**
 * @typedef {{seconds: number, position: number, text: string}} Move
 * @typedef {{id: string, prepare: number, sets: number, repetitions: number, rest: number,
 *   sides: boolean, breath: boolean, moves: Move[]}} Guide times in seconds
 * @typedef {'first' | 'second' | null} Side
 * @typedef {{kind: 'prepare' | 'move' | 'swap' | 'rest', seconds: number, set: number, side: Side,
 *   repetition: number, move: number}} Phase set, repetition: from 1; move: place in the guide
 * @typedef {{index: number, left: number, done: boolean, sets: number}} Moment
 *   left: whole seconds of this phase, counting down to 1; sets: those that are complete
 */

const SWAP = 5;

/** @param {Guide} guide @returns {Phase[]} */
export function timelineOf(guide) {
  const start = { set: 1, side: sidesOf(guide)[0], repetition: 1, move: 0 };
  /** @type {Phase[]} */
  const phases = [{ kind: 'prepare', seconds: guide.prepare, ...start }];
  for (let set = 1; set <= guide.sets; set++) {
    if (set > 1) phases.push({ kind: 'rest', seconds: guide.rest, ...start, set });
    for (const side of sidesOf(guide)) {
      if (side === 'second') phases.push({ kind: 'swap', seconds: SWAP, ...start, set, side });
      phases.push(...oneSide(guide, set, side));
    }
  }
  return phases.filter(({ seconds }) => seconds > 0);
}

/** Where one is. @param {Phase[]} timeline @param {number} elapsed milliseconds @returns {Moment} */
export function at(timeline, elapsed) {
  let start = 0;
  for (const [index, { seconds, set }] of timeline.entries()) {
    const end = start + seconds * 1000;
    if (elapsed < end) return { index, left: Math.ceil((end - elapsed) / 1000), done: false, sets: set - 1 };
    start = end;
  }
  const last = timeline.length - 1;
  return { index: last, left: 0, done: true, sets: timeline[last]?.set ?? 0 };
}

/** How long all of it takes. @param {Phase[]} timeline milliseconds */
export function lengthOf(timeline) {
  return timeline.reduce((sum, { seconds }) => sum + seconds * 1000, 0);
}

/** @param {Guide} guide @returns {Side[]} */
function sidesOf({ sides }) {
  return sides ? ['first', 'second'] : [null];
}

/** @param {Guide} guide @param {number} set @param {Side} side @returns {Phase[]} */
function oneSide({ repetitions, moves }, set, side) {
  return Array.from({ length: repetitions }, (_, done) =>
    moves.map(({ seconds }, move) => /** @type {Phase} */ ({ kind: 'move', seconds, set, side, repetition: done + 1, move })),
  ).flat();
}
