/** What sync needs from the world outside: given by the browser, or by a test. */
import { current } from '../store/account.js';
import { localLocks } from './lock.js';

/**
 * @typedef {{now(): number, after(ms: number, work: () => void): () => void}} Clock
 *   now: milliseconds since 1970; after: returns how to cancel
 * @typedef {{request(name: string, options: {ifAvailable?: boolean, steal?: boolean},
 *   work: (lock: unknown) => Promise<any>): Promise<any>}} Locks
 * @typedef {{
 *   fetch: (address: string, init: RequestInit) => Promise<Response>,
 *   clock: Clock,
 *   locks: Locks,
 *   account: () => string | null,
 *   random: () => number,
 * }} Means account: whose device this is now; random: from 0 to 1
 */

/** @type {Clock} */
const clock = {
  now: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

/** The browser's own means. @returns {Means} */
export function browserMeans() {
  return {
    fetch: (address, init) => fetch(address, init),
    clock,
    locks: globalThis.navigator?.locks ?? localLocks(),
    account: current,
    random: Math.random,
  };
}
