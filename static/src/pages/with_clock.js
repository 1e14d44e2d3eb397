/** Today and Log show the clock of a cramp while it runs, with "It let go"; Log can start it too. */
import { readClock } from '../library/cramp/clock.js';

/** A page with the clock. @param {() => Promise<{start(): unknown}>} load @param {boolean} [always] also while no clock runs */
export function withClock(load, always = false) {
  return async () => {
    const page = await load();
    return {
      async start() {
        await page.start();
        const show = once(async () => (await import('../library/cramp/clock_card.js')).startClock());
        const look = () => (always || readClock(Date.now()) ? show() : undefined);
        // It may be started in another tab.
        addEventListener('storage', () => void look());
        await look();
      },
    };
  };
}

/** @template T @param {() => T} work @returns {() => T} the same work, done once */
function once(work) {
  /** @type {{done: T} | null} */
  let kept = null;
  return () => (kept ??= { done: work() }).done;
}
