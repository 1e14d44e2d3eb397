/** The factors that may be laid beside the pain: those of the diary and those of one's own. */
import { ownQuestions } from '../settings.js';

/**
 * @typedef {import('../../store/view.js').Body} Body
 * @typedef {import('../catalogue.js').Factor} Factor
 */

const HARMED = 'eating_disorder';

/** @param {Record<string, Factor>} known @param {Body} settings @param {Body} profile @returns {Record<string, Factor>} */
export function comparable(known, settings, profile) {
  // What does not suit somebody now was still logged; only counting food and weight can do harm.
  const withheld = (/** @type {Factor} */ { never = [] }) => profile[HARMED] === true && never.includes(HARMED);
  const own = ownQuestions(settings).map(({ key, label, input, unit }) => [key, { input, label, unit, low: 0, high: 1, step: 1 }]);
  return Object.fromEntries([...Object.entries(known).filter(([, factor]) => !withheld(factor)), ...own]);
}
