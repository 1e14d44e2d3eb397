/** Why a week has its minutes, and what the next one will have, in words. */
import { ENOUGH, MOST, STEP } from './rule.js';

/**
 * @typedef {import('./rule.js').Week} Week
 * @typedef {typeof import('../../ui/words/walking.js').walking.nl} Words
 */

/** Why this week has the minutes that it has. @param {Week} week @param {Week | undefined} before @param {Words} words */
export function whyText({ target, advice }, before, { why }) {
  if (target !== advice.minutes) return why.chosen(advice.minutes);
  if (!before || advice.why === 'start') return why.start;
  if (advice.why === 'less') return why.less(Number(before.worst), Number(before.before), target);
  if (advice.why === 'more') return why.more(before.reached, before.target, target);
  return advice.why === 'same' ? why.same(before.reached, before.target) : why[advice.why];
}

/** What would make the next week what it is, or another. @param {Week} week @param {Week} next @param {string} today @param {Words} words */
export function nextText({ target, days, reached, worst, before }, { target: then, advice }, today, { next }) {
  if (then !== advice.minutes) return next.chosen(advice.minutes);
  if (advice.why === 'less') return next.less(Number(worst), Number(before));
  if (target >= MOST) return next.top;
  if (advice.why === 'more') return next.more(reached, target);
  const open = days.filter(({ day, minutes }) => day >= today && (minutes ?? 0) < target).length;
  const lacking = ENOUGH - reached;
  return lacking <= open ? next.same(lacking, target, Math.min(MOST, target + STEP)) : next.closed;
}
