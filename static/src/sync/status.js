/** How it stands with a person's entries: on the device, on their way, or safe on the server too. */
import { listen } from '../store/changes.js';
import { read } from '../store/database.js';
import { waiting } from '../store/entries.js';

/**
 * @typedef {'saved' | 'sending' | 'sent' | 'offline' | 'signed-out' | 'gone' | 'problem'} State
 * @typedef {{state: State, code: string | null, pending: number, notes: number,
 *   refused: number, lastSync: number | null, oldest: number | null}} Status
 *   pending: edits not sent yet; notes: those of them that were written down; refused: edits the
 *   server did not take; lastSync, oldest: milliseconds; code: why there is a problem
 * @typedef {Omit<Status, 'state' | 'code'>} Counts
 * @typedef {{sending: boolean, outcome: import('./wire.js').Outcome | null, full: boolean}} Course
 *   full: the last edit found no room
 */

const A_DAY = 86_400_000;

/**
 * Keeps the status of one person; `subscribe` calls back when it is known and at every change.
 * @param {string} user
 * @param {import('./means.js').Means} means
 */
export function watchStatus(user, means) {
  /** @type {Set<(status: Status) => void>} */
  const subscribers = new Set();
  /** @type {Course} */
  let course = { sending: false, outcome: null, full: false };
  /** @type {Status | null} */
  let status = null;

  async function refresh() {
    const counts = await countsOf(user).catch(() => null);
    if (counts === null) return;
    const known = statusOf(course, counts, means.clock.now());
    status = known;
    for (const tell of [...subscribers]) tell(known);
  }

  const stop = listen((change) => {
    if (change.user !== user || !['saved', 'synced', 'full'].includes(change.what)) return;
    if (change.what !== 'synced') course.full = change.what === 'full';
    void refresh();
  });

  return {
    current: () => status,
    /** @param {(status: Status) => void} tell */
    subscribe(tell) {
      subscribers.add(tell);
      if (status) tell(status);
      return () => void subscribers.delete(tell);
    },
    /** @param {Partial<Course>} now */
    async follow(now) {
      course = { ...course, ...now };
      await refresh();
    },
    refresh,
    stop,
  };
}

/** The status in words. @param {Course} course @param {Counts} counts @param {number} now @returns {Status} */
export function statusOf({ sending, outcome, full }, counts, now) {
  const ending = outcome?.state;
  const stale = counts.oldest !== null && now - counts.oldest > A_DAY;
  /** @param {State} state @param {string | null} [code] @returns {Status} */
  const say = (state, code = null) => ({ ...counts, state, code });
  if (ending === 'gone') return say('gone');
  // Whatever else there is: what is typed now cannot be kept.
  if (full) return say('problem', 'full');
  if (ending === 'signed-out') return say('signed-out');
  if (ending === 'problem' || ending === 'stopped' || ending === 'update') {
    return say('problem', outcome?.code ?? ending);
  }
  if (stale) return say('problem', 'old');
  if (sending && counts.pending > 0) return say('sending');
  // Who is asked to wait has a connection.
  if (ending === 'retry') return say('offline');
  return say(counts.pending > 0 ? 'saved' : 'sent');
}

/** @param {string} user @returns {Promise<Counts>} */
function countsOf(user) {
  return read(user, ['outbox', 'refused', 'meta'], async (tx) => {
    const [first] = await tx.objectStore('outbox').getAll(null, 1);
    return {
      ...(await waiting(tx)),
      refused: await tx.objectStore('refused').count(),
      lastSync: (await tx.objectStore('meta').get('last_sync'))?.value ?? null,
      oldest: first?.saved ?? null,
    };
  });
}
