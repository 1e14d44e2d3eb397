/** Brings entries in, all or none, and remembers enough to take them back. */
import { editMany } from '../../store/many.js';
import { recall, remember } from '../../store/memory.js';
import { changedFields } from '../../store/view.js';
import { canonical } from '../../tracker/canonical.js';
import { fingerprint } from '../fingerprint.js';
import { bodyAfter } from './plan.js';

/**
 * @typedef {import('../../store/view.js').Body} Body
 * @typedef {import('../../store/view.js').Entry} Entry
 * @typedef {import('../../store/view.js').Edit} Edit
 * @typedef {import('../../store/many.js').Seen} Seen
 * @typedef {import('./plan.js').Wanted} Wanted
 * @typedef {import('./plan.js').Checks} Checks
 * @typedef {import('./plan.js').Choice} Choice
 * @typedef {[id: string, kind: string, after: number, before: Body | null]} Row
 *   after: fingerprint of what it became; before: null of what was new
 * @typedef {{at: number, name: string, added: number, changed: number, first: number, last: number, rows: string}} Brought
 *   at: milliseconds; name: of the file; first, last: numbers of its edits; rows: JSON, since a sync reads all that is
 *   remembered and a text costs it nothing
 * @typedef {'dropped' | 'back' | 'left'} Fate dropped: its edit is not sent; back: another edit undoes it; left: see below
 * @typedef {{removed: number, restored: number, left: number}} TakenBack left: changed since, and so left alone
 */

const BROUGHT = 'brought';
const REMEMBERED = 30 * 86_400_000;

/**
 * Brings in what is wanted, by one choice for all that differs.
 * @param {string} user @param {Wanted[]} wanted @param {{choice: Choice, checks: Checks, name: string}} how @param {number} [now]
 * @returns {Promise<Brought>} rejects with a StoreError, and then nothing was brought in
 */
export async function bring(user, wanted, { choice, checks, name }, now = Date.now()) {
  /** @type {Brought} */
  let brought = { at: now, name, added: 0, changed: 0, first: 0, last: 0, rows: '' };
  await editMany(
    user,
    (seen) => {
      /** @type {Row[]} */
      const rows = [];
      return {
        edits: editsOf(wanted, seen, checks, choice, rows),
        remember(first, last) {
          const added = rows.filter(([, , , before]) => before === null).length;
          brought = { at: now, name, added, changed: rows.length - added, first, last, rows: JSON.stringify(rows) };
          return rows.length ? { [BROUGHT]: brought } : {};
        },
      };
    },
    now,
  );
  return brought;
}

/** What was brought in last and can still be taken back. @param {string} user @param {number} [now] @returns {Promise<Brought | null>} */
export async function lastBrought(user, now = Date.now()) {
  /** @type {Brought | null} */
  const brought = await recall(user, BROUGHT);
  if (brought === null || now - brought.at <= REMEMBERED) return brought;
  await remember(user, BROUGHT, null);
  return null;
}

/**
 * Takes back what was brought in last: removes what was new, and puts back what was changed. What
 * somebody changed since stays as it is.
 * @param {string} user @param {Checks} checks @param {number} [now]
 * @returns {Promise<TakenBack>} rejects with a StoreError, and then nothing was taken back
 */
export async function takeBack(user, checks, now = Date.now()) {
  /** @type {TakenBack} */
  let told = { removed: 0, restored: 0, left: 0 };
  await editMany(
    user,
    (seen) => {
      told = { removed: 0, restored: 0, left: 0 };
      /** @type {Map<string, Fate>} */
      const fates = new Map();
      /** @type {Brought | null} */
      const brought = seen.meta[BROUGHT] ?? null;
      /** @type {Row[]} */
      const rows = brought ? JSON.parse(brought.rows) : [];
      const drop = dropped(rows, unsentOf(brought, seen), seen, checks, fates);
      return { drop, edits: editsBack(rows, seen, fates, told), remember: () => ({ [BROUGHT]: undefined }) };
    },
    now,
  );
  return told;
}

/** @param {Wanted[]} wanted @param {Seen} seen @param {Checks} checks @param {Choice} choice @param {Row[]} rows filled on the way @returns {Generator<Edit | null>} */
export function* editsOf(wanted, seen, checks, choice, rows) {
  for (const one of wanted) {
    const body = bodyAfter(one, seen, checks, choice);
    const before = seen.shown.get(one.id)?.body;
    if (body) rows.push([one.id, one.kind, fingerprint(canonical(body, checks[one.kind])), before ?? null]);
    yield body && { id: one.id, kind: one.kind, body, fields: changedFields(before, body), deleted: false };
  }
}

/**
 * The edits of a bringing in that never left the device, with no later edit of the same entry on top.
 * @param {Brought | null} brought @param {Seen} seen @returns {Map<string, import('../../store/many.js').Op>} by record
 */
function unsentOf(brought, { here }) {
  if (brought === null) return new Map();
  const later = new Set(here.filter(({ n }) => n > brought.last).map(({ id }) => id));
  const mine = here.filter(({ n, id }) => n >= brought.first && n <= brought.last && !later.has(id));
  return new Map(mine.map((op) => [op.id, op]));
}

/** @param {Row[]} rows @param {Map<string, import('../../store/many.js').Op>} unsent @param {Seen} seen @param {Checks} checks @param {Map<string, Fate>} fates filled on the way */
function* dropped(rows, unsent, seen, checks, fates) {
  for (const row of rows) {
    const op = unsent.get(row[0]) ?? null;
    const still = isStill(row, seen, checks);
    fates.set(row[0], still ? (op ? 'dropped' : 'back') : 'left');
    yield still ? op : null;
  }
}

/** @param {Row[]} rows @param {Seen} seen @param {Map<string, Fate>} fates @param {TakenBack} told counted on the way @returns {Generator<Edit | null>} */
function* editsBack(rows, { shown }, fates, told) {
  for (const [id, kind, , before] of rows) {
    const fate = fates.get(id);
    // What was new and is gone already is no matter of its own.
    if (fate === 'left') told.left += shown.has(id) || before !== null ? 1 : 0;
    else told[before === null ? 'removed' : 'restored'] += 1;
    if (fate !== 'back') yield null;
    else if (before === null) yield { id, kind, body: null, fields: [], deleted: true };
    else yield { id, kind, body: before, fields: changedFields(shown.get(id)?.body, before), deleted: false };
  }
}

/** Whether an entry is as it was brought in. @param {Row} row @param {Seen} seen @param {Checks} checks */
function isStill([id, kind, after], { shown }, checks) {
  const body = shown.get(id)?.body;
  return body !== undefined && fingerprint(canonical(body, checks[kind])) === after;
}
