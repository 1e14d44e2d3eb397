/** The estimate with its 80 % interval, on a line from less pain to more pain. */
import { html } from 'lit-html';
import { lang } from '../ui/words.js';
import { trials } from '../ui/words/trials.js';

const { result: say } = trials[lang];
const WIDE = 336;
const MOST = 4; // points of pain, to either side
const LINE = 46;

/** @param {import('./ask.js').Figures} figures @param {(effect: number) => string} told */
export function interval({ median, low, high, goal }, told) {
  const at = (/** @type {number} */ effect) => WIDE / 2 + (Math.max(-MOST, Math.min(MOST, effect)) / MOST) * (WIDE / 2 - 8);
  const wide = Math.max(4, at(high) - at(low));
  return html`<svg class="trial-interval" viewBox="0 0 ${WIDE} 84" role="img" aria-label=${say.picture(told(median), told(low), told(high))}>
    <rect class="worth" x="0" y="26" width=${at(-goal)} height="40" rx="6" />
    <path class="ground" d="M4 ${LINE}H${WIDE - 4}" />
    <path class="zero" d="M${WIDE / 2} 22V70" />
    <rect class="span" x=${at(low)} y=${LINE - 9} width=${wide} height="18" rx="9" />
    <circle class="middle" cx=${at(median)} cy=${LINE} r="7" />
    <text x="4" y="14">← ${say.less}</text>
    <text x=${WIDE - 4} y="14" text-anchor="end">${say.more} →</text>
    <text x=${WIDE / 2} y="82" text-anchor="middle">${say.zero}</text>
    <text x=${Math.max(2, at(-goal) - 4)} y="82" text-anchor="end">${say.worth}</text>
  </svg>`;
}
