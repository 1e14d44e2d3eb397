/** Keeping many pages in the background: a few at a time, and going on where it stopped. */
import { mayKeep } from './policy.js';

/**
 * @typedef {import('./scope.js').Entry} Entry
 * @typedef {{cacheName: string, keys: Map<string, string>}} Where keys: path → address in the cache
 * @typedef {{lang?: string, tell?: () => void}} Wish lang: this language first; tell: after each batch
 */

const AT_ONCE = 4;

/** @param {Entry[]} entries @param {Where} where */
export function keepAll(entries, where) {
  /** @type {Promise<void> | null} */
  let running = null;
  /** @type {Set<() => void>} */
  const asking = new Set();
  const tellAll = () => asking.forEach((tell) => tell());
  return {
    /** Fetches what is missing; who asks meanwhile hears of it too: the first page may be gone. @param {Wish} wish */
    async keep({ lang = '', tell = () => {} } = {}) {
      asking.add(tell);
      running ??= fill(inOrder(entries, lang), where, tellAll).finally(() => (running = null));
      await running.finally(() => asking.delete(tell));
    },

    /** The paths on this phone that begin with `prefix`, and how many there are in all. @param {string} prefix */
    async count(prefix) {
      const paths = entries.map(([path]) => path).filter((path) => path.startsWith(prefix));
      const here = await pathsIn(where.cacheName);
      return { kept: paths.filter((path) => here.has(path)), all: paths.length };
    },

    /** Fetches the new text of what was on this phone already, so that nothing gets lost with a version. */
    async renew() {
      const here = await pathsIn(where.cacheName);
      await fill(entries.filter(([path]) => here.has(path)), where, () => {});
    },

    /** Removes pages that no longer exist, and old texts of which the new one is here. */
    async prune() {
      const cache = await caches.open(where.cacheName);
      for (const request of await cache.keys()) {
        const { pathname, search } = new URL(request.url);
        const current = where.keys.get(pathname);
        if (current === pathname + search) continue;
        if (!current || (await cache.match(current))) await cache.delete(request);
      }
    },
  };
}

/** @param {Entry[]} entries @param {Where} where @param {() => void} tell */
async function fill(entries, where, tell) {
  const cache = await caches.open(where.cacheName);
  const missing = [];
  for (const entry of entries) {
    if (!(await cache.match(where.keys.get(entry[0]) ?? entry[0]))) missing.push(entry);
  }
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    const batch = missing.slice(start, start + AT_ONCE).map((entry) => fetchInto(cache, entry, where));
    const kept = await Promise.all(batch);
    tell();
    // Without a network the rest would fail too; the next visit goes on from here.
    if (kept.includes('no network')) return;
  }
}

/** @param {Cache} cache @param {Entry} entry @param {Where} where */
async function fetchInto(cache, [path, revision], where) {
  try {
    const response = await fetch(path, { credentials: 'omit', cache: 'no-cache' });
    if (mayKeep(response, revision)) await cache.put(where.keys.get(path) ?? path, response);
    return response.status < 500 ? 'asked' : 'no network';
  } catch {
    return 'no network';
  }
}

/** @param {Entry[]} entries @param {string} lang */
function inOrder(entries, lang) {
  const first = entries.filter(([path]) => path.startsWith(`/${lang}/`));
  return [...first, ...entries.filter((entry) => !first.includes(entry))];
}

/** @param {string} cacheName */
async function pathsIn(cacheName) {
  const cache = await caches.open(cacheName);
  return new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
}
