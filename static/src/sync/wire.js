/** One request to the server and what its answer means. */

/**
 * @typedef {import('./means.js').Means} Means
 * @typedef {import('../store/view.js').ServerRecord} ServerRecord
 * @typedef {import('../store/database.js').Problem} Problem
 * @typedef {{op: string, code: string, problems?: Problem[]}} Result code: ok, kept or bad
 * @typedef {{schema: number, epoch: number, floor: number, results: Result[], state: ServerRecord[],
 *   changes: ServerRecord[], cursor: number, more: boolean, now: string}} Answer
 * @typedef {'sent' | 'retry' | 'wait' | 'signed-out' | 'stopped' | 'problem' | 'update' | 'gone' | 'busy'} Ending
 *   retry: no real answer came; wait: the server asks for time; stopped: not for this account;
 *   problem: the server does not understand; update: this app is too old; gone: the account was
 *   erased; busy: another tab syncs
 * @typedef {{state: Ending, code?: string, wait?: number}} Outcome wait: milliseconds
 * @typedef {{kind: 'answer', answer: Answer} | {kind: 'full', restored: {epoch: number, lostFrom: number} | null}
 *   | {kind: 'rename'} | {kind: 'halve'} | {kind: 'end', outcome: Outcome}} Reply
 *   full: pull everything anew; restored: the server was set back, and may have lost what is past lostFrom;
 *   rename: this device was put back from a backup; halve: too large
 */

const TIME_LIMIT = 20_000;
export const LONGEST_WAIT = 3_600_000;

/** Sends one sync request. @param {unknown} request @param {Means} means @returns {Promise<Reply>} */
export async function post(request, means) {
  try {
    return await limited(means, TIME_LIMIT, async (signal) => {
      const response = await means.fetch('/api/sync', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(request),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal,
      });
      return await understood(response, means.clock.now());
    });
  } catch {
    return end({ state: 'retry' });
  }
}

/**
 * Runs `work`, and gives up after `ms`, even when `work` does not listen to its signal.
 * @template T
 * @param {Means} means
 * @param {number} ms
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function limited(means, ms, work) {
  const controller = new AbortController();
  let cancel = () => {};
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    cancel = means.clock.after(ms, () => {
      controller.abort();
      reject(new Error('no answer in time'));
    });
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    cancel();
  }
}

/** @param {Response} response @param {number} now @returns {Promise<Reply>} */
async function understood(response, now) {
  const { status } = response;
  if (status === 200) return answered(await response.json());
  if (status === 409) return conflict(await response.json());
  if (status === 410) return over(await codeOf(response));
  if (status === 413) return { kind: 'halve' };
  if (status === 401) return end({ state: 'signed-out' });
  if (status === 426) return end({ state: 'update' });
  if (status === 403) return end({ state: 'stopped', code: await codeOf(response) });
  if (status === 400 || status === 415) return end({ state: 'problem', code: await codeOf(response) });
  const wait = waitAsked(response.headers.get('Retry-After'), now);
  if ((status === 429 || status === 503) && wait !== null) return end({ state: 'wait', wait });
  return end({ state: 'retry' });
}

/** @param {any} told @returns {Reply} */
function conflict({ error: { code, epoch, lost_from: lostFrom } }) {
  if (code === 'newdev') return { kind: 'rename' };
  return [epoch, lostFrom].every(Number.isSafeInteger)
    ? { kind: 'full', restored: { epoch, lostFrom } }
    : end({ state: 'retry' });
}

/** A page of somebody in between may say 410 too: only the server's own word wipes. @param {string} code @returns {Reply} */
function over(code) {
  if (code === 'gone') return end({ state: 'gone' });
  return code === 'resync' ? { kind: 'full', restored: null } : end({ state: 'retry' });
}

/** A hotel's sign-in page also says 200: only a whole answer counts. @param {any} answer @returns {Reply} */
function answered(answer) {
  const whole =
    [answer?.epoch, answer?.cursor, answer?.floor].every(Number.isSafeInteger) &&
    [answer.results, answer.state, answer.changes].every(Array.isArray) &&
    typeof answer.more === 'boolean';
  return whole ? { kind: 'answer', answer } : end({ state: 'retry' });
}

/** Retry-After holds seconds or a date. @param {string | null} header @param {number} now @returns {number | null} */
export function waitAsked(header, now) {
  if (header === null || header.trim() === '') return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 1000), LONGEST_WAIT);
}

/** @param {Response} response @returns {Promise<string>} */
async function codeOf(response) {
  const told = await response.json().catch(() => null);
  return String(told?.error?.code ?? response.status);
}

/** @param {Outcome} outcome @returns {Reply} */
function end(outcome) {
  return { kind: 'end', outcome };
}
