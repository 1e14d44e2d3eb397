/** A cramp in two taps: a number and Save. The rest can be added later. */
import { current } from '../store/account.js';
import { remove, save } from '../store/entries.js';
import { newId } from '../store/identity.js';
import { settingsOf, withOwnDay } from '../store/own_day.js';
import { checkSession } from '../sync/session.js';
import { troubleOf } from '../ui/deed.js';
import { invitation } from '../ui/invite.js';
import { toast } from '../ui/toast.js';
import { momentAt } from '../ui/when.js';
import { words } from '../ui/words.js';
import { keepDraft } from './draft.js';

/** The quick form of this page, if it has one. */
export function startQuick() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form#quick'));
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void keep(form);
  });
}

/** @param {HTMLFormElement} form */
async function keep(form) {
  const place = /** @type {HTMLElement} */ (form.querySelector('#quick-answer'));
  const worst = new FormData(form).get('worst');
  if (worst === null) {
    place.replaceChildren(line('error', words.cramp.worst));
    return /** @type {HTMLElement | null} */ (form.querySelector('input[type="radio"]'))?.focus();
  }
  place.replaceChildren();
  const began = momentAt(new Date());
  const user = current() ?? (await arrive(place, [['began', began.slice(0, 16)], ['worst', String(worst)]]));
  if (user === null) return;
  try {
    await store(user, withOwnDay({ began, worst: Number(worst) }, await settingsOf(user)));
    form.reset();
    place.replaceChildren();
  } catch (error) {
    place.replaceChildren(line('notice alarm', troubleOf(error)));
  }
}

/** @param {string} user @param {import('../store/view.js').Body} body */
async function store(user, body) {
  const id = newId();
  await save(user, { kind: 'pain', id, body });
  toast(
    words.quick.saved,
    { label: words.quick.add, work: () => location.assign(`${words.paths.cramp}#${id}`) },
    { label: words.undo, work: () => void remove(user, id).then(() => toast(words.deleted)) },
  );
}

/** @param {HTMLElement} place @param {[string, string][]} typed */
async function arrive(place, typed) {
  keepDraft('pain', typed);
  const box = invitation(words.invite.keep);
  place.replaceChildren(box);
  const { user, signedIn } = await checkSession();
  return signedIn ? user : null;
}

/** @param {string} look @param {string} text */
function line(look, text) {
  const made = document.createElement('p');
  made.className = look;
  made.textContent = text;
  return made;
}
