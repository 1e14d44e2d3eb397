/** The entries of a diary in the order of a file. */
import { dayOfEntry } from '../../store/days.js';

/** @typedef {import('../../store/view.js').Entry} Entry */

/**
 * By kind, then by moment, oldest first: the same diary gives the same file.
 * @param {Entry[]} entries @param {string[]} kinds in their order; unknown ones come last
 */
export function inOrder(entries, kinds) {
  const place = new Map(kinds.map((kind, index) => [kind, index]));
  /** @param {Entry} entry @returns {[number, string, string]} */
  const keyOf = (entry) => [place.get(entry.kind) ?? kinds.length, String(entry.body.began ?? dayOfEntry(entry)), entry.id];
  return entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((one, other) => compared(one.key, other.key))
    .map(({ entry }) => entry);
}

/** @param {[number, string, string]} one @param {[number, string, string]} other */
function compared(one, other) {
  for (const [index, part] of one.entries()) {
    if (part !== other[index]) return part < other[index] ? -1 : 1;
  }
  return 0;
}
