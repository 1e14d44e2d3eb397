/** What the diary says that the programme needs to know. */
import { dayOfEntry } from '../../store/days.js';

/** @typedef {{kind: string, body: Record<string, any>}} Entry */

/**
 * Minutes walked, the worst cramp, and fever or flu, by day. What was not noted is not in it.
 * @param {Entry[]} entries of the kinds day and pain
 * @returns {import('./rule.js').Diary & {ill: Set<string>}}
 */
export function diaryOf(entries) {
  const days = entries.filter(({ kind }) => kind === 'day').map(({ body }) => body);
  /** @type {Map<string, number>} */
  const worst = new Map(days.filter(({ no_cramp }) => no_cramp === true).map(({ day }) => [day, 0]));
  for (const entry of entries.filter(({ kind }) => kind === 'pain')) {
    const day = dayOfEntry(entry);
    worst.set(day, Math.max(worst.get(day) ?? 0, entry.body.worst));
  }
  return {
    walked: new Map(days.filter(({ walk_min }) => walk_min !== undefined).map(({ day, walk_min }) => [day, walk_min])),
    worst,
    ill: new Set(days.filter(({ ill }) => ill === true).map(({ day }) => day)),
  };
}
