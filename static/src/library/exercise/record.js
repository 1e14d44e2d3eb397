/** A done exercise as the body of an entry. */
import { momentAt } from '../../ui/when.js';

const MOST_SETS = 20;

/**
 * @param {{exercise: string, began: number, sets: number, before: number | null, after: number | null}} done
 *   began: milliseconds; pain 0 to 10, null when it was not given
 * @returns {import('../../store/view.js').Body}
 */
export function bodyOf({ exercise, began, sets, before, after }) {
  /** @type {import('../../store/view.js').Body} */
  const body = { exercise, began: momentAt(new Date(began)), sets: Math.min(sets, MOST_SETS) };
  if (before !== null) body.before = before;
  if (after !== null) body.after = after;
  return body;
}
