/** When to sync: after a save, when the page comes into sight or the network back, and every minute. */
import { listen } from '../store/changes.js';
import { sync } from './engine.js';
import { browserMeans } from './means.js';
import { checkSession } from './session.js';
import { watchStatus } from './status.js';

/**
 * @typedef {import('./means.js').Means} Means
 * @typedef {import('./wire.js').Outcome} Outcome
 * @typedef {{page?: EventTarget & {visibilityState?: string}, window?: EventTarget,
 *   register?: () => Promise<unknown>}} Surroundings register: asks for a sync in the background
 */

const AFTER_SAVE = 300;
const EVERY = 60_000;
const WHILE_BUSY = 5_000;
const LONGEST = 300_000;

/**
 * Keeps a person's device in step with the server until `stop()`.
 * @param {string} user
 * @param {Means} [means]
 * @param {Surroundings} [around]
 */
export function startSync(user, means = browserMeans(), around = browserAround()) {
  const { clock } = means;
  const status = watchStatus(user, means);
  let failures = 0;
  let notBefore = 0;
  let due = Infinity;
  let cancel = () => {};
  let stopped = false;

  /** Syncs in `ms` milliseconds, or sooner when that was asked before. @param {number} ms */
  function ask(ms) {
    const at = Math.max(clock.now() + ms, notBefore);
    if (stopped || at >= due) return;
    cancel();
    due = at;
    cancel = clock.after(at - clock.now(), () => void run());
  }

  async function run() {
    due = Infinity;
    await status.follow({ sending: true });
    /** @type {Outcome} */
    const outcome = await sync(user, means).catch((error) => ({ state: 'problem', code: error.code ?? 'broken' }));
    if (stopped) return;
    failures = outcome.state === 'retry' || outcome.state === 'problem' ? failures + 1 : 0;
    if (outcome.state === 'wait') notBefore = clock.now() + (outcome.wait ?? 0);
    await status.follow(outcome.state === 'busy' ? { sending: false } : { sending: false, outcome });
    if (outcome.code === 'wrong_user') await checkSession(means);
    const pause = pauseAfter(outcome, failures, means.random);
    if (pause !== null) ask(pause);
  }

  function stop() {
    stopped = true;
    cancel();
    status.stop();
    for (const forget of listening) forget();
  }

  const listening = [
    listen((change, here) => {
      const mine = change.user === user;
      if (mine ? change.what === 'wiped' : change.what === 'account') stop();
      if (!mine || change.what !== 'saved' || !here) return;
      ask(AFTER_SAVE);
      void around.register?.().catch(() => undefined);
    }),
    on(around.window, 'online', () => ask(0)),
    on(around.window, 'focus', () => ask(0)),
    on(around.page, 'visibilitychange', () => around.page?.visibilityState === 'visible' && ask(0)),
  ];
  ask(0);
  return { status, syncSoon: () => ask(0), stop };
}

/**
 * How long to wait after an outcome, in milliseconds; null: until the person does something.
 * @param {Outcome} outcome
 * @param {number} failures in a row
 * @param {() => number} random
 * @returns {number | null}
 */
export function pauseAfter(outcome, failures, random) {
  switch (outcome.state) {
    case 'sent':
      return EVERY;
    case 'busy':
      return WHILE_BUSY;
    case 'wait':
      return outcome.wait ?? EVERY;
    case 'retry':
    case 'problem':
      return random() * Math.min(LONGEST, 1000 * 2 ** (failures - 1));
    default:
      return null;
  }
}

/** @param {EventTarget | undefined} target @param {string} name @param {() => void} work */
function on(target, name, work) {
  target?.addEventListener(name, work);
  return () => target?.removeEventListener(name, work);
}

/** @returns {Surroundings} */
function browserAround() {
  return {
    page: globalThis.document,
    window: globalThis.window,
    async register() {
      const registration = await globalThis.navigator?.serviceWorker?.ready;
      // Background Sync exists in Chromium only, and TypeScript does not know it.
      await /** @type {any} */ (registration)?.sync?.register('rugwijs-sync');
    },
  };
}
