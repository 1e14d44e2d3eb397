/** A device in a test: its own IndexedDB and localStorage, its own clock, and a network to break. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { AsyncLocalStorage } from 'node:async_hooks';
import { useSeal } from '../../static/src/store/seals.js';

import { become, current } from '../../static/src/store/account.js';
import { close, read } from '../../static/src/store/database.js';
import * as entries from '../../static/src/store/entries.js';
import { KEY_BYTES, sealWith } from '../../static/src/store/sealed.js';
import { sync } from '../../static/src/sync/engine.js';
import { localLocks } from '../../static/src/sync/lock.js';

/**
 * @typedef {import('../../static/src/sync/means.js').Means} Means
 * @typedef {(address: string, init: RequestInit) => Promise<Response>} Fetch
 */

/** @type {AsyncLocalStorage<Device>} */
const here = new AsyncLocalStorage();
const nowhere = new IDBFactory();

/** @type {Record<string, () => unknown>} */
const globals = {
  indexedDB: () => here.getStore()?.factory ?? nowhere,
  localStorage: () => here.getStore()?.storage,
  BroadcastChannel: () => undefined,
};
for (const [name, get] of Object.entries(globals)) {
  Object.defineProperty(globalThis, name, { get, configurable: true });
}

/** localStorage: as in a browser, the keys are the object's own. */
class FakeStorage {
  /** @type {Record<string, any>} */
  get own() {
    return this;
  }
  /** @param {string} key */
  getItem(key) {
    return Object.hasOwn(this, key) ? this.own[key] : null;
  }
  /** @param {string} key @param {string} value */
  setItem(key, value) {
    this.own[key] = String(value);
  }
  /** @param {string} key */
  removeItem(key) {
    delete this.own[key];
  }
}

/** A clock that stands still until it is moved. */
export class FakeClock {
  time = Date.UTC(2026, 10, 22, 9);
  /** @type {Set<{at: number, work: () => void}>} */
  timers = new Set();

  now() {
    return this.time;
  }

  /** @param {number} ms @param {() => void} work */
  after(ms, work) {
    const timer = { at: this.time + ms, work };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  /** Moves on, doing what falls due in its order. @param {number} ms */
  async advance(ms) {
    const end = this.time + ms;
    for (;;) {
      await settle();
      const next = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers.delete(next);
      this.time = Math.max(this.time, next.at);
      next.work();
    }
    this.time = end;
  }
}

/** Lets everything that is under way in the database come to rest. */
export async function settle() {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((done) => setImmediate(done));
}

export class Device {
  factory = new IDBFactory();
  storage = new FakeStorage();
  clock = new FakeClock();

  /** @param {string} user @param {Fetch} fetch */
  constructor(user, fetch) {
    this.user = user;
    /** @type {Means} */
    this.means = {
      fetch: (address, init) => fetch(address, init),
      clock: this.clock,
      locks: localLocks(),
      account: current,
      random: () => 0.5,
    };
    this.on(() => become(user));
    // SEALED=1: the same histories on devices that seal what they keep.
    const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    if (process.env.SEALED) this.on(() => useSeal(user, sealWith(key)));
  }

  /** Does `work` on this device. @template T @param {() => T} work @returns {T} */
  on(work) {
    return here.run(this, work);
  }

  /** @param {Fetch} fetch */
  connect(fetch) {
    this.means.fetch = (address, init) => fetch(address, init);
  }

  /** @param {string} id @param {Record<string, unknown>} body */
  save(id, body) {
    return this.on(() => entries.save(this.user, { kind: 'pain', id, body }, this.clock.now()));
  }

  /** @param {string} id */
  remove(id) {
    return this.on(() => entries.remove(this.user, id, this.clock.now()));
  }

  sync() {
    return this.on(() => sync(this.user, this.means));
  }

  /** What the person sees: id to body. */
  async view() {
    const shown = await this.on(() => entries.view(this.user));
    return Object.fromEntries(shown.map(({ id, body }) => [id, body]).sort());
  }

  unsent() {
    return this.on(() => entries.unsent(this.user));
  }

  pending() {
    return this.on(() => entries.pending(this.user));
  }

  refused() {
    return this.on(() => entries.refused(this.user));
  }

  /** What the server told, as it is kept here. */
  told() {
    return this.on(() => read(this.user, ['records'], (tx) => tx.objectStore('records').getAll()));
  }

  /** The browser dies and is started again. */
  restart() {
    return this.on(() => close(this.user));
  }
}
