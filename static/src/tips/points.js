/** Why a tip stands where it stands: its largest reasons as a sentence, and all of its points. */
import { html, nothing } from 'lit-html';
import { say } from '../ui/words/tips.js';

/**
 * @typedef {import('./ask.js').Tip} Tip
 * @typedef {NonNullable<Tip['points']>} Points
 */

const MOST_REASONS = 2;
/** What speaks for a tip by itself; the other parts only take off or put back. */
const REASONS = ['trigger', 'evidence', 'own', 'votes'];

/** @param {Tip} tip */
export function pointsOf({ grade, points = [], score = 0 }) {
  if (points.length === 0) return nothing;
  return html`<details class="more">
    <summary>${say.first}</summary>
    <div class="stack">
      <p>${becauseOf(points, grade)}</p>
      <dl class="points">
        ${points.map(({ part, points: many }) => html`<div><dt>${say.parts[part]}</dt> <dd>${say.points(many)}</dd></div>`)}
        <div><dt>${say.sum}</dt> <dd><strong>${say.points(score)}</strong></dd></div>
      </dl>
    </div>
  </details>`;
}

/** The two parts that bring most points, in words. @param {Points} points @param {string} grade @param {typeof say} [words] */
export function becauseOf(points, grade, words = say) {
  const largest = points
    .filter(({ part, points: many }) => REASONS.includes(part) && many > 0)
    .sort((one, other) => other.points - one.points)
    .slice(0, MOST_REASONS);
  const named = largest.map(({ part }) => (part === 'evidence' ? words.reasons.evidence[/** @type {'A'} */ (grade)] : words.reasons[/** @type {'own'} */ (part)]));
  return words.because(named[0], named[1]);
}
