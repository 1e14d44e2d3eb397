/** The page to log a day: one entry a day, so an existing one is added to. */
import { current } from '../store/account.js';
import { viewOf } from '../store/entries.js';
import { dayId } from '../store/identity.js';
import { dayOf } from '../ui/when.js';
import { words } from '../ui/words.js';
import { named, readyForm, restoreDraft, say, show } from './form.js';
import { keepOnSubmit } from './keep.js';

/**
 * @typedef {{form: HTMLFormElement, day: HTMLInputElement, touched: Set<string>}} Page
 *   touched: what was filled in by hand, which the entry of another day must not overwrite
 */

export async function start() {
  const ready = readyForm();
  if (!ready) return;
  const { form, catalogue } = ready;
  const day = /** @type {HTMLInputElement} */ (form.elements.namedItem('day'));
  /** @type {Page} */
  const page = { form, day, touched: new Set() };
  /** @type {string | null} */
  let refusal = null;
  let loading = Promise.resolve();

  keepOnSubmit(form, {
    kind: 'day',
    catalogue,
    ready: () => loading,
    idOf: (user, body) => dayId(user, String(body.day)),
    refusal: () => refusal,
    next: words.paths.diary,
  });
  form.addEventListener('input', (event) => page.touched.add(/** @type {HTMLInputElement} */ (event.target).name));
  day.addEventListener('change', () => (loading = load(page)));

  if (day.value === '') day.value = dayOf(new Date());
  if (restoreDraft(form, 'day')) return;
  const found = await named('day');
  refusal = found?.refusal ?? null;
  if (found?.refusal) return show(form, found.body);
  if (found) day.value = String(found.body.day);
  // A form that came back with an error keeps what was typed.
  if (!document.getElementById('errors')) loading = load(page);
}

/** Shows what is known of the day that was chosen. @param {Page} page */
async function load({ form, day, touched }) {
  const user = current();
  if (!user || day.value === '') return;
  const asked = day.value;
  const entry = await viewOf(user, await dayId(user, asked)).catch(() => null);
  if (asked !== day.value) return;
  show(form, entry?.body ?? {}, new Set([...touched, 'day']));
  if (entry) say(words.form.dayKnown);
  else document.getElementById('answer')?.replaceChildren();
}
