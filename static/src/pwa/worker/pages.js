/** How pages are kept: from the network when it answers within 3 seconds, else the kept copy. */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { CacheOnly } from 'workbox-strategies/CacheOnly.js';
import { NetworkFirst } from 'workbox-strategies/NetworkFirst.js';
import { NetworkOnly } from 'workbox-strategies/NetworkOnly.js';
import { keepAll } from './library.js';
import { mayKeep } from './policy.js';

/** @typedef {import('./scope.js').Entry} Entry */

const PATIENCE = 3; // seconds

/** Pages that are not in the list: never stored. */
export const unknown = new NetworkOnly();

/**
 * The app's own pages: all of them come with the installation, or there is no installation.
 * @param {Entry[]} entries
 * @param {string} origin
 */
export function pages(entries, origin) {
  const list = lookUp(entries, origin);
  const keeper = new PrecacheController({ cacheName: 'rugwijs-pages', plugins: [asNobody, list.onlyOurs] });
  keeper.addToCacheList(entries.map(([url, revision]) => ({ url, revision })));
  const cacheName = keeper.strategy.cacheName;
  return {
    has: list.has,
    strategy: networkFirst(cacheName, [list.byRevision, list.onlyOurs]),
    /** @param {any} event Workbox calls its waitUntil */
    install: (event) => keeper.install(event),
    /** @param {any} event */
    prune: (event) => keeper.activate(event),
    /** @param {string} path @returns {Promise<Response | undefined>} */
    kept: async (path) => (await caches.open(cacheName)).match(list.keys.get(path) ?? path),
  };
}

/**
 * The library: fetched in the background when a page asks, and an old copy is better than none.
 * @param {Entry[]} entries
 * @param {string} origin
 */
export function articles(entries, origin) {
  const cacheName = 'rugwijs-library';
  const list = lookUp(entries, origin);
  /** @type {import('workbox-core/types.js').WorkboxPlugin} */
  const anyRevision = {
    cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
      cachedResponse ?? (await caches.open(cacheName)).match(request, { ignoreSearch: true }),
  };
  return {
    has: list.has,
    strategy: networkFirst(cacheName, [list.byRevision, list.onlyOurs, anyRevision]),
    ...keepAll(entries, { cacheName, keys: list.keys }),
  };
}

/**
 * A server in trouble counts as no network: the kept copy is better than its excuse. A plugin
 * would not see an answer that came by navigation preload.
 * @param {string} cacheName
 * @param {import('workbox-core/types.js').WorkboxPlugin[]} plugins
 */
function networkFirst(cacheName, plugins) {
  const network = new NetworkFirst({ cacheName, networkTimeoutSeconds: PATIENCE, plugins });
  const copy = new CacheOnly({ cacheName, plugins });
  return {
    /** @param {import('workbox-core/types.js').RouteHandlerCallbackOptions} means @returns {Promise<Response>} */
    async handle(means) {
      const response = await network.handle(means);
      return response.status >= 500 ? copy.handle(means).catch(() => response) : response;
    },
  };
}

/** Fetched without cookies: what is stored is what somebody who is signed out gets. */
const asNobody = {
  /** @param {{request: Request}} means */
  requestWillFetch: async ({ request }) => new Request(request, { credentials: 'omit' }),
};

/** @param {Entry[]} entries @param {string} origin */
function lookUp(entries, origin) {
  const revisions = new Map(entries);
  const keys = new Map(entries.map(([path, revision]) => [path, `${path}?__WB_REVISION__=${revision}`]));
  /** @param {Request} request */
  const path = (request) => new URL(request.url).pathname;
  return {
    keys,
    /** @param {URL} url */
    has: (url) => url.origin === origin && revisions.has(url.pathname),
    byRevision: {
      /** @param {{request: Request}} means */
      cacheKeyWillBeUsed: async ({ request }) => keys.get(path(request)) ?? request,
    },
    onlyOurs: {
      /** @param {{request: Request, response: Response}} means */
      cacheWillUpdate: async ({ request, response }) =>
        mayKeep(response, revisions.get(path(request)) ?? null) ? response : null,
    },
  };
}
