/** What a person had seen of a record when they changed it: the server judges an edit by it. */

/**
 * @typedef {[number, number][]} Seen of each epoch of the server its first version, and the last one seen
 * @typedef {{base: number, seen?: Seen}} Ground
 *   base: the newest version; seen: where it is not all of the first epoch up to it
 */

/**
 * As the oldest edit that waits had it, else as the server told the record.
 * @param {{version: number, seen?: Seen} | undefined} record @param {Ground[]} ops @returns {Ground}
 */
export function groundOf(record, ops) {
  const [{ base, seen }] = [...ops].sort((a, b) => a.base - b.base).concat({ base: record?.version ?? 0, seen: record?.seen });
  return seen ? { base, seen } : { base };
}
