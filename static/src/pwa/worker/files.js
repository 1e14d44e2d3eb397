/** How files are kept: a name holds the hash of its content, so a copy never goes stale. */
import { CacheFirst } from 'workbox-strategies/CacheFirst.js';
import { mayKeep } from './policy.js';

/** @typedef {import('./scope.js').Entry} Entry */

const CACHE = 'rugwijs-files';
const LAST = '/kept-by-last-release';
const HASHED = /^\/static\/build\/[^/]+-[0-9A-Z]{8}\.\w+$/;

/** @param {Entry[]} entries @param {string} origin */
export function files(entries, origin) {
  const keys = new Map(entries.map(([path, revision]) => [path, keyOf(path, revision)]));
  /** @param {URL} url */
  const has = (url) => url.origin === origin && (keys.has(url.pathname) || HASHED.test(url.pathname));
  return {
    has,
    strategy: new CacheFirst({ cacheName: CACHE, plugins: [byRevision(keys), onlyGood] }),

    /** Fetches what is not here yet; rejects when a file cannot be had. */
    async install() {
      const cache = await caches.open(CACHE);
      await Promise.all(entries.map((entry) => fetchInto(cache, entry)));
    },

    /** Keeps the files of this release and the one before: tabs of the old one may still need theirs. */
    async prune() {
      const cache = await caches.open(CACHE);
      const mine = [...keys.values()];
      const before = await (await cache.match(LAST))?.json();
      const stay = new Set([...mine, ...(before ?? []), LAST]);
      for (const request of await cache.keys()) {
        const { pathname, search } = new URL(request.url);
        if (!stay.has(pathname + search)) await cache.delete(request);
      }
      await cache.put(LAST, new Response(JSON.stringify(mine)));
    },
  };
}

/** @param {Cache} cache @param {Entry} entry */
async function fetchInto(cache, [path, revision]) {
  const key = keyOf(path, revision);
  if (await cache.match(key)) return;
  const response = await fetch(path, { credentials: 'omit', cache: revision ? 'reload' : 'default' });
  if (!mayKeep(response, revision)) throw new Error(`${path}: ${response.status}`);
  await cache.put(key, response);
}

/** @param {string} path @param {string | null} revision */
function keyOf(path, revision) {
  return revision ? `${path}?revision=${revision}` : path;
}

/** @param {Map<string, string>} keys */
function byRevision(keys) {
  return {
    /** @param {{request: Request}} means */
    cacheKeyWillBeUsed: async ({ request }) => keys.get(new URL(request.url).pathname) ?? request,
  };
}

const onlyGood = {
  /** @param {{response: Response}} means */
  cacheWillUpdate: async ({ response }) => (mayKeep(response, null) ? response : null),
};
