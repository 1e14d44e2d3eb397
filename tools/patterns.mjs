/** Tells of patterns whether the steps that they take grow faster than the text: `node tools/patterns.mjs < patterns.json`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';

process.env.RECHECK_SYNC_BACKEND = 'pure'; // its other ways start a process of their own
// By steps and never by the clock, or a slow machine would find what is not there.
const HOW = { timeout: null, attackTimeout: null, incubationTimeout: null, randomSeed: 1 };

/**
 * What is wrong with a pattern, with a text that shows it; null when it is linear.
 * @param {string} text @param {string} flags of JavaScript
 */
export function faultOf(text, flags) {
  const told = checkSync(text, flags, HOW);
  if (told.status === 'safe') return null;
  return told.status === 'unknown' ? told.error.kind : `${told.complexity.summary}: ${told.attack.pattern}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = /** @type {[string, string][]} */ (JSON.parse(readFileSync(0, 'utf8')));
  console.log(JSON.stringify(asked.map(([text, flags]) => faultOf(text, flags))));
}
