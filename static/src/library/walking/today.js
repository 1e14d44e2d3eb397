/** Noting today's minutes: one tap, and it says beforehand what the day will have. */
import { html, nothing } from 'lit-html';
import { addDays } from '../../store/days.js';
import { lang, words } from '../../ui/words.js';
import { walking } from '../../ui/words/walking.js';

/** As much as a day of the diary takes (webapp/tracker/factors.py). */
export const MOST_A_DAY = 600;
const SMALL = [5, 10];
const { today: say } = walking[lang];

/** @param {import('./view.js').Page} page @param {import('./rule.js').Week} week @param {import('./view.js').Acts} acts */
export function todayCard({ found: { diary }, today, signedIn, problem }, { target }, acts) {
  const noted = diary.walked.get(today) ?? null;
  const rest = target - (noted ?? 0);
  const ill = [today, addDays(today, -1)].some((day) => diary.ill.has(day));
  return html`<section class="card stack" aria-labelledby="walk-today">
    <h2 id="walk-today">${say.title}</h2>
    ${ill ? html`<p class="notice warn">${say.ill}</p>` : nothing}
    <p>${noted === null ? say.none : say.some(noted)}</p>
    <p class="actions">
      ${rest > 0 ? button(rest, noted, 'big', acts) : nothing}
      ${SMALL.filter((minutes) => minutes !== rest).map((minutes) => button(minutes, noted, 'quiet', acts))}
    </p>
    ${otherForm(noted, problem === 'other', acts)}
    ${signedIn ? html`<p class="meta"><a href=${words.paths.day}>${say.mend}</a></p>` : nothing}
  </section>`;
}

/** @param {number} minutes @param {number | null} noted @param {'big' | 'quiet'} look @param {import('./view.js').Acts} acts */
function button(minutes, noted, look, { walk }) {
  const sum = (noted ?? 0) + minutes;
  if (sum > MOST_A_DAY) return nothing;
  const text = noted === null ? say.log(minutes) : say.add(minutes, sum);
  return html`<button type="button" class=${look} @click=${() => walk(minutes)}>${text}</button>`;
}

/** @param {number | null} noted @param {boolean} wrong @param {import('./view.js').Acts} acts */
function otherForm(noted, wrong, { other }) {
  const most = MOST_A_DAY - (noted ?? 0);
  if (most < 1) return nothing;
  return html`<form class="other-minutes" novalidate @submit=${other}>
    <label for="walk-other">${say.other}</label>
    ${wrong ? html`<p class="error" id="walk-other-error">${say.wrong(most)}</p>` : nothing}
    <p class="actions">
      <input id="walk-other" name="other" inputmode="numeric" autocomplete="off" maxlength="3"
        aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? 'walk-other-error' : nothing} />
      <button type="submit" class="quiet">${say.keep}</button>
    </p>
  </form>`;
}
