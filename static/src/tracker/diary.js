/** The diary: what is on this device, newest day first. */
import { render } from 'lit-html';
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { dismiss, refused, remove, save, view } from '../store/entries.js';
import { toast } from '../ui/toast.js';
import { words } from '../ui/words.js';
import { byDay } from './by_day.js';
import { readCatalogue } from './catalogue.js';
import { broken, pageOf } from './diary_page.js';
import { invitation } from './invite.js';
import { takeTold } from './told.js';

/**
 * @typedef {import('../store/view.js').Entry} Entry
 * @typedef {{user: string, place: HTMLElement, catalogue: import('./catalogue.js').Catalogue,
 *   saved: string | null, days: number}} Here saved: just now; days: how many are shown
 */

const A_MONTH = 31;

export async function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('diary'));
  const user = current();
  if (user === null) return place.replaceChildren(invitation(words.invite.diary));
  const told = takeTold();
  /** @type {Here} */
  const here = { user, place, catalogue: readCatalogue(), saved: told?.id ?? null, days: A_MONTH };
  listen((change) => {
    if (change.user !== user) return;
    if (change.what === 'kept') toast(words.keptElsewhere);
    if (change.what !== 'wiped') void draw(here);
  });
  if (told) toast(words.saved);
  await draw(here);
}

/** @param {Here} here */
async function draw(here) {
  try {
    const [entries, refusals] = await Promise.all([view(here.user), refused(here.user)]);
    const days = byDay(entries);
    const page = {
      days: days.slice(0, here.days),
      more: days.length > here.days,
      refusals: refusals.filter(({ kind }) => kind !== 'tip'),
      saved: here.saved,
    };
    render(pageOf(page, here.catalogue, actsOf(here)), here.place);
  } catch {
    render(broken(), here.place);
  }
}

/** @param {Here} here @returns {import('./diary_page.js').Acts} */
function actsOf(here) {
  return {
    remove: (entry) => void take(here, entry),
    dismiss: async (op) => (await dismiss(here.user, op), draw(here)),
    more() {
      here.days += A_MONTH;
      void draw(here);
    },
  };
}

/** @param {Here} here @param {Entry} entry */
async function take(here, entry) {
  try {
    if (!(await remove(here.user, entry.id))) return;
    toast(words.deleted, { label: words.undo, work: () => void bringBack(here, entry) });
    // The button that had the focus is gone.
    document.getElementById('main')?.focus();
  } catch {
    toast(words.store.broken);
  }
}

/** @param {Here} here @param {Entry} entry */
async function bringBack(here, { kind, id, body }) {
  await save(here.user, { kind, id, body });
  toast(words.restored);
}
