/** What two devices wrote over each other: asked of the server when there may be some, and kept for offline. */
import { announce } from '../store/changes.js';
import { read, write } from '../store/database.js';
import { browserMeans } from './means.js';
import { limited } from './wire.js';

/**
 * @typedef {import('./means.js').Means} Means
 * @typedef {{id: string, field: string, value: unknown, version: number, at: string}} Replaced
 *   value: of the field, before `version` replaced it unseen; at: when
 */

const TIME_LIMIT = 10_000;
/** Names in the store: what was told, after which turn, of which turn it must be asked, and what was said of it. */
const [KEPT, ASKED, DUE, SAID] = ['earlier', 'earlier_asked', 'earlier_due', 'earlier_said'];
const NEVER = 'never';

/**
 * What a turn must leave in the store when it may have changed the history: somebody else may have
 * written, something was deleted, or something was brought back after a restore. The first time that
 * a device has the whole diary it has nothing to tell of what was there before it came.
 * @param {import('./turn.js').Turn} turn @param {import('./wire.js').Answer} answer
 * @param {Record<string, any>} before what the store holds
 * @returns {Record<string, unknown>}
 */
export function dueAfter({ token, full, cursor, ops }, answer, before) {
  const alone = answer.cursor === cursor + answer.results.length;
  const deleted = [...answer.state, ...answer.changes].some((record) => record.deleted);
  const offered = ops.some(({ was }) => was !== undefined);
  const due = full || !alone || deleted || offered ? { [DUE]: token } : {};
  const first = full && !answer.more && before[SAID] === undefined;
  return first ? { ...due, [SAID]: answer.cursor } : due;
}

/** Asks for the earlier values when that is due; what cannot be had now stays due. @param {string} user @param {Means} [means] */
export async function askEarlier(user, means = browserMeans()) {
  const { [ASKED]: asked, [DUE]: due = NEVER, turn } = await known(user, ASKED, DUE, 'turn');
  // A sync that is under way has more to come, and says so when it is done.
  if (asked === due || turn !== undefined) return;
  const told = await ask(means);
  if (told === null || means.account() !== user) return;
  await keep(user, { [KEPT]: told, [ASKED]: due });
  announce({ user, what: 'earlier' });
}

/** The earlier values as the server last told them. @param {string} user @returns {Promise<Replaced[]>} newest first */
export async function keptEarlier(user) {
  return (await known(user, KEPT))[KEPT] ?? [];
}

/** Of these values, those of which the person was not told yet. @param {string} user @param {Replaced[]} values */
export async function untold(user, values) {
  const said = (await known(user, SAID))[SAID] ?? 0;
  return values.filter(({ version }) => version > said);
}

/** Remembers that the person was told of these. @param {string} user @param {Replaced[]} values */
export function tell(user, values) {
  return keep(user, { [SAID]: newest(values) });
}

/** @param {Means} means @returns {Promise<Replaced[] | null>} */
async function ask(means) {
  try {
    return await limited(means, TIME_LIMIT, async (signal) => {
      const response = await means.fetch('/api/earlier', { credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal });
      const told = response.ok ? await response.json() : null;
      return Array.isArray(told?.earlier) ? told.earlier : null;
    });
  } catch {
    return null;
  }
}

/** @param {Replaced[]} values */
function newest(values) {
  return Math.max(0, ...values.map(({ version }) => version));
}

/** @param {string} user @param {...string} names @returns {Promise<Record<string, any>>} */
function known(user, ...names) {
  return read(user, ['meta'], async (tx) => {
    const rows = await Promise.all(names.map((name) => tx.objectStore('meta').get(name)));
    return Object.fromEntries(rows.filter((row) => row !== undefined).map(({ name, value }) => [name, value]));
  });
}

/** @param {string} user @param {Record<string, unknown>} values */
function keep(user, values) {
  return write(user, ['meta'], async (tx) => {
    const rows = Object.entries(values).map(([name, value]) => ({ name, value }));
    await Promise.all(rows.map((row) => tx.objectStore('meta').put(row)));
  });
}
