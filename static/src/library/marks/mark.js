/** The marks of a person: which articles and exercises are kept, and which were read. */

/**
 * @typedef {'kept' | 'read'} What
 * @typedef {Record<string, true>} Marks by name, as kept_B04; what is not marked is absent
 */

/** The names that the server takes too: webapp/tracker/marks.py. */
const NAME = /^(kept|read)_[A-FX](0[1-9]|[1-9][0-9])$/;

/** @param {What} what @param {string} code of the article or exercise */
export function nameOf(what, code) {
  return `${what}_${code}`;
}

/** What are marks among these values; the rest is left out. @param {unknown} values @returns {Marks} */
export function marksIn(values) {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === true && NAME.test(name) ? [[name, value]] : [])),
  );
}

/** These marks with one more, or without it. @param {Record<string, unknown>} marks @param {string} name @param {boolean} on */
export function marked(marks, name, on) {
  const { [name]: _, ...others } = marks;
  return on ? { ...others, [name]: true } : others;
}

/** How many are marked so. @param {Marks} marks @param {What} what */
export function countOf(marks, what) {
  return Object.keys(marks).filter((name) => name.startsWith(`${what}_`)).length;
}
