/** Entries by day, without reading the whole diary: ten years must not make a page slow. */
import { read } from './database.js';
import { lay } from './view.js';
import { inSlices } from './whole.js';

/**
 * @typedef {import('./view.js').Body} Body
 * @typedef {import('./view.js').Entry} Entry
 * @typedef {import('./database.js').Op} Op
 * @typedef {import('./database.js').StoredRecord} StoredRecord
 * @typedef {import('idb').IDBPTransaction<import('./database.js').Schema, ('records' | 'outbox')[], 'readonly'>} Reading
 */

/** Days that are read at once: what comes in one piece also stops the page in one piece. */
const SLICE = 100;
/** Edits that may be read without choosing. */
const FEW = 200;
const LAST = '\uffff';
const A_DAY = 86_400_000;
/** @type {('began' | 'day')[]} */
const FIELDS = ['began', 'day'];

/** The day that an entry belongs to, as 2026-11-22; empty for what belongs to none. @param {{body: Body | null}} entry */
export function dayOfEntry({ body }) {
  return String(body?.day ?? body?.began ?? '').slice(0, 10);
}

/** The day so many days later. @param {string} day as 2026-11-22 @param {number} by */
export function addDays(day, by) {
  return new Date(Date.parse(day) + by * A_DAY).toISOString().slice(0, 10);
}

/** How many days later than `from` the other day is. @param {string} from @param {string} to */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / A_DAY);
}

/**
 * The entries of these kinds on the days `from` to `to`, both counted, as the person sees them.
 * @param {string} user @param {string[]} kinds @param {string} from an empty text is the very first day @param {string} to
 * @returns {Promise<Entry[]>} in no order
 */
export function viewOfDays(user, kinds, from, to) {
  return read(user, ['records', 'outbox'], async (tx) => {
    const [records, waiting] = await Promise.all([rowsOf(tx.objectStore('records'), kinds, from, to), waitingOf(tx, kinds, from, to)]);
    const ops = await opsOf(tx, kinds, records, waiting, from, to);
    const entries = lay([...records, ...(await movedHere(tx, ops, records, from, to))], ops);
    return entries.filter((entry) => kinds.includes(entry.kind) && isWithin(entry, from, to));
  });
}

/** The first day with an entry of these kinds; null without any. @param {string} user @param {string[]} kinds */
export async function firstDay(user, kinds) {
  return (await ends(user, kinds, (kind) => range(kind), 'next')).sort()[0] ?? null;
}

/**
 * The last day up to `day` with an entry of these kinds; null without any.
 * @param {string} user @param {string[]} kinds @param {string} day
 */
export async function lastDay(user, kinds, day) {
  const days = await ends(user, kinds, (kind) => range(kind, '', day), 'prev');
  return days.filter((one) => one <= day).sort().at(-1) ?? null;
}

/**
 * The outermost day of each kind and field, and the days of what is not sent.
 * @param {string} user @param {string[]} kinds @param {(kind: string) => IDBKeyRange} within @param {'next' | 'prev'} direction
 */
function ends(user, kinds, within, direction) {
  return read(user, ['records', 'outbox'], async (tx) => {
    const stores = [tx.objectStore('records'), tx.objectStore('outbox')];
    const asked = stores.flatMap((store) => kinds.flatMap((kind) => FIELDS.map((field) => end(store, field, within(kind), direction))));
    return (await Promise.all(asked)).flatMap((day) => day || []);
  });
}

/**
 * The rows of these days, of records or of outbox.
 * @param {any} store @param {string[]} kinds @param {string} from @param {string} to @returns {Promise<any[]>}
 */
async function rowsOf(store, kinds, from, to) {
  const found = kinds.flatMap((kind) => FIELDS.map((field) => rowsOfKind(store, field, kind, from, to)));
  return (await Promise.all(found)).flat();
}

/**
 * How many edits wait: of everything, and of these days.
 * @param {Reading} tx @param {string[]} kinds @param {string} from @param {string} to
 */
async function waitingOf(tx, kinds, from, to) {
  const outbox = tx.objectStore('outbox');
  const counts = kinds.flatMap((kind) => FIELDS.map((field) => outbox.index(field).count(range(kind, from, to))));
  const [all, ...here] = await Promise.all([outbox.count(), ...counts]);
  return { all, here: here.reduce((sum, many) => sum + many, 0) };
}

/**
 * Every edit that waits of these records and of these days. Where many wait, only what is needed is read.
 * @param {Reading} tx @param {string[]} kinds @param {StoredRecord[]} records @param {{all: number, here: number}} waiting @param {string} from @param {string} to
 * @returns {Promise<Op[]>}
 */
async function opsOf(tx, kinds, records, waiting, from, to) {
  const outbox = tx.objectStore('outbox');
  if (waiting.all <= FEW) return outbox.getAll();
  if (records.length + waiting.here > FEW) return inSlices(outbox, 'n');
  const here = await rowsOf(outbox, kinds, from, to);
  const ids = new Set([...records, ...here].map(({ id }) => id));
  const found = await Promise.all([...ids].map((id) => outbox.index('id').getAll(id)));
  return found.flat().sort((one, other) => one.n - other.n);
}

/** @param {any} store @param {'began' | 'day'} field @param {string} kind @param {string} from @param {string} to */
async function rowsOfKind(store, field, kind, from, to) {
  const index = store.index(field);
  const wanted = range(kind, from, to);
  if (from && daysBetween(from, to) < SLICE) return index.getAll(wanted);
  const [first, last] = await Promise.all([end(store, field, wanted, 'next'), end(store, field, wanted, 'prev')]);
  const slices = [];
  for (let day = first; day && last && day <= last; day = addDays(day, SLICE)) {
    const until = addDays(day, SLICE - 1);
    slices.push(index.getAll(range(kind, day, until < last ? until : last)));
  }
  return (await Promise.all(slices)).flat();
}

/**
 * The first or the last day of a range; null when it is empty.
 * @param {any} store @param {'began' | 'day'} field @param {IDBKeyRange} range @param {'next' | 'prev'} direction @returns {Promise<string | null>}
 */
async function end(store, field, range, direction) {
  const cursor = await store.index(field).openKeyCursor(range, direction);
  return cursor === null ? null : String(cursor.key[1]).slice(0, 10);
}

/**
 * What the server has on another day, and an unsent edit puts on one of these.
 * @param {Reading} tx @param {Op[]} ops @param {StoredRecord[]} read @param {string} from @param {string} to
 */
async function movedHere(tx, ops, read, from, to) {
  const store = tx.objectStore('records');
  const known = new Set(read.map(({ id }) => id));
  const ids = new Set(ops.filter((op) => isWithin(op, from, to) && !known.has(op.id)).map(({ id }) => id));
  // Most of what waits is new: thousands of questions about what is not there take longer than a list of what is.
  const there = ids.size > FEW ? new Set(await store.getAllKeys()) : ids;
  const records = await Promise.all([...ids].filter((id) => there.has(id)).map((id) => store.get(id)));
  return records.filter((record) => record !== undefined);
}

/** @param {{body: Body | null}} entry @param {string} from @param {string} to */
function isWithin(entry, from, to) {
  const day = dayOfEntry(entry);
  return day !== '' && from <= day && day <= to;
}

/** @param {string} kind @param {string} [from] @param {string} [to] */
function range(kind, from = '', to = LAST) {
  return IDBKeyRange.bound([kind, from], [kind, to + LAST]);
}
