/** Days of a trial that went by without a word: for a week they can still be told. */
import { html, nothing } from 'lit-html';
import { addDays } from '../store/days.js';
import { dayName } from '../ui/when.js';
import { lang, words } from '../ui/words.js';
import { trials } from '../ui/words/trials.js';
import { lately } from './course.js';
import { question } from './question.js';

/**
 * @typedef {import('./view.js').Page} Page
 * @typedef {import('./view.js').Acts} Acts
 * @typedef {import('./course.js').Trial} Trial
 */

const say = trials[lang].today;

/** Yesterday is asked; the days before it wait folded, and stay as they were told until all are. @param {Page} page @param {Trial} trial @param {Acts} acts */
export function lateCard({ found, today }, trial, acts) {
  const days = lately(found.entries, trial, today);
  if (days.every(({ did }) => did !== null)) return nothing;
  const yesterday = days.find(({ day }) => day === addDays(today, -1));
  const before = days.filter((day) => day !== yesterday);
  const open = before.filter(({ did }) => did === null).length;
  const tap = (/** @type {import('./course.js').Late} */ { day, did }) => (/** @type {boolean} */ value) => acts.did(trial, day, value, did);
  return html`<section class="card stack" aria-label=${say.lately}>
    ${yesterday && yesterday.did === null ? question(say.before(yesterday.on), null, tap(yesterday)) : nothing}
    ${open
      ? html`<details class="trial-late">
          <summary>${say.late(open)}</summary>
          <p class="meta">${say.unsure}</p>
          ${before.map((late) => question(say.lateDay(dayName(late.day, today, words), late.on), late.did, tap(late), 'small'))}
        </details>`
      : nothing}
  </section>`;
}
