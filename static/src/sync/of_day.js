/** Asks the server about one day of one's own; what the device has already is not sent again. */

/**
 * @typedef {{state: 'here', answer: any, etag: string | null} | {state: 'same'} | {state: 'offline'} | {state: 'failed'}} Reply
 *   same: what the device has still holds
 */

const LIMIT = 10_000;

/**
 * @param {string} path @param {string} day @param {string} lang
 * @param {string | null} etag of the answer that the device has, in this language and of this day or another
 * @param {typeof fetch} [ask]
 * @returns {Promise<Reply>}
 */
export async function askOfDay(path, day, lang, etag, ask = fetch) {
  try {
    const response = await ask(`${path}?day=${day}&lang=${lang}`, {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: etag ? { 'If-None-Match': etag } : {},
      signal: AbortSignal.timeout(LIMIT),
    });
    if (response.status === 304 && etag) return { state: 'same' };
    if (!response.ok) return { state: 'failed' };
    return { state: 'here', answer: await response.json(), etag: response.headers.get('ETag') };
  } catch {
    return { state: 'offline' };
  }
}
