/** One IndexedDB for each account, so that nobody's entries can mix with somebody else's. */
import { deleteDB, openDB } from 'idb';
import { current, databaseName } from './account.js';
import { here, untilLeft } from './away.js';
import { announce } from './changes.js';
import { makeRoom } from './room.js';
import { isSealed, layered, markFor, SEALED, useSeal } from './seals.js';

/**
 * @typedef {import('./view.js').Body} Body
 * @typedef {import('./view.js').ServerRecord & {pass?: string, epoch?: number}} StoredRecord
 *   pass: the full pull that last saw the record; epoch: the server's when it told the record
 * @typedef {{n: number, op: string, id: string, kind: string, base: number, body: Body | null,
 *   fields: string[], deleted: boolean, was?: number, seen?: import('./ground.js').Seen, saved: number}} Op
 *   was: an offer of what the server lost; saved: milliseconds, never sent
 * @typedef {{field: string, code: string}} Problem
 * @typedef {Op & {code: string, problems: Problem[]}} Refused
 * @typedef {'records' | 'outbox' | 'refused' | 'meta'} StoreName
 * @typedef {import('idb').DBSchema & {
 *   records: {key: string, value: StoredRecord, indexes: {began: [string, string], day: [string, string]}},
 *   outbox: {key: number, value: Op, indexes: {id: string, kind: string, began: [string, string], day: [string, string]}},
 *   refused: {key: string, value: Refused},
 *   meta: {key: string, value: {name: string, value: any}},
 * }} Schema
 * @typedef {import('idb').IDBPDatabase<Schema>} Database
 */

/** 2: the records of a day can be found without reading all. 3: and what waits of that day, or of a kind. */
const VERSION = 3;
/** @type {StoreName[]} */
const ALL = ['records', 'outbox', 'refused', 'meta'];

/** @type {WeakMap<IDBFactory, Map<string, Promise<Database>>>} */
const shelves = new WeakMap();
/** Whose database cannot be renewed, for an old tab holds it. @type {Set<string>} */
const blocked = new Set();

/**
 * What went wrong with the device's storage.
 * full: no room; missing: no database for this person; newer: made by a newer version; locked: its rows
 * are sealed and there is no key here, or the other way round; broken: else.
 */
