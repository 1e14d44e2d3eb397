/** What the guided mode says of a phase: shown large, and spoken when that is wanted. */

/**
 * @typedef {import('./timeline.js').Phase} Phase
 * @typedef {import('./timeline.js').Guide} Guide
 * @typedef {typeof import('../../ui/words/nl.js').nl.exercise} Words
 */

/** The words of a phase. @param {Phase} phase @param {Guide} guide @param {Words} words */
export function phaseText(phase, guide, words) {
  if (phase.kind === 'rest') return words.rest;
  if (phase.kind === 'swap') return words.swap;
  if (phase.kind === 'prepare') return phase.side ? words.prepareSide : words.prepare;
  return guide.moves[phase.move].text;
}

/** The drawing to show, from 1; while one gets ready it is the one to begin in. @param {Phase} phase @param {Guide} guide */
export function positionOf(phase, guide) {
  return phase.kind === 'move' ? guide.moves[phase.move].position : 1;
}

/** Where in the exercise this is. @param {Phase} phase @param {Guide} guide @param {Words} words */
export function placeText({ kind, set, repetition, side }, { sets, repetitions }, words) {
  const parts = [];
  if (sets > 1) parts.push(words.set(set, sets));
  if (repetitions > 1 && kind === 'move') parts.push(words.repetition(repetition, repetitions));
  if (side) parts.push(side === 'first' ? words.first : words.second);
  return parts.join(' · ');
}
