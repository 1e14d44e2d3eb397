/** What was chosen on this page, so that it is still there after a look at a day. Never in the address. */
import { PERIODS } from './dates.js';

/**
 * @typedef {import('./dates.js').Period} Period
 * @typedef {{period: Period, factor: string | null, day: string | null}} Chosen
 *   factor: its key; day: where the calendar stands
 */

/** @returns {Chosen} */
export function chosenBefore() {
  const { period, factor = null, day = null } = history.state?.lookBack ?? {};
  return { period: PERIODS.includes(period) ? period : '30', factor, day };
}

/** @param {Chosen} chosen */
export function keepChosen({ period, factor, day }) {
  history.replaceState({ ...history.state, lookBack: { period, factor, day } }, '');
}
