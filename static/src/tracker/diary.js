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

/** @typedef {import('../store/view.js').Entry} Entry */

const A_MONTH = 31;

export function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('diary'));
  const user = current();
  if (user === null) place.replaceChildren(invitation(words.invite.diary));
  else startFor(user, place);
}

/** @param {string} user @param {HTMLElement} place */
function startFor(user, place) {
  const catalogue = readCatalogue();
  const told = takeTold();
  let days = A_MONTH;

  async function draw() {
    try {
      const [entries, refusals] = await Promise.all([view(user), refused(user)]);
      const grouped = byDay(entries);
      const page = {
        days: grouped.slice(0, days),
        more: grouped.length > days,
        refusals: refusals.filter(({ kind }) => kind !== 'tip'),
        saved: told?.id ?? null,
      };
      render(pageOf(page, catalogue, acts), place);
    } catch {
      render(broken(), place);
    }
  }

  const acts = {
    /** @param {Entry} entry */
    async remove(entry) {
      if (!(await remove(user, entry.id))) return;
      toast(words.deleted, { label: words.undo, work: () => void bringBack(entry) });
      document.getElementById('main')?.focus();
    },
    /** @param {string} op */
    dismiss: async (op) => (await dismiss(user, op), draw()),
    more: () => ((days += A_MONTH), void draw()),
  };

  /** @param {Entry} entry */
  async function bringBack({ kind, id, body }) {
    await save(user, { kind, id, body });
    toast(words.restored);
  }

  listen((change) => {
    if (change.user !== user) return;
    if (change.what === 'kept') toast(words.keptElsewhere);
    if (change.what !== 'wiped') void draw();
  });
  if (told) toast(words.saved);
  void draw();
}
