/** The entries of a diary in their order. */
import { dayOfEntry } from '../store/days.js';

/** @typedef {import('../store/view.js').Entry} Entry */

/** The entries that a diary shows, by day. @param {Entry[]} entries @returns {[string, Entry[]][]} */
export function byDay(entries) {
  const shown = entries.filter(({ kind }) => ['pain', 'day', 'exercise'].includes(kind)).sort(newestFirst);
  /** @type {Map<string, Entry[]>} */
  const days = new Map();
  for (const entry of shown) {
    const day = dayOfEntry(entry);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

/** A day's own entry stands above its cramps and exercises. @param {Entry} one @param {Entry} other */
function newestFirst(one, other) {
  const [first, second] = [one, other].map(({ body }) => String(body.began ?? `${body.day}T24`).slice(0, 16));
  return first < second ? 1 : Number(first > second) * -1;
}
