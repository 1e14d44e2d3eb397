/** Asks the server for the tips of a day. */

/**
 * @typedef {{id: string, title: string, text: string, why: string, days: string[], grade: string,
 *   strength: string, sources: {code: string, name: string, url: string | null}[],
 *   article: {title: string, url: string}, page?: {title: string, url: string} | null}} Tip page: to do it with
 * @typedef {{day: string, tips: Tip[], logged: number, message: string | null, made: string}} Today
 * @typedef {{state: 'here', today: Today} | {state: 'offline'} | {state: 'failed'}} Reply
 */

const LIMIT = 10_000;

/**
 * @param {string} day
 * @param {string} lang
 * @param {typeof fetch} [ask]
 * @returns {Promise<Reply>}
 */
export async function askToday(day, lang, ask = fetch) {
  try {
    const response = await ask(`/api/today?day=${day}&lang=${lang}`, {
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(LIMIT),
    });
    if (!response.ok) return { state: 'failed' };
    const today = await response.json();
    return Array.isArray(today?.tips) ? { state: 'here', today } : { state: 'failed' };
  } catch {
    return { state: 'offline' };
  }
}
