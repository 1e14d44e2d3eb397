/** What somebody chose about tips, as the pages show it: from the device, and so without a network. */
import { chosen } from './choose.js';
import { standings } from './standing.js';

/**
 * @typedef {import('./standing.js').Standing} Standing
 * @typedef {{chosen: Record<string, Standing>, weeks: import('./week_card.js').Trying[], did: Record<string, string>}} Followed
 *   did: the tips that were done today, and what each did ('' while that is not said)
 */

/** @type {Followed} */
export const NOTHING = { chosen: {}, weeks: [], did: {} };

/** @param {string} user @param {string} today @param {Record<string, string>} titles of every tip @returns {Promise<Followed>} */
export async function follow(user, today, titles) {
  const records = await chosen(user);
  const now = standings(records, today);
  const done = records.filter(({ kind, body }) => kind === 'tip' && body.day === today && body.done);
  return { chosen: now, weeks: weeksIn(now, titles), did: Object.fromEntries(done.map(({ body }) => [body.tip, body.effect ?? ''])) };
}

/** The titles that the page carries. @returns {Record<string, string>} */
export function titlesHere() {
  return JSON.parse(document.getElementById('tip-titles')?.textContent || '{}');
}

/** @param {Record<string, Standing>} now @param {Record<string, string>} titles */
function weeksIn(now, titles) {
  return Object.entries(now).flatMap(([tip, { state, week }]) => {
    return week && (state === 'trying' || state === 'ask') ? [{ tip, title: titles[tip] ?? tip, week, asked: state === 'ask' }] : [];
  });
}
