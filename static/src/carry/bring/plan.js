/** What bringing in would do, before anything happens. */
import { canonical } from '../../tracker/canonical.js';

/**
 * @typedef {import('../../store/view.js').Body} Body
 * @typedef {import('../../store/whole.js').Seen} Seen what a file is compared with
 * @typedef {Record<string, Record<string, import('../../tracker/catalogue.js').Rule>>} Checks
 * @typedef {'mine' | 'file'} Choice what to do where both have an entry, and they differ
 * @typedef {{kind: string, id: string, body: Body, part: boolean}} Wanted
 *   part: it adds to an entry that there is, instead of taking its place
 * @typedef {'added' | 'filled' | 'same' | 'differs' | 'clash'} Sort
 *   filled: only adds what an entry lacks; clash: the id belongs to something of another kind
 * @typedef {Record<string, Record<Sort, number>>} Counts by kind
 */

/** How many entries of each kind are new, there already, or otherwise. @param {Wanted[]} wanted @param {Seen} seen @param {Checks} checks @returns {Generator<number, Counts>} */
export function* counted(wanted, seen, checks) {
  /** @type {Counts} */
  const counts = {};
  for (const [place, one] of wanted.entries()) {
    counts[one.kind] ??= { added: 0, filled: 0, same: 0, differs: 0, clash: 0 };
    counts[one.kind][sortOf(one, seen, checks)] += 1;
    yield place;
  }
  return counts;
}

/** The sum of one sort over all kinds. @param {Counts} counts @param {Sort} sort */
export function sum(counts, sort) {
  return Object.values(counts).reduce((all, of) => all + of[sort], 0);
}

/** @param {Wanted} wanted @param {Seen} seen @param {Checks} checks @returns {Sort} */
export function sortOf({ kind, id, body, part }, { shown, kinds }, checks) {
  if ((kinds.get(id) ?? kind) !== kind) return 'clash';
  const mine = shown.get(id)?.body;
  if (mine === undefined) return 'added';
  const written = (/** @type {Body} */ one) => canonical(one, checks[kind]);
  if (written(part ? { ...mine, ...body } : body) === written(mine)) return 'same';
  return part && written({ ...mine, ...body }) === written({ ...body, ...mine }) ? 'filled' : 'differs';
}

/**
 * The body that an entry gets; null when it stays as it is.
 * @param {Wanted} wanted @param {Seen} seen @param {Checks} checks @param {Choice} choice @returns {Body | null}
 */
export function bodyAfter(wanted, seen, checks, choice) {
  const sort = sortOf(wanted, seen, checks);
  const { body, part } = wanted;
  const mine = seen.shown.get(wanted.id)?.body ?? {};
  if (sort === 'same' || sort === 'clash') return null;
  if (!part) return sort === 'added' || choice === 'file' ? body : null;
  const after = choice === 'file' ? { ...mine, ...body } : { ...body, ...mine };
  return canonical(after, checks[wanted.kind]) === canonical(mine, checks[wanted.kind]) && sort !== 'added' ? null : after;
}
