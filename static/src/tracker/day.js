/** The page to log a day: one entry a day, so an existing one is added to. */
import { current } from '../store/account.js';
import { viewOf } from '../store/entries.js';
import { dayId } from '../store/identity.js';
import { dayOf } from '../ui/when.js';
import { words } from '../ui/words.js';
import { named, readyForm, restoreDraft, say, show } from './form.js';
import { keepOnSubmit } from './keep.js';

/** @typedef {import('../store/view.js').Body} Body */

export async function start() {
  const ready = readyForm();
  if (!ready) return;
  const { form, catalogue } = ready;
  const day = /** @type {HTMLInputElement} */ (form.elements.namedItem('day'));
  /** Names that were filled in by hand: another day's entry must not overwrite them. @type {Set<string>} */
  const touched = new Set();
  /** @type {string | null} */
  let refusal = null;
  let loading = Promise.resolve();

  keepOnSubmit(form, {
    kind: 'day',
    catalogue,
    idOf: async (user, body) => (await loading, dayId(user, String(body.day))),
    refusal: () => refusal,
    next: words.paths.diary,
  });
  form.addEventListener('input', (event) => touched.add(/** @type {HTMLInputElement} */ (event.target).name));
  day.addEventListener('change', () => (loading = load()));

  async function load() {
    const user = current();
    if (!user || day.value === '') return;
    const asked = day.value;
    const entry = await viewOf(user, await dayId(user, asked));
    if (asked !== day.value) return;
    show(form, entry?.body ?? {}, new Set([...touched, 'day']));
    if (entry) say(words.form.dayKnown);
    else document.getElementById('answer')?.replaceChildren();
  }

  if (day.value === '') day.value = dayOf(new Date());
  if (restoreDraft(form, 'day')) return;
  const found = await named('day');
  refusal = found?.refusal ?? null;
  if (found?.refusal) {
    show(form, found.body);
    return;
  }
  if (found) day.value = String(found.body.day);
  // A form that came back with an error keeps what was typed.
  if (!document.getElementById('errors')) loading = load();
}
