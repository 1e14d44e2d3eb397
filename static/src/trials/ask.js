/** Asks the server what came of the trials. */

/**
 * @typedef {{help: number, target: number, goal: number, median: number, low: number, high: number, n: number}} Figures
 * @typedef {{began: string, habit: string, state: 'waiting' | 'running' | 'undecided' | 'finished' | 'stopped', over: number,
 *   look: number | null, next_look: number | null, answer: string | null, title: string | null, sentences: string[], figures: Figures | null}} Told
 * @typedef {{day: string, trials: Told[], made: string}} Results
 */

const LIMIT = 10_000;

/**
 * The results on a day; null when the server cannot be reached or has no answer.
 * @param {string} day @param {string} lang @param {typeof fetch} [ask] @returns {Promise<Results | null>}
 */
export async function askTrials(day, lang, ask = fetch) {
  try {
    const response = await ask(`/api/trials?day=${day}&lang=${lang}`, {
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(LIMIT),
    });
    const results = response.ok ? await response.json() : null;
    return Array.isArray(results?.trials) ? results : null;
  } catch {
    return null;
  }
}