export class StoreError extends Error {
  /** @param {'full' | 'missing' | 'newer' | 'locked' | 'broken'} code @param {unknown} cause */
  constructor(code, cause) {
    super(code, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/**
 * Runs `work` in one strict-durability transaction; resolves when it is on the disk. Kept articles make
 * room before anything is given up; `work` may then be done twice. Without room all tabs are told.
 * @template {StoreName[]} Names
 * @template T
 * @param {string} user
 * @param {Names} names
 * @param {(tx: import('idb').IDBPTransaction<Schema, Names, 'readwrite'>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function write(user, names, work) {
  try {
    return await strictly(user, names, work).catch(async (error) => {
      if (!isFull(error) || !(await makeRoom())) throw error;
      return strictly(user, names, work);
    });
  } catch (error) {
    if (isFull(error)) announce({ user, what: 'full' });
    throw error;
  }
}

/**
 * Runs `work` in one reading transaction.
 * @template {StoreName[]} Names
 * @template T
 * @param {string} user
 * @param {Names} names
 * @param {(tx: import('idb').IDBPTransaction<Schema, Names, 'readonly'>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export function read(user, names, work) {
  return attempt(user, (db) => {
    const tx = untilLeft(db.transaction(names, 'readonly'));
    // What goes wrong is told by what was asked in it.
    tx.done.catch(() => undefined);
    return work(layered(user, tx));
  });
}

/**
 * Empties and deletes a person's database. A frozen tab may delay the deleting, not the emptying.
 * @param {string} user
 */
export async function wipe(user) {
  try {
    await attempt(user, async (db) => {
      // Also where the rows are sealed and nobody has the key.
      const tx = db.transaction(ALL, 'readwrite', { durability: 'strict' });
      await Promise.all([...ALL.map((name) => tx.objectStore(name).clear()), tx.done]);
    });
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'missing')) throw error;
  }
  useSeal(user, null);
  await close(user);
  await new Promise((resolve, reject) => {
    deleteDB(databaseName(user), { blocked: () => resolve(undefined) }).then(resolve, reject);
  });
}

/** Whether an old tab keeps this database from being opened: it may have been told before anybody listened. @param {string} user */
export function isBlocked(user) {
  return blocked.has(user);
}

/** Closes the connection; the next use opens it again. @param {string} user */
export async function close(user) {
  const opening = shelf().get(user);
  shelf().delete(user);
  (await opening?.catch(() => null))?.close();
}

/**
 * @template {StoreName[]} Names
 * @template T
 * @param {string} user
 * @param {Names} names
 * @param {(tx: import('idb').IDBPTransaction<Schema, Names, 'readwrite'>) => Promise<T>} work
 * @returns {Promise<T>}
 */
function strictly(user, names, work) {
  return attempt(user, async (db) => {
    const tx = untilLeft(db.transaction([...new Set([...names, /** @type {const} */ ('meta')])], 'readwrite', { durability: 'strict' }));
    tx.done.catch(() => undefined);
    try {
      const marked = tx.objectStore('meta').get(SEALED);
      marked.catch(() => undefined);
      const result = await work(layered(user, /** @type {any} */ (tx)));
      // Another tab may have locked or unlocked it: nothing readable may come among what is sealed.
      if (((await marked) !== undefined) !== isSealed(user)) throw new StoreError('locked', user);
      commit(tx);
      await tx.done;
      return result;
    } catch (error) {
      abandon(tx);
      throw tx.error ?? error;
    }
  });
}

/**
 * Safari loses the connection of a page that slept, and such a page its transaction: again, once.
 * Work is safe to do twice: it reads the database first, inside its own transaction.
 * @template T
 * @param {string} user
 * @param {(db: Database) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function attempt(user, work) {
  try {
    const db = await database(user);
    await here();
    return await work(db);
  } catch (error) {
    if (!['AbortError', 'InvalidStateError', 'UnknownError'].includes(nameOf(error))) throw typed(error);
  }
  await here();
  await close(user);
  try {
    return await work(await database(user));
  } catch (error) {
    throw typed(error);
  }
}

/** @param {string} user @returns {Promise<Database>} */
function database(user) {
  const shelved = shelf().get(user);
  if (shelved) return shelved;
  const opening = open(user);
  shelf().set(user, opening);
  opening.catch(() => shelf().delete(user));
  return opening;
}

/** @param {string} user @returns {Promise<Database>} */
async function open(user) {
  // A late sync must not bring back a database that signing out has just wiped.
  const mayCreate = current() === user;
  const mark = markFor(user);
  let refused = false;
  const mine = shelf();
  try {
    return await openDB(databaseName(user), VERSION, {
      upgrade(db, old, _new, tx) {
        refused = old === 0 && !mayCreate;
        if (!refused) return build(db, old, tx, mark);
        tx.done.catch(() => undefined);
        return tx.abort();
      },
      blocked() {
        blocked.add(user);
        announce({ user, what: 'blocked' });
      },
      blocking(_old, next, event) {
        mine.delete(user);
        /** @type {IDBDatabase} */ (event.target).close();
        announce({ user, what: next === null ? 'wiped' : 'closed' });
      },
      terminated: () => void mine.delete(user),
    });
  } catch (error) {
    throw refused ? new StoreError('missing', error) : error;
  } finally {
    blocked.delete(user);
  }
}

/** @param {Database} db @param {number} old 0 for a new one @param {import('idb').IDBPTransaction<Schema, StoreName[], 'versionchange'>} tx @param {unknown} mark of a new one that is sealed */
function build(db, old, tx, mark) {
  if (old < 1) {
    db.createObjectStore('records', { keyPath: 'id' });
    db.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true }).createIndex('id', 'id');
    db.createObjectStore('refused', { keyPath: 'op' });
    const meta = db.createObjectStore('meta', { keyPath: 'name' });
    if (mark) void meta.put({ name: SEALED, value: mark });
  }
  if (old < 2) {
    tx.objectStore('records').createIndex('began', ['kind', 'body.began']);
    tx.objectStore('records').createIndex('day', ['kind', 'body.day']);
  }
  if (old < 3) {
    const outbox = tx.objectStore('outbox');
    outbox.createIndex('kind', 'kind');
    outbox.createIndex('began', ['kind', 'body.began']);
    outbox.createIndex('day', ['kind', 'body.day']);
  }
}

function shelf() {
  const shelved = shelves.get(indexedDB) ?? new Map();
  shelves.set(indexedDB, shelved);
  return shelved;
}

/** @param {unknown} error */
function isFull(error) {
  return error instanceof StoreError && error.code === 'full';
}

/** Asked for, it is done also when the page is left before its last edit is answered. @param {{commit?(): void}} tx */
function commit(tx) {
  try {
    tx.commit?.();
  } catch {
    // It had already ended by itself.
  }
}

/** @param {{abort(): void}} tx */
function abandon(tx) {
  try {
    tx.abort();
  } catch {
    // It had already ended by itself.
  }
}

/** @param {unknown} error */
function typed(error) {
  if (error instanceof StoreError) return error;
  const codes = { QuotaExceededError: 'full', VersionError: 'newer' };
  const code = /** @type {'full' | 'newer' | undefined} */ (
    /** @type {Record<string, string>} */ (codes)[nameOf(error)]
  );
  return new StoreError(code ?? 'broken', error);
}

/** @param {unknown} error */
function nameOf(error) {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
