/** The page to log a day: one entry a day, so an existing one is added to. */
import { current } from '../store/account.js';
import { viewOf } from '../store/entries.js';
import { dayId, profileId } from '../store/identity.js';
import { ownDay, settingsOf } from '../store/own_day.js';
import { setDirty } from '../ui/dirty.js';
import { words } from '../ui/words.js';
import { dayBefore, taken } from './as_before.js';
import { arrange } from './ask.js';
import { asked, ownQuestions } from './settings.js';
import { named, readyForm, restoreDraft, say, show } from './form.js';
import { keepOnSubmit } from './keep.js';

/**
 * @typedef {import('../store/view.js').Body} Body
 * @typedef {{form: HTMLFormElement, day: HTMLInputElement, touched: Set<string>, known: Body | null,
 *   questions: Set<string>}} Page
 *   touched: what was filled in by hand, which the entry of another day must not overwrite;
 *   known: what is saved of the day; questions: what the form asks
 */

export async function start() {
  const ready = readyForm();
  if (!ready) return;
  const { form, catalogue } = ready;
  const day = /** @type {HTMLInputElement} */ (form.elements.namedItem('day'));
  /** @type {Page} */
  const page = { form, day, touched: new Set(), known: null, questions: new Set() };
  /** @type {string | null} */
  let refusal = null;
  let loading = Promise.resolve();

  keepOnSubmit(form, {
    kind: 'day',
    catalogue,
    ready: () => loading,
    before: () => page.known,
    idOf: (user, body) => dayId(user, String(body.day)),
    refusal: () => refusal,
    next: words.paths.diary,
  });
  form.addEventListener('input', (event) => page.touched.add(/** @type {HTMLInputElement} */ (event.target).name));
  day.addEventListener('change', () => (loading = load(page)));

  const asking = ask(page, catalogue);
  loading = asking.then(() => undefined);
  const settings = await asking;
  const wanted = /^#day=(\d{4}-\d\d-\d\d)$/.exec(location.hash)?.[1];
  if (day.value === '') day.value = wanted ?? ownDay(new Date(), settings);
  if (restoreDraft(form, 'day')) return;
  const found = await named('day');
  refusal = found?.refusal ?? null;
  if (found?.refusal) return show(form, found.body);
  if (found) day.value = String(found.body.day);
  // A form that came back with an error keeps what was typed.
  if (!document.getElementById('errors')) loading = load(page);
}

/** Asks what the person chose to keep. @param {Page} page @param {import('./catalogue.js').Catalogue} catalogue */
async function ask(page, catalogue) {
  const user = current();
  if (user === null) return {};
  const settings = await settingsOf(user).catch(() => ({}));
  const profile = (await viewOf(user, await profileId(user)).catch(() => null))?.body ?? {};
  arrange(page.form, catalogue, settings, profile);
  const own = ownQuestions(settings).filter((question) => question.asked);
  page.questions = new Set([...asked(settings, catalogue.factors ?? {}, profile), ...own.map(({ key }) => key)]);
  return settings;
}

/** Shows what is known of the day that was chosen. @param {Page} page */
async function load(page) {
  const { form, day, touched } = page;
  const user = current();
  if (!user || day.value === '') return;
  const chosen = day.value;
  const entry = await viewOf(user, await dayId(user, chosen)).catch(() => null);
  if (chosen !== day.value) return;
  page.known = entry?.body ?? null;
  show(form, entry?.body ?? {}, new Set([...touched, 'day']));
  if (entry) say(words.form.dayKnown);
  else document.getElementById('answer')?.replaceChildren();
  offerDayBefore(page, await dayBefore(user, chosen).catch(() => ({})));
}

/** @param {Page} page @param {Body} before */
function offerDayBefore(page, before) {
  document.getElementById('as-before')?.remove();
  const answers = taken(before, page.known ?? {}, page.questions);
  if (Object.keys(answers).length === 0) return;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', id: 'as-before', className: 'quiet', textContent: words.ask.asBefore });
  button.addEventListener('click', () => {
    const open = page.form.querySelector('.factors');
    show(page.form, { ...page.known, ...answers }, new Set([...page.touched, 'day', 'no_cramp']));
    setDirty(true);
    say(words.ask.asBeforeDone);
    button.remove();
    open?.querySelector('input')?.focus();
  });
  page.form.querySelector('.factors')?.before(button);
}
