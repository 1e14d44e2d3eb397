/** What one can do with the programme: kept at once, told, and to be taken back. */
import { carryOut } from '../../ui/deed.js';
import { lang } from '../../ui/words.js';
import { walking } from '../../ui/words/walking.js';
import { MOST_A_DAY } from './today.js';

/**
 * @typedef {import('./rule.js').Plan} Plan
 * @typedef {import('./shelf.js').Shelf} Shelf
 * @typedef {import('./view.js').Page} Page
 * @typedef {{shelf: Shelf, look(): Promise<void>, point(problem: Page['problem'], selector: string): void}} Means
 *   look: shows what is kept now; point: shows a problem and moves the focus there
 */

const say = walking[lang];

/** @param {Page} page what the person sees @param {Means} means @returns {import('./view.js').Acts} */
export function actsOf({ found: { plan, diary }, today }, means) {
  const noted = diary.walked.get(today) ?? null;
  return {
    begin: (event) => begin(plan, today, Number(typed(event, 'minutes')), means),
    stop: () => set(plan, 'ended', today, say.stopped, means),
    resume: () => set(plan, 'ended', undefined, say.resumed, means),
    choose: (week, minutes, shown) => set(plan, `week_${week}`, minutes ?? undefined, say.choose.saved(week, shown), means),
    walk: (minutes) => walk(today, noted, minutes, means),
    other(event) {
      const minutes = Number(typed(event, 'other'));
      const fits = Number.isInteger(minutes) && minutes > 0 && minutes + (noted ?? 0) <= MOST_A_DAY;
      if (!fits) return means.point('other', '#walk-other');
      /** @type {HTMLFormElement} */ (event.target).reset();
      walk(today, noted, minutes, means);
    },
  };
}

/** @param {Plan | null} plan the one before @param {string} today @param {number} minutes 0 when nothing was chosen @param {Means} means */
function begin(plan, today, minutes, means) {
  if (!minutes) return means.point('minutes', '#walk-begin input');
  // Another device may live in tomorrow already; the programme that began last is the one that counts.
  const began = plan && plan.began > today ? plan.began : today;
  const same = plan?.began === began ? plan : null;
  const deed = {
    work: () => means.shelf.keepPlan(began, () => ({ began, minutes })),
    back: () => (same ? means.shelf.keepPlan(began, () => same) : means.shelf.dropPlan(began)),
    told: () => say.begin.begun(minutes),
  };
  void carryOut(deed, means.look);
}

/** Sets one field of the plan and leaves the others, which another device may have changed. @param {Plan | null} plan @param {keyof Plan} field @param {string | number | undefined} value @param {string} told @param {Means} means */
function set(plan, field, value, told, { shelf, ...means }) {
  if (plan === null) return;
  const { began, [field]: before } = plan;
  const make = (/** @type {string | number | undefined} */ value) =>
    shelf.keepPlan(began, (there) => withField(there.began ? /** @type {Plan} */ (there) : plan, field, value));
  void carryOut({ work: () => make(value), back: () => make(before), told: () => told }, means.look);
}

/** @param {Plan} plan @param {keyof Plan} field @param {string | number | undefined} value @returns {Plan} */
function withField(plan, field, value) {
  const { [field]: _, ...others } = plan;
  return /** @type {Plan} */ (value === undefined ? others : { ...others, [field]: value });
}

/** Adds to what is there when it is written: two quick taps both count. @param {string} today @param {number | null} noted @param {number} minutes @param {Means} means */
function walk(today, noted, minutes, means) {
  let sum = 0;
  const deed = {
    work: () => means.shelf.keepWalk(today, (there) => (sum = Math.min(MOST_A_DAY, (there ?? 0) + minutes))),
    back: () => means.shelf.keepWalk(today, () => noted),
    told: () => say.today.saved(sum),
  };
  void carryOut(deed, means.look);
}

/** @param {SubmitEvent} event @param {string} name */
function typed(event, name) {
  event.preventDefault();
  return new FormData(/** @type {HTMLFormElement} */ (event.target)).get(name);
}
