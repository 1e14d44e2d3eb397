/** Deletes what somebody logged on some days, all or none, and puts it back as long as it is asked. */
import { dayOfEntry } from '../../store/days.js';
import { editMany } from '../../store/many.js';

/**
 * @typedef {import('../../store/view.js').Entry} Entry
 * @typedef {import('../../store/view.js').Edit} Edit
 * @typedef {(share: number) => void} Tell share: of what is done, 0 to 1
 * @typedef {{pain: number, day: number, exercise: number, rest: number}} Counts
 */

const STEP = 100; // entries between two tellings

/** The entries of the days `from` to `to`, both counted. @param {Iterable<Entry>} entries @param {string} from @param {string} to */
export function within(entries, from, to) {
  return [...entries].filter((entry) => {
    const day = dayOfEntry(entry);
    return day !== '' && from <= day && day <= to;
  });
}

/** How many there are of what people name, and of the rest. @param {Entry[]} entries @returns {Counts} */
export function countsOf(entries) {
  const counts = { pain: 0, day: 0, exercise: 0, rest: 0 };
  for (const { kind } of entries) counts[kind === 'pain' || kind === 'day' || kind === 'exercise' ? kind : 'rest'] += 1;
  return counts;
}

/**
 * Deletes all of these days that is there now; what went.
 * @param {string} user @param {string} from @param {string} to @param {Tell} [tell] @param {number} [now]
 * @returns {Promise<Entry[]>} rejects with a StoreError, and then nothing was deleted
 */
export async function clearDays(user, from, to, tell = () => {}, now = Date.now()) {
  /** @type {Entry[]} */
  let gone = [];
  await editMany(
    user,
    (seen) => {
      gone = within(seen.shown.values(), from, to);
      return { edits: told(gone, removal, tell), remember: () => ({}) };
    },
    now,
  );
  return gone;
}

/**
 * Puts back what went, but for what is there again by now.
 * @param {string} user @param {Entry[]} gone @param {Tell} [tell] @param {number} [now]
 * @returns {Promise<void>} rejects with a StoreError, and then nothing was put back
 */
export function putBack(user, gone, tell = () => {}, now = Date.now()) {
  return editMany(
    user,
    (seen) => ({ edits: told(gone, (entry) => (seen.shown.has(entry.id) ? null : again(entry)), tell), remember: () => ({}) }),
    now,
  );
}

/** @param {Entry} entry @returns {Edit} */
const removal = ({ id, kind }) => ({ id, kind, body: null, fields: [], deleted: true });

/** @param {Entry} entry @returns {Edit} */
const again = ({ id, kind, body }) => ({ id, kind, body, fields: Object.keys(body), deleted: false });

/** @param {Entry[]} entries @param {(entry: Entry) => Edit | null} make @param {Tell} tell @returns {Generator<Edit | null>} */
function* told(entries, make, tell) {
  for (const [place, entry] of entries.entries()) {
    if (place % STEP === 0) tell(place / entries.length);
    yield make(entry);
  }
}
