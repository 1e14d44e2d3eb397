/** What our own pages may ask of the worker. */
import { messageType } from './policy.js';
import { scope } from './scope.js';

/**
 * @typedef {import('./scope.js').WordEvent} WordEvent
 * @typedef {{keep(wish: {lang?: string, tell?: () => void}): Promise<void>,
 *   count(prefix: string): Promise<{kept: string[], all: number}>}} Library
 */

/** @type {Record<string, (event: WordEvent, parts: {library: Library}) => Promise<void>>} */
const ANSWERS = {
  'skip-waiting': () => scope.skipWaiting(),

  'keep-library': (event, { library }) =>
    library.keep({
      lang: wish(event).lang,
      tell: () => event.source?.postMessage({ type: 'library-progress' }),
    }),

  'count-library': async (event, { library }) => {
    event.ports[0]?.postMessage(await library.count(`/${wish(event).lang}/`));
  },
};

/** @param {WordEvent} event @param {{library: Library}} parts */
export function answer(event, parts) {
  const type = messageType(event, scope.location.origin);
  if (type === null || !Object.hasOwn(ANSWERS, type)) return;
  event.waitUntil(ANSWERS[type]?.(event, parts) ?? Promise.resolve());
}

/** @param {WordEvent} event @returns {{lang: string}} */
function wish(event) {
  const { lang } = /** @type {{lang?: unknown}} */ (event.data);
  return { lang: typeof lang === 'string' ? lang : '' };
}
