/** Small pictures: a bar, a fortnight of bars, and a row of circles. A sentence beside each says the same. */
import { svg } from 'lit-html';

const STEP = 10;
const HIGH = 32;
const LEAST = 2;

/** @param {number} share of the whole width */
export function bar(share) {
  return svg`<svg class="bar-of" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="whole" width="100" height="4"></rect>
    <rect width=${Math.round(share * 1000) / 10} height="4"></rect>
  </svg>`;
}

/**
 * A bar for each day, the last one today; a dot for a day that is unknown.
 * @param {(number | null)[]} values @param {string} said
 */
export function fortnight(values, said) {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  return svg`<svg class="fortnight" viewBox="0 0 ${values.length * STEP} ${HIGH + LEAST}" role="img" aria-label=${said}>
    <line class="zero" x1="0" x2=${values.length * STEP} y1=${HIGH + 1} y2=${HIGH + 1}></line>
    ${values.map((value, place) => {
      const x = place * STEP + 2;
      if (value === null) return svg`<circle class="unknown" cx=${x + 3} cy=${HIGH - 2} r="1.5"></circle>`;
      const height = Math.max(LEAST, (value / most) * HIGH);
      return svg`<rect class=${place === values.length - 1 ? 'today' : 'before'} x=${x} y=${HIGH - height} width="6" height=${height}></rect>`;
    })}
  </svg>`;
}

/** A circle for each: filled, open, or a dash for what is unknown. @param {(boolean | null)[]} marks */
export function circles(marks) {
  return marks.map(
    (mark) => svg`<svg class="circle" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      ${mark === null ? svg`<line x1="3" x2="9" y1="6" y2="6"></line>` : svg`<circle class=${mark ? 'full' : 'open'} cx="6" cy="6" r="4.5"></circle>`}
    </svg>`,
  );
}
