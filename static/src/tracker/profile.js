/** The page with what tips must take into account. */
import { current } from '../store/account.js';
import { viewOf } from '../store/entries.js';
import { profileId } from '../store/identity.js';
import { words } from '../ui/words.js';
import { readyForm, restoreDraft, show } from './form.js';
import { keepOnSubmit } from './keep.js';

export async function start() {
  const ready = readyForm();
  if (!ready) return;
  const { form, catalogue } = ready;
  keepOnSubmit(form, { kind: 'profile', catalogue, idOf: profileId, next: words.paths.me });
  if (restoreDraft(form, 'profile')) return;
  const user = current();
  const entry = user ? await viewOf(user, await profileId(user)) : null;
  if (entry) show(form, entry.body);
}
