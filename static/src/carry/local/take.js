/**
 * Takes a diary without an account into the account that somebody signed in to. Its entries are all in
 * the account's outbox before anything of it is wiped, and whatever stops this may stop it anywhere:
 * begun again, it adds nothing twice.
 */
import { isLocal, localDiary } from '../../store/account.js';
import { wipe } from '../../store/database.js';
import { notesAmong, view } from '../../store/entries.js';
import { derivedId } from '../../store/identity.js';
import { editMany } from '../../store/many.js';
import { markOf } from '../../store/lock.js';
import { recall } from '../../store/memory.js';
import { editsOf } from '../bring/bring.js';
import { PARTS, toFit } from '../bring/own_file.js';
import { fingerprint } from '../fingerprint.js';

/**
 * @typedef {import('../../store/view.js').Body} Body
 * @typedef {import('../../store/view.js').Entry} Entry
 * @typedef {import('../bring/plan.js').Wanted} Wanted
 * @typedef {{local: string, entries: Entry[], notes: number}} Found notes: how many of the entries were written down
 * @typedef {{wanted: Wanted[], lost: string[]}} Fitted lost: names of questions for which the account has no number left
 */

/** Of these both may have a part: only the same answer given twice is asked about. */
const SHARED = [...PARTS, 'day', 'profile'];
/** Name in the account's store: what was taken in (`print`), and whether all of it was; then it may have to be wiped yet. */
const TAKEN = 'taken_in';

/**
 * The diary without an account that waits on this device; null when there is none. One that is empty,
 * or was taken in already and whole, goes.
 * @param {string} user the account @returns {Promise<Found | null>}
 */
export async function foundLocal(user) {
  const local = await localDiary();
  if (local === null || isLocal(user)) return null;
  // Behind a lock it is not readable now: it waits until its person opens it.
  if ((await markOf(local)) !== null) return null;
  const entries = await view(local);
  const taken = await recall(user, TAKEN);
  const isTaken = taken?.print === printOf(entries);
  if (entries.length > 0 && !isTaken) return { local, entries, notes: notesAmong(entries) };
  if (entries.length === 0 || taken.whole) await wipe(local);
  return null;
}

/** The entries as the account must have them. @param {string} user @param {Entry[]} entries @param {Body} settings of the account @returns {Promise<Fitted>} */
export async function fitted(user, entries, settings) {
  const { lost, fit } = toFit(entries, settings);
  const wanted = entries.map(async ({ kind, id, body }) => {
    return { kind, id: (await derivedId(user, kind, body)) ?? id, body: fit(body), part: SHARED.includes(kind) };
  });
  return { wanted: await Promise.all(wanted), lost };
}

/**
 * Takes it in, by one choice for all that differs, and wipes it. Where answers would be lost it stays.
 * @param {string} user @param {Found} found @param {Fitted} fitted
 * @param {{choice: import('../bring/plan.js').Choice, checks: import('../bring/plan.js').Checks}} how
 * @returns {Promise<void>} rejects with a StoreError, and then all of it is where it was, or in the account
 */
export async function takeIn(user, { local, entries }, { wanted, lost }, { choice, checks }) {
  await editMany(user, (seen) => ({
    edits: editsOf(wanted, seen, checks, choice, []),
    remember: () => ({ [TAKEN]: { print: printOf(entries), whole: lost.length === 0 } }),
  }));
  if (lost.length === 0) await wipe(local);
}

/** @param {Entry[]} entries */
function printOf(entries) {
  const rows = entries.map(({ id, body }) => JSON.stringify([id, Object.entries(body).sort(([one], [other]) => (one < other ? -1 : 1))]));
  return fingerprint(rows.sort().join('\n'));
}
