/**
 * A layer between a person's database and all that uses it: what tells about health is sealed on its way
 * in, and opened on its way out. Loaded only where a device has a key. The cipher must answer at once, since
 * a transaction ends while one waits for WebCrypto. What stays readable is in docs/security.md.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

/**
 * @typedef {{over(tx: any): any, under(tx: any): any, mark: unknown}} Seal over: a transaction that seals and opens;
 *   under: the same as it is on the disk; mark: what the database says of it, readable
 * @typedef {{store: string, seal(row: any): any, open(row: any): any}} Way what happens to the rows of one store
 */

export const KEY_BYTES = 32;
const NONCE_BYTES = 24;
/** The days by which entries are found. */
const DATES = ['began', 'day'];
/** What a sync must know without the key, and what says nothing. */
const PLAIN = new Set([
  'sealed', 'device', 'epoch', 'cursor', 'floor', 'mode', 'pass', 'tried', 'turn', 'last_sync', 'not_before', 'lost_from',
  'earlier_asked', 'earlier_due', 'earlier_said', 'device_named',
]);
/** Of a row, what only the key opens. */
const INSIDE = ['body', 'fields', 'problems'];
const UNDER = Symbol('the transaction itself');

/** @param {Uint8Array} key of `KEY_BYTES` random bytes @param {unknown} [mark] @returns {Seal} */
export function sealWith(key, mark = { how: 'guest' }) {
  return {
    mark,
    over: (tx) => layer(tx, { objectStore: (/** @type {string} */ name) => storeOver(tx.objectStore(name), wayOf(key, name)), [UNDER]: tx }),
    under: (tx) => tx[UNDER] ?? tx,
  };
}

/** @param {Uint8Array} key @param {string} store @returns {Way} */
function wayOf(key, store) {
  return store === 'meta' ? { store, ...metaWay(key) } : { store, ...rowWay(key, store) };
}

/** @param {Uint8Array} key */
function metaWay(key) {
  return {
    seal: (/** @type {any} */ row) => (PLAIN.has(row.name) ? row : { name: row.name, box: boxed(key, `meta ${row.name}`, row.value) }),
    open: (/** @type {any} */ row) => (row?.box ? { name: row.name, value: unboxed(key, `meta ${row.name}`, row.box) } : row),
  };
}

/** @param {Uint8Array} key @param {string} store */
function rowWay(key, store) {
  // A box opens only in its own row: nothing can be put in the place of something else.
  const nameOf = (/** @type {any} */ row) => `${store} ${row.op ?? ''} ${row.id}`;
  return {
    seal(/** @type {any} */ row) {
      const [inside, outside] = [{}, {}].map((_, part) => Object.fromEntries(Object.entries(row).filter(([name]) => INSIDE.includes(name) === (part === 0))));
      return { ...outside, body: row.body && datesOf(row.body), box: boxed(key, nameOf(row), inside) };
    },
    open(/** @type {any} */ row) {
      if (!row?.box) return row;
      const { box, ...outside } = row;
      return { ...outside, ...unboxed(key, nameOf(row), box) };
    },
  };
}

/** The day alone: an index finds it as it finds the moment. @param {Record<string, unknown>} body */
function datesOf(body) {
  return Object.fromEntries(DATES.filter((name) => name in body).map((name) => [name, String(body[name]).slice(0, 10)]));
}

/** @param {Uint8Array} key @param {string} name @param {unknown} value @returns {Uint8Array} nonce and ciphertext */
function boxed(key, name, value) {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = xchacha20poly1305(key, nonce, bytesOf(name)).encrypt(bytesOf(JSON.stringify(value)));
  const box = new Uint8Array(NONCE_BYTES + sealed.length);
  box.set(nonce);
  box.set(sealed, NONCE_BYTES);
  return box;
}

/** @param {Uint8Array} key @param {string} name @param {Uint8Array} box @returns {any} throws where the key or the row is another */
function unboxed(key, name, box) {
  const cipher = xchacha20poly1305(key, box.subarray(0, NONCE_BYTES), bytesOf(name));
  return JSON.parse(new TextDecoder().decode(cipher.decrypt(box.subarray(NONCE_BYTES))));
}

/** @param {string} text */
function bytesOf(text) {
  return new TextEncoder().encode(text);
}

/** @param {any} store @param {Way} way @returns {any} */
function storeOver(store, { store: name, seal, open }) {
  const way = { store: name, seal, open };
  return layer(store, {
    ...readingOver(store, way),
    put: (/** @type {any} */ row) => store.put(seal(row)),
    add: (/** @type {any} */ row) => store.add(seal(row)),
    index: (/** @type {string} */ which) => layer(store.index(which), readingOver(store.index(which), way)),
    async *[Symbol.asyncIterator]() {
      for await (const cursor of store) yield { value: open(cursor.value), delete: () => cursor.delete() };
    },
  });
}

/** @param {any} source @param {Way} way */
function readingOver(source, { open }) {
  return {
    get: async (/** @type {any[]} */ ...asked) => open(await source.get(...asked)),
    getAll: async (/** @type {any[]} */ ...asked) => (await source.getAll(...asked)).map(open),
  };
}

/** `real`, with some of it done otherwise. @param {any} real @param {Record<string | symbol, unknown>} otherwise */
function layer(real, otherwise) {
  return new Proxy(real, {
    get(_, name) {
      if (Object.hasOwn(otherwise, name)) return otherwise[name];
      const value = real[name];
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
}
