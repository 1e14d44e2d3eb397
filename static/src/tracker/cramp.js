/** The page to log a cramp. */
import { newId } from '../store/identity.js';
import { minuteOf } from '../ui/when.js';
import { words } from '../ui/words.js';
import { named, readyForm, restoreDraft, say, show } from './form.js';
import { keepOnSubmit } from './keep.js';
import { ticked } from './marked.js';

export async function start() {
  const ready = readyForm();
  if (!ready) return;
  const { form, catalogue } = ready;
  /** @type {import('./form.js').Found | null} */
  let found = null;
  const id = newId();
  keepOnSubmit(form, {
    kind: 'pain',
    catalogue,
    idOf: () => found?.id ?? id,
    before: () => found?.body ?? null,
    refusal: () => found?.refusal ?? null,
    next: words.paths.diary,
  });

  const began = /** @type {HTMLInputElement} */ (form.elements.namedItem('began'));
  if (began.value === '') began.value = minuteOf(new Date());
  if (restoreDraft(form, 'pain')) return;
  found = await named('pain');
  if (found) {
    show(form, ticked(found.body));
    say(words.form.editing);
  } else if (/^#day=\d{4}-\d\d-\d\d$/.test(location.hash)) {
    began.value = `${location.hash.slice(5)}T12:00`;
    say(words.form.otherDay);
  } else if (location.hash.length > 1) {
    say(words.form.gone);
  }
}
