/** What the server last told of the diary, kept on the device with its date. */
import { recall, remember } from '../store/memory.js';
import { askOfDay } from '../sync/of_day.js';

/**
 * @typedef {{label: string, days: number, pain: number}} Side
 * @typedef {{factor: string, name: string, sentence: string, interval: string, certainty: string, sure: string, effect: number,
 *   low: number, high: number, chance: number, lag: number, days: number, comparison: {low: Side, high: Side, said: string} | null,
 *   note: string | null}} Finding
 * @typedef {{factor: string, name: string, sentence: string}} Named
 * @typedef {{day: string, found: Finding[], perhaps: Named[], too_few: Named[], looked: number, logged: number, needed: number,
 *   message: string | null, made: string}} Insights
 * @typedef {{lang: string, insights: Insights, etag: string | null}} Kept
 */

const NAME = 'insights';

/** @param {string} user @param {string} lang @returns {Promise<Kept | null>} null when nothing is kept in this language */
export async function keptInsights(user, lang) {
  const kept = await recall(user, NAME).catch(() => null);
  return kept?.lang === lang ? kept : null;
}

/**
 * Asks anew; what comes is kept.
 * @param {string} user @param {string} day @param {string} lang @param {Kept | null} kept @param {typeof fetch} [ask]
 * @returns {Promise<{state: 'here' | 'offline' | 'failed', kept: Kept | null}>}
 */
export async function freshInsights(user, day, lang, kept, ask = fetch) {
  const reply = await askOfDay('/api/insights', day, lang, kept?.etag ?? null, ask);
  if (reply.state === 'same') return { state: 'here', kept };
  if (reply.state !== 'here') return { state: reply.state, kept };
  if (!Array.isArray(reply.answer?.found)) return { state: 'failed', kept };
  const fresh = { lang, insights: reply.answer, etag: reply.etag };
  await remember(user, NAME, fresh).catch(() => undefined);
  return { state: 'here', kept: fresh };
}
