/** The days of a week as bars; a day without a note is a dotted box, and never an empty one. */
import { html, svg } from 'lit-html';
import { WEEKS } from './rule.js';

/** @typedef {import('./rule.js').Week} Week */

const WIDE = 336;
const HIGH = 150;
const GROUND = 120;
const TOP = 26;
const STEP = WIDE / 7;
const BAR = 30;
const PILL = 28;

/** @param {Week} week @param {string} today @param {(day: string) => string} short the name of a day @param {string} told the same in words */
export function picture({ days, target }, today, short, told) {
  const most = Math.max(target * 1.4, ...days.map(({ minutes }) => minutes ?? 0));
  const height = (/** @type {number} */ minutes) => ((GROUND - TOP) * minutes) / most;
  const line = GROUND - height(target);
  return html`<svg class="week-bars" viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label=${told}>
    <path class="ground" d="M0 ${GROUND}H${WIDE}" />
    ${days.map(({ day, minutes }, place) => {
      const left = place * STEP + (STEP - BAR) / 2;
      const middle = left + BAR / 2;
      return svg`${bar(left, minutes, day <= today, target, height)}
        <text class=${day === today ? 'now' : ''} x=${middle} y=${GROUND + 20}>${short(day)}</text>`;
    })}
    <path class="line" d="M0 ${line}H${WIDE}" />
  </svg>`;
}

/** How far the programme is: twelve vertebrae. The heading says the same. @param {number} number */
export function spine(number) {
  const weeks = Array.from({ length: WEEKS }, (_, week) => week + 1);
  return html`<svg class="spine-of-weeks" viewBox="0 0 ${WEEKS * PILL} 40" aria-hidden="true" focusable="false">
    ${weeks.map((week) => {
      const low = 5 + 4 * Math.sin((week * Math.PI) / 6);
      const look = week < number ? 'past' : week === number ? 'now' : '';
      return svg`<rect class=${look} x=${(week - 1) * PILL + 4} y=${low} width=${PILL - 8} height="30" rx="6" />`;
    })}
  </svg>`;
}

/** @param {number} left @param {number | null} minutes @param {boolean} past @param {number} target @param {(minutes: number) => number} height */
function bar(left, minutes, past, target, height) {
  if (minutes === null) return past ? svg`<rect class="unknown" x=${left} y=${GROUND - 26} width=${BAR} height="24" rx="6" />` : null;
  const tall = Math.max(3, height(minutes));
  return svg`<rect class=${minutes >= target ? 'walked enough' : 'walked'} x=${left} y=${GROUND - tall} width=${BAR} height=${tall} rx="6" />
    <text class="minutes" x=${left + BAR / 2} y=${GROUND - tall - 6}>${minutes}</text>`;
}
