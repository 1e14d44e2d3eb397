/** One sync at a time, over all tabs and the worker. */

/**
 * @typedef {import('./means.js').Locks} Locks
 */

const NAME = 'rugwijs-sync';

/**
 * Runs `work` alone; null when another is at work. A holder that is `stuck`, such as a tab that the
 * phone put to sleep, is passed by: whatever it still brings home is not applied.
 * @template T
 * @param {Locks} locks
 * @param {() => Promise<boolean>} stuck
 * @param {() => Promise<T>} work
 * @returns {Promise<T | null>}
 */
export async function alone(locks, stuck, work) {
  const asked = { taken: false };
  const result = await take(locks, { ifAvailable: true }, work, asked);
  if (asked.taken || !(await stuck())) return result;
  return take(locks, { steal: true }, work, asked);
}

/**
 * For a browser without Web Locks: within this tab only. Over tabs, the turn in the database guards.
 * @returns {Locks}
 */
export function localLocks() {
  /** @type {object | null} */
  let holder = null;
  return {
    async request(_name, options, work) {
      if (holder !== null && !options.steal) return work(null);
      const mine = {};
      holder = mine;
      try {
        return await work(mine);
      } finally {
        if (holder === mine) holder = null;
      }
    },
  };
}

/**
 * @template T
 * @param {Locks} locks
 * @param {{ifAvailable?: boolean, steal?: boolean}} options
 * @param {() => Promise<T>} work
 * @param {{taken: boolean}} asked
 * @returns {Promise<T | null>}
 */
async function take(locks, options, work, asked) {
  try {
    return await locks.request(NAME, options, async (lock) => {
      asked.taken = lock !== null;
      return asked.taken ? work() : null;
    });
  } catch (error) {
    // AbortError: another tab found this one stuck and took the lock.
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
