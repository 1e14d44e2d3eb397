/** The page's side of the worker: registers it, offers a new version, keeps the library. */
import { lang } from '../ui/words.js';
import { ask, tell } from './bridge.js';
import { offerInstall } from './install.js';
import { showKept } from './kept.js';
import { showOffline } from './offline.js';
import { offerUpdate } from './offer.js';
import { watchUpdates } from './update.js';

/** @typedef {typeof import('../ui/words/nl.js').nl} Words */

const HOUR = 3_600_000;

/**
 * Call once on every page. `isDirty` says whether a form here has input that is not saved yet:
 * then the page is not reloaded.
 * @param {{words: Words, isDirty?: () => boolean}} page
 */
export function start({ words, isDirty = () => false }) {
  const container = navigator.serviceWorker;
  offerInstall(words.pwa);
  const count = () => ask(container, { type: 'count-library', lang });
  if (container) {
    showOffline(count);
    showKept(words.pwa.kept, container, count);
    whenLoaded(() => void register(container, words, isDirty));
  }
}

/** @param {ServiceWorkerContainer} container @param {Words} words @param {() => boolean} isDirty */
async function register(container, words, isDirty) {
  const registration = await container
    .register(workerAddress(), { scope: '/', updateViaCache: 'none' })
    .catch(() => null);
  // Without a network, or where the browser forbids it, the page works as any other page.
  if (!registration) return;
  watchUpdates(registration, {
    container,
    isDirty,
    offer: offerUpdate(words.pwa.update),
    reload: () => location.reload(),
    again: (work) => void setTimeout(work, 1000),
  });
  checkHourly(registration);
  await tell(container, { type: 'keep-library', lang });
}

/** @param {ServiceWorkerRegistration} registration */
function checkHourly(registration) {
  let last = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < HOUR) return;
    last = Date.now();
    registration.update().catch(() => undefined);
  });
}

/** @param {() => void} work */
function whenLoaded(work) {
  if (document.readyState === 'complete') work();
  else addEventListener('load', () => work(), { once: true });
}

/** The one script address that the page may hand to the browser. @returns {string} */
function workerAddress() {
  /** @typedef {{createPolicy(name: string, rules: {createScriptURL(url: string): string}): {createScriptURL(url: string): string}}} Factory */
  const factory = /** @type {{trustedTypes?: Factory}} */ (/** @type {unknown} */ (globalThis)).trustedTypes;
  const rules = {
    /** @param {string} url */
    createScriptURL(url) {
      if (url !== '/sw.js') throw new TypeError(`${url} is not our worker`);
      return url;
    },
  };
  return factory ? factory.createPolicy('sw', rules).createScriptURL('/sw.js') : '/sw.js';
}
