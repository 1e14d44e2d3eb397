/** When to sync: after a save, when the page comes into sight or the network back, and every minute. */
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { sealed } from '../store/key.js';
import { STUCK_AFTER, sync } from './engine.js';
import { browserMeans } from './means.js';
import { checkSession } from './session.js';
import { watchStatus } from './status.js';
import { LONGEST_WAIT } from './wire.js';

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
  const status = watchStatus(user, means);
  const loop = new Loop(user, means, status);
  const soon = () => loop.ask(0);
  const listening = [
    listen((change, here) => {
      const mine = change.user === user;
      if (mine ? change.what === 'wiped' : change.what === 'account') stop();
      if (!mine || change.what !== 'saved' || !here) return;
      loop.ask(AFTER_SAVE);
      void around.register?.().catch(() => undefined);
    }),
    on(around.window, 'online', soon),
    on(around.window, 'focus', soon),
    on(around.page, 'visibilitychange', () => around.page?.visibilityState === 'visible' && soon()),
  ];
  function stop() {
    loop.stop();
    status.stop();
    for (const forget of listening) forget();
  }
  soon();
  return { status, syncSoon: soon, stop };
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

/** One timer: the next sync, never before the server allowed it. */
class Loop {
  failures = 0;
  notBefore = 0;
  due = Infinity;
  cancel = () => {};
  stopped = false;

  /** @param {string} user @param {Means} means @param {ReturnType<typeof watchStatus>} status */
  constructor(user, means, status) {
    this.user = user;
    this.means = means;
    this.status = status;
  }

  /** Syncs in `ms` milliseconds, or sooner when that was asked before. @param {number} ms */
  ask(ms) {
    const { clock } = this.means;
    const now = clock.now();
    const left = this.notBefore - now;
    // A clock that was set back must not make a wait of an hour one of years: a browser whose timer
    // is asked for so long fires it at once, and again and again.
    const at = now + (left > LONGEST_WAIT ? ms : Math.max(ms, left));
    if (this.stopped || at >= this.due) return;
    this.cancel();
    this.due = at;
    this.cancel = clock.after(at - now, () => void this.run());
  }

  async run() {
    this.due = Infinity;
    await this.status.follow({ sending: true });
    const unwatch = this.watch();
    const outcome = await this.synced();
    unwatch();
    if (this.stopped) return;
    this.failures = outcome.state === 'retry' || outcome.state === 'problem' ? this.failures + 1 : 0;
    if (outcome.state === 'wait') this.notBefore = this.means.clock.now() + (outcome.wait ?? 0);
    await this.status.follow(outcome.state === 'busy' ? { sending: false } : { sending: false, outcome });
    if (outcome.code === 'wrong_user') await checkSession(this.means);
    const pause = pauseAfter(outcome, this.failures, this.means.random);
    if (pause !== null) this.ask(pause);
  }

  /** @returns {Promise<Outcome>} */
  async synced() {
    try {
      return await sync(this.user, this.means);
    } catch (error) {
      return { state: 'problem', code: /** @type {{code?: string}} */ (error).code ?? 'broken' };
    }
  }

  /** Says so when nothing moves for a minute; returns how to stop watching. */
  watch() {
    let cancel = () => {};
    const again = () => {
      cancel();
      const told = { state: /** @type {const} */ ('problem'), code: 'stuck' };
      cancel = this.means.clock.after(STUCK_AFTER, () => void this.status.follow({ outcome: told }));
    };
    const deafen = listen(({ user, what }) => user === this.user && what === 'synced' && again());
    again();
    return () => (cancel(), deafen());
  }

  stop() {
    this.stopped = true;
    this.cancel();
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
      // The worker has no key, and could send nothing.
      if (sealed()?.user === current()) return;
      const registration = await globalThis.navigator?.serviceWorker?.ready;
      // Background Sync exists in Chromium only, and TypeScript does not know it.
      await /** @type {any} */ (registration)?.sync?.register('rugwijs-sync');
    },
  };
}
