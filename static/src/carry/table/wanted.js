/** The entries that the rows of a table become. */
import { dayId, namedId } from '../../store/identity.js';
import { breath } from '../pieces.js';
import { bodyOf } from './bodies.js';

/**
 * @typedef {import('../../store/view.js').Body} Body
 * @typedef {import('../../store/whole.js').Seen} Seen
 * @typedef {import('../bring/plan.js').Wanted} Wanted
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./meanings.js').Meaning} Meaning
 * @typedef {import('./meanings.js').Reading} Reading
 * @typedef {import('./bodies.js').Wrong} Wrong
 * @typedef {{wanted: Wanted[], wrong: Wrong[], empty: number}} Found empty: rows that say nothing but their date
 * @typedef {{user: string, now: Date, settings: Body, seen: Seen}} Around
 * @typedef {ReturnType<typeof idsOf>} Ids
 */

const AT_ONCE = 200;
/** The version of a UUID that is made of a name; what the app logs has a random one. */
const NAMED = '5';

/**
 * @param {Row[]} rows @param {Meaning[]} meanings of the columns @param {Reading} reading @param {Around} around
 * @param {(share: number) => void} [tell] from 0 to 1
 * @returns {Promise<Found>}
 */
export async function wantedOf(rows, meanings, reading, around, tell = () => {}) {
  /** @type {Found} */
  const found = { wanted: [], wrong: [], empty: 0 };
  /** @type {Map<string, Wanted>} */
  const known = new Map();
  const ids = idsOf(around);
  for (const [place, row] of rows.entries()) {
    const { body, id, wrong, column } = bodyOf(row, meanings, reading, around);
    found.wrong.push(...wrong);
    if (body && isEmpty(body, reading)) found.empty += wrong.length ? 0 : 1;
    else if (body) {
      const one = { kind: reading.kind, id: id ?? (await ids[reading.kind](body)), body, part: true };
      const clash = addTo(known, one, around.seen);
      if (clash) found.wrong.push({ at: row.starts[Math.max(0, column(clash.field))], column: Math.max(0, column(clash.field)), code: clash.code, row: true });
    }
    if (place % AT_ONCE === 0) {
      tell(place / rows.length);
      await breath();
    }
  }
  return { ...found, wanted: [...known.values()] };
}

/** @param {Body} body @param {Reading} reading */
function isEmpty(body, { kind }) {
  return kind === 'day' && Object.keys(body).length === 1;
}

/** Two rows of one entry that speak of different things are one; null when it fits. @param {Map<string, Wanted>} known @param {Wanted} one @param {Seen} seen */
function addTo(known, one, { kinds }) {
  if ((kinds.get(one.id) ?? one.kind) !== one.kind) return { field: 'id', code: 'wrong_kind' };
  const before = known.get(one.id)?.body ?? {};
  const field = Object.keys(one.body).find((name) => name in before && JSON.stringify(before[name]) !== JSON.stringify(one.body[name]));
  if (field) return { field, code: 'twice' };
  known.set(one.id, { ...one, body: { ...before, ...one.body } });
  return null;
}

/** Ids that are the same for the same row each time, or those of a cramp that the diary has at that minute. @param {Around} around */
function idsOf({ user, seen }) {
  const logged = loggedByMinute(seen);
  /** @type {Map<string, number>} */
  const turns = new Map();
  return {
    day: (/** @type {Body} */ body) => dayId(user, String(body.day)),
    async pain(/** @type {Body} */ { began }) {
      const minute = String(began).slice(0, 16);
      const turn = (turns.get(minute) ?? 0) + 1;
      turns.set(minute, turn);
      const made = await namedId(user, `row:${minute}:${turn}`);
      return seen.shown.has(made) ? made : (logged.get(minute)?.shift() ?? made);
    },
  };
}

/** The cramps that were logged in the app itself, by their minute. @param {Seen} seen */
function loggedByMinute({ shown }) {
  /** @type {Map<string, string[]>} */
  const logged = new Map();
  for (const { id, kind, body } of shown.values()) {
    if (kind !== 'pain' || id[14] === NAMED) continue;
    const minute = String(body.began).slice(0, 16);
    logged.set(minute, [...(logged.get(minute) ?? []), id].sort());
  }
  return logged;
}
