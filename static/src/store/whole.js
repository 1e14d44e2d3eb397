/** The whole diary of a person, read in slices: ten years in one piece would stop a slow phone. */
import { read } from './database.js';
import { lay } from './view.js';

/**
 * @typedef {import('./view.js').Entry} Entry
 * @typedef {import('./database.js').Op} Op
 * @typedef {import('./database.js').StoredRecord} StoredRecord
 * @typedef {{records: StoredRecord[], ops: Op[]}} Held what the server told, and what waits to be sent
 * @typedef {{shown: Map<string, Entry>, kinds: Map<string, string>}} Seen
 *   shown: what the person sees, by id; kinds: of every record that there is or was
 * @typedef {(done: number, all: number) => void} Tell how many rows were read, of how many
 */

/** Rows that are read at once. */
const SLICE = 250;

/** Every entry, as the person sees it at one moment. @param {string} user @param {Tell} [tell] @returns {Promise<Entry[]>} */
export async function viewOfAll(user, tell) {
  return [...(await seenBy(user, tell)).shown.values()];
}

/** What the person sees at one moment, and what there was. @param {string} user @param {Tell} [tell] @returns {Promise<Seen>} */
export async function seenBy(user, tell) {
  return seenIn(await read(user, ['records', 'outbox'], (tx) => held(tx, tell)));
}

/** @param {Held} held @returns {Seen} */
export function seenIn({ records, ops }) {
  const shown = new Map(lay(records, ops).map((entry) => [entry.id, entry]));
  return { shown, kinds: new Map([...records, ...ops].map(({ id, kind }) => [id, kind])) };
}

/**
 * What a transaction sees of both stores.
 * @param {{objectStore(name: any): any}} tx of records and outbox @param {Tell} [tell] @returns {Promise<Held>}
 */
export async function held(tx, tell = () => {}) {
  const [records, outbox] = [tx.objectStore('records'), tx.objectStore('outbox')];
  const [many, waiting] = await Promise.all([records.count(), outbox.count()]);
  const all = many + waiting;
  return {
    records: await inSlices(records, 'id', (done) => tell(done, all)),
    ops: await inSlices(outbox, 'n', (done) => tell(many + done, all)),
  };
}

/** Every row of a store, in slices. @param {any} store @param {string} key the name of its key @param {(done: number) => void} [tell] */
export async function inSlices(store, key, tell = () => {}) {
  const rows = [];
  for (let range = null; ; range = IDBKeyRange.lowerBound(rows.at(-1)[key], true)) {
    const slice = await store.getAll(range, SLICE);
    rows.push(...slice);
    tell(rows.length);
    if (slice.length < SLICE) return rows;
  }
}
