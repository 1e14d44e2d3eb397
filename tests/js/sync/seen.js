/** What somebody had seen of a record, as in webapp/tracker/seen.py. */

/** @typedef {[number, number][]} Seen of each epoch its first version, and the last one seen */

/** @param {Seen} seen @param {number} version */
export function hasSeen(seen, version) {
  return seen.some(([first, last]) => first <= version && version <= last);
}

/** @param {Seen[]} parts @returns {Seen} */
export function seenTogether(...parts) {
  /** @type {Map<number, number>} */
  const newest = new Map();
  for (const [first, last] of parts.flat()) newest.set(first, Math.max(last, newest.get(first) ?? last));
  return [...newest].sort(([a], [b]) => a - b);
}

/** The newest version of an epoch before the one that began at `start`. @param {Seen} seen @param {number} start */
export function newestBefore(seen, start) {
  return Math.max(0, ...seen.map(([, last]) => last).filter((last) => last < start));
}

/** Empty where it is all of the first epoch up to `version`. @param {Seen} seen @param {number} version @returns {Seen} */
export function toldApart(seen, version) {
  return JSON.stringify(seen) === JSON.stringify([[0, version]]) ? [] : seen;
}
