/** A Cache Storage in memory, and answers as a browser's fetch gives them. */

// Workbox asks for it as soon as it is imported: import this file first.
Object.assign(globalThis, { self: globalThis });

const ORIGIN = 'https://rugwijs.test';

/** @param {string | Request} asked */
const addressOf = (asked) => new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).href;

export class MemoryCache {
  /** @type {Map<string, Response>} */
  entries = new Map();

  /** @param {string | Request} asked */
  async match(asked) {
    return this.entries.get(addressOf(asked))?.clone();
  }

  /** @param {string | Request} asked @param {Response} response */
  async put(asked, response) {
    this.entries.set(addressOf(asked), response);
  }

  /** @param {string | Request} asked */
  async delete(asked) {
    return this.entries.delete(addressOf(asked));
  }

  async keys() {
    return [...this.entries.keys()].map((address) => new Request(address));
  }

  /** The addresses in it, without the origin. */
  paths() {
    return [...this.entries.keys()].map((address) => address.replace(ORIGIN, '')).sort();
  }
}

/** Puts fresh caches in the place of the browser's. */
export function freshCaches() {
  /** @type {Map<string, MemoryCache>} */
  const all = new Map();
  const storage = {
    /** @param {string} name */
    async open(name) {
      if (!all.has(name)) all.set(name, new MemoryCache());
      return /** @type {MemoryCache} */ (all.get(name));
    },
  };
  Object.assign(globalThis, { caches: storage });
  return storage;
}

/**
 * Puts a server in the place of the network.
 * @param {(path: string, init: RequestInit) => Response | Promise<Response>} server
 * @returns {string[]} the paths that were asked for
 */
export function network(server) {
  /** @type {string[]} */
  const asked = [];
  Object.assign(globalThis, {
    /** @param {string} path @param {RequestInit} init */
    fetch: async (path, init) => {
      asked.push(path);
      return server(path, init);
    },
  });
  return asked;
}

/**
 * @param {string | null} revision
 * @param {{status?: number, type?: string, redirected?: boolean, headers?: Record<string, string>}} [differently]
 */
export function pageOf(revision, { status = 200, type = 'basic', redirected = false, headers = {} } = {}) {
  const usual = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
  if (revision !== null) usual.set('ETag', `W/"${revision}"`);
  for (const [name, value] of Object.entries(headers)) usual.set(name, value);
  const response = new Response('<h1>page</h1>', { status, headers: usual });
  return Object.defineProperties(response, { type: { value: type }, redirected: { value: redirected } });
}
