/** The diary: what is on this device, newest day first, a month at a time. */
import { render } from 'lit-html';
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { addDays, dayOfEntry, firstDay, lastDay, viewOfDays } from '../store/days.js';
import { dismiss, refused, remove, save, viewOf } from '../store/entries.js';
import { ownDay, settingsOf } from '../store/own_day.js';
import { keptEarlier } from '../sync/earlier.js';
import { goOn } from '../ui/focus.js';
import { invitation } from '../ui/invite.js';
import { toast } from '../ui/toast.js';
import { dayOf } from '../ui/when.js';
import { words } from '../ui/words.js';
import { readCatalogue } from './catalogue.js';
import { broken, pageOf, refill } from './diary_page.js';
import { earlierPart, tellUntilSeen } from './earlier/diary.js';
import { ownQuestions } from './settings.js';
import { timelineOf } from './timeline.js';
import { takeTold } from './told.js';

/**
 * @typedef {import('../store/view.js').Entry} Entry
 * @typedef {{user: string, place: HTMLElement, catalogue: import('./catalogue.js').Catalogue, saved: string | null,
 *   asked: string | null, from: string, to: string | null, follows: boolean, drawn: number, turn: number,
 *   earlier: import('../sync/earlier.js').Replaced[]}} Here
 *   saved: the entry of just now; asked: the day that the address names; from, to: the days that are
 *   shown, null is up to the newest; follows: it was opened empty, and shows the newest month that a sync brings;
 *   drawn: how many parts of them; turn: only the last that began may draw
 */

const KINDS = ['pain', 'day', 'exercise'];
const A_MONTH = 30;
const FAR = '9999-12-31';
/** Days that are drawn in one go: more would stop a slow phone. */
const AT_ONCE = 4;

export async function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('diary'));
  const user = current();
  if (user === null) return place.replaceChildren(invitation(words.invite.diary));
  const told = takeTold();
  /** @type {Here} */
  const here = { user, place, catalogue: readCatalogue(), saved: told?.id ?? null, asked: null, from: '', to: null, follows: false, drawn: 0, turn: 0, earlier: [] };
  listen((change) => {
    if (change.user !== user) return;
    if (change.what === 'kept') toast(words.keptElsewhere);
    if (change.what !== 'wiped' && change.ids?.length !== 0) void draw(here);
  });
  addEventListener('hashchange', () => void openAsked(here));
  if (told) toast(words.saved);
  await openAsked(here);
}

/** Opens the diary at the day that the address names (/nl/dagboek#2026-11-22), or at its newest. @param {Here} here */
async function openAsked(here) {
  here.asked = /^#(\d{4}-\d\d-\d\d)$/.exec(location.hash)?.[1] ?? null;
  const saved = here.saved && !here.asked ? await viewOf(here.user, here.saved).catch(() => null) : null;
  await openAt(here, here.asked ?? (saved && dayOfEntry(saved)));
  const heading = here.asked ? document.getElementById(`day-${here.asked}`) : null;
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

/** @param {Here} here @param {string | null} day null is the newest */
async function openAt(here, day) {
  const last = await lastDay(here.user, KINDS, FAR).catch(() => null);
  const newest = last ?? day ?? dayOf(new Date());
  here.follows = last === null && day === null;
  const old = day !== null && day < addDays(newest, -A_MONTH) ? day : null;
  here.from = addDays(old ?? newest, old ? -A_MONTH / 2 : -A_MONTH);
  here.to = old && addDays(old, A_MONTH / 2);
  here.drawn = 0;
  await draw(here);
}

/** @param {Here} here */
async function draw(here) {
  here.turn += 1;
  const { user, turn } = here;
  try {
    const [entries, refusals, first, newest, settings, earlier] = await Promise.all([
      viewOfDays(user, KINDS, here.from, here.to ?? FAR),
      refused(user),
      firstDay(user, KINDS),
      lastDay(user, KINDS, FAR),
      settingsOf(user),
      keptEarlier(user),
    ]);
    const from = here.follows && newest !== null ? addDays(newest, -A_MONTH) : here.from;
    if (from !== here.from) {
      here.from = from;
      return await draw(here);
    }
    here.earlier = earlier;
    const answer = /** @type {HTMLElement} */ (document.getElementById('answer'));
    here.catalogue.own = ownQuestions(settings);
    const page = {
      today: ownDay(new Date(), settings),
      older: first !== null && first < here.from,
      newer: newest !== null && here.to !== null && here.to < newest,
      refusals,
      saved: here.saved,
    };
    await drawInParts(here, turn, first === null ? [] : timelineOf(entries, here.asked), page);
    await tellUntilSeen(user, earlier, here.catalogue, answer, KINDS).catch(() => undefined);
  } catch {
    render(broken(), here.place);
  }
}

/** What stood there before stands there again at once, or the page would jump. @param {Here} here @param {number} turn @param {import('./timeline.js').Part[]} parts @param {Omit<import('./diary_page.js').Page, 'parts'>} page */
async function drawInParts(here, turn, parts, page) {
  for (let many = Math.max(AT_ONCE, here.drawn); ; many += AT_ONCE) {
    render(pageOf({ ...page, parts: parts.slice(0, many) }, here.catalogue, actsOf(here)), here.place);
    here.drawn = many;
    refill(here.place);
    if (many >= parts.length) return;
    await new Promise((go) => setTimeout(go));
    if (turn !== here.turn) return;
  }
}

/** @param {Here} here @returns {import('./diary_page.js').Acts} */
function actsOf(here) {
  return {
    remove: (entry) => void take(here, entry),
    earlier: (entry) => earlierPart(here.user, here.earlier, here.catalogue, entry),
    dismiss: async (op) => (await dismiss(here.user, op), await draw(here), goOn()),
    older: () => void showOlder(here),
    newer: () => void showNewer(here),
  };
}

/** Goes back to the next entry and a month beyond it: there may be years between. @param {Here} here */
async function showOlder(here) {
  const next = await lastDay(here.user, KINDS, addDays(here.from, -1)).catch(() => null);
  here.from = addDays(next ?? here.from, -A_MONTH);
  here.follows = false;
  const known = daysIn(here.place).length;
  await draw(here);
  goOn(daysIn(here.place)[known]);
}

/** @param {Here} here */
async function showNewer(here) {
  here.to = here.to && addDays(here.to, A_MONTH);
  await draw(here);
  goOn(daysIn(here.place)[0]);
}

/** The headings of the days. @param {HTMLElement} place @returns {HTMLElement[]} */
function daysIn(place) {
  return [...place.querySelectorAll('h3')];
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
