/** Asks the server for the tips of a day. */
import { askOfDay } from '../sync/of_day.js';

/**
 * @typedef {{id: string, title: string, text: string, why: string, days: string[], grade: string,
 *   strength: string, sources: {code: string, name: string, url: string | null}[],
 *   article: {title: string, url: string, heading?: string}, page?: {title: string, url: string} | null, norm?: string | null, own?: string | null,
 *   not_for?: string[], score?: number, points?: {part: 'trigger' | 'evidence' | 'own' | 'votes' | 'seen' | 'category' | 'limit', points: number}[]}} Tip
 *   article: opens at that heading; answers that were kept before it had one lack it; page: to do it with; own: what one's own diary says; points add up to score
 * @typedef {{day: string, tips: Tip[], logged: number, message: string | null,
 *   held?: {code: 'young' | 'call' | 'visit' | 'strong', text: string} | null,
 *   insight?: {factor: string, sentence: string, certainty: string, url: string} | null, made: string}} Today held: why tips wait
 * @typedef {{state: 'here', today: Today, etag: string | null} | {state: 'same'} | {state: 'offline'} | {state: 'failed'}} Reply
 *   same: what the device has still holds
 */

/**
 * @param {string} day
 * @param {string} lang
 * @param {string | null} etag of the answer that the device has
 * @param {typeof fetch} [ask]
 * @returns {Promise<Reply>}
 */
export async function askToday(day, lang, etag, ask = fetch) {
  const reply = await askOfDay('/api/today', day, lang, etag, ask);
  if (reply.state !== 'here') return reply;
  const { answer, etag: next } = reply;
  return Array.isArray(answer?.tips) ? { state: 'here', today: answer, etag: next } : { state: 'failed' };
}
