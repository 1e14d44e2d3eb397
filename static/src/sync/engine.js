/** The loop: pull what is new, push what waits, until both are done. */
import { isLocal } from '../store/account.js';
import { announce } from '../store/changes.js';
import { StoreError } from '../store/database.js';
import { recall, remember } from '../store/memory.js';
import { alone } from './lock.js';
import { apply, begin, rename, setAside, startOver } from './turn.js';
import { LONGEST_WAIT, post } from './wire.js';

/**
 * @typedef {import('./means.js').Means} Means
 * @typedef {import('./turn.js').Turn} Turn
 * @typedef {import('./wire.js').Outcome} Outcome
 */

/** What this app knows of records: SCHEMA of webapp/sync/protocol.py. */
export const SCHEMA = 4;
const MOST_OPS = 100;
/** A server that never agrees on its history must not be asked without end. */
const MOST_STARTS = 2;
export const STUCK_AFTER = 60_000;

/**
 * Syncs one person's device with the server, unless another tab is doing it or the server asked to
 * wait: no tab, page or worker asks before the time that was named to any of them.
 * @param {string} user
 * @param {Means} means
 * @returns {Promise<Outcome>} rejects with a StoreError when the device's storage fails
 */
export function sync(user, means) {
  return once(user, means, async () => {
    const left = ((await recall(user, 'not_before')) ?? 0) - means.clock.now();
    // A clock that was set back must not make a wait of an hour one of years.
    if (left > 0 && left <= LONGEST_WAIT) return { state: 'wait', wait: left };
    const outcome = await rounds(user, means);
    if (outcome.state === 'wait') await remember(user, 'not_before', means.clock.now() + (outcome.wait ?? 0));
    return outcome;
  });
}

/** The same without waiting: for histories, in which no time goes by. @param {string} user @param {Means} means */
export function syncAtOnce(user, means) {
  return once(user, means, () => rounds(user, means));
}

/** @param {string} user @param {Means} means @param {() => Promise<Outcome>} work @returns {Promise<Outcome>} */
async function once(user, means, work) {
  // Whatever asks for it: a diary without an account stays where it is.
  if (isLocal(user)) return { state: 'stopped', code: 'local' };
  try {
    const outcome = await alone(means.locks, () => stuck(user, means), work);
    return outcome ?? { state: 'busy' };
  } catch (error) {
    if (error instanceof StoreError && error.code === 'missing') return { state: 'stopped', code: 'wiped' };
    // What is sealed is sent by a page that has the key, and by nobody else.
    if (error instanceof StoreError && error.code === 'locked') return { state: 'stopped', code: 'locked' };
    throw error;
  }
}

/** @param {string} user @param {Means} means @returns {Promise<Outcome>} */
async function rounds(user, means) {
  let size = MOST_OPS;
  let starts = 0;
  for (;;) {
    if (means.account() !== user) return { state: 'stopped', code: 'other_account' };
    const turn = await begin(user, size, means.clock.now());
    const reply = await post(requestOf(turn), means);
    // Somebody else may have taken over the device while the answer was on its way.
    if (means.account() !== user) return { state: 'stopped', code: 'other_account' };
    if (reply.kind === 'end') return reply.outcome;
    if (reply.kind === 'halve') {
      if (turn.ops.length === 0) return { state: 'problem', code: 'too_large' };
      size = await halved(turn);
    } else if (reply.kind === 'answer') {
      const outcome = await settled(turn, reply.answer, means);
      if (outcome) return outcome;
    } else {
      starts += 1;
      if (starts > MOST_STARTS) return { state: 'retry' };
      await (reply.kind === 'rename' ? rename(turn) : startOver(turn, reply.restored));
    }
  }
}

/**
 * The outcome when the device and the server are level or cannot go on; null to go on.
 * @param {Turn} turn @param {import('./wire.js').Answer} answer @param {Means} means
 * @returns {Promise<Outcome | null>}
 */
async function settled(turn, answer, means) {
  const step = await apply(turn, answer, means.clock.now());
  if (step.stale) return { state: 'busy' };
  announce({ user: turn.user, what: 'synced', ids: step.touched });
  if (step.kept.length) announce({ user: turn.user, what: 'kept', ids: step.kept });
  if (!step.again) return { state: 'sent' };
  // An answer that brings nothing and settles nothing would be asked for without end.
  return step.moved ? null : { state: 'retry' };
}

/** How many ops to send next; one that is too large by itself is set aside. @param {Turn} turn */
async function halved(turn) {
  if (turn.ops.length > 1) return Math.floor(turn.ops.length / 2);
  await setAside(turn, 'too_large');
  announce({ user: turn.user, what: 'synced', ids: [turn.ops[0].id] });
  return 1;
}

/** @param {Turn} turn */
function requestOf({ user, device, epoch, cursor, full, floor, ops }) {
  const sent = ops.map(({ saved: _, ...op }) => op);
  return { v: 1, schema: SCHEMA, user, device, epoch, cursor, fresh: full, floor, ops: sent };
}

/** @param {string} user @param {Means} means */
async function stuck(user, means) {
  const turn = await recall(user, 'turn');
  return turn !== null && Math.abs(means.clock.now() - turn.at) > STUCK_AFTER;
}
