/** Today: log with one tap, and the tips that fit the days that were logged. */
import { render } from 'lit-html';
import { current, isLocal } from '../store/account.js';
import { listen } from '../store/changes.js';
import { addDays, viewOfDays } from '../store/days.js';
import { pending } from '../store/entries.js';
import { recall, remember } from '../store/memory.js';
import { ownDay, settingsOf } from '../store/own_day.js';
import { draftKinds } from '../tracker/draft.js';
import { saidOfCramp, saveNoCramp, unknownDays } from '../tracker/no_cramp.js';
import { startQuick } from '../tracker/quick.js';
import { carryOut } from '../ui/deed.js';
import { dayOf } from '../ui/when.js';
import { lang, words } from '../ui/words.js';
import { askToday } from './ask.js';
import { actsFor } from './acts.js';
import { NOTHING, follow, titlesHere } from './followed.js';
import { tellShown } from './shown.js';
import { guest, pageOf } from './today_page.js';

/**
 * @typedef {{user: string, place: HTMLElement, tips: import('./ask.js').Today | null,
 *   state: 'loading' | 'here' | 'offline' | 'failed' | 'local', etag: string | null, said: 'cramp' | 'none' | null, unknown: number, stale: boolean,
 *   followed: import('./followed.js').Followed}} Here
 *   etag: of the tips that are here; stale: the server answered before it had everything
 */

/** Days ago, of which Today asks; Log shows the same week. */
const BEFORE = [6, 5, 4, 3, 2, 1];

export async function start() {
  startQuick();
  const place = /** @type {HTMLElement} */ (document.getElementById('today'));
  const user = current();
  if (user === null) return void render(guest(), place);
  /** @type {Here} */
  const here = { user, place, tips: null, state: 'loading', etag: null, said: null, unknown: 0, stale: true, followed: NOTHING };
  listen((change) => {
    if (change.user !== user) return;
    if (change.what === 'saved' || change.what === 'synced') void look(here);
    if (change.what === 'synced' && here.stale) void refresh(here);
  });
  void import('../trials/due.js').then(({ startDue }) => startDue(user));
  addEventListener('online', () => void refresh(here));
  draw(here);
  const kept = await recall(user, 'today').catch(() => null);
  if (kept?.lang === lang) Object.assign(here, { tips: kept.today, etag: kept.etag ?? null });
  await look(here);
  performance.mark('rugwijs-today'); // for `make bench`: the page answers, whether or not the server does
  await refresh(here);
}

/** @param {Here} here */
function draw(here) {
  const today = dayOf(new Date());
  const page = { ...here, ...here.followed, today, drafts: draftKinds() };
  const acts = actsFor(here.user, today, () => look(here));
  render(pageOf(page, { ...acts, noCramp: () => void noCramp(here) }), here.place);
}

/** Looks in the diary for what was logged today. @param {Here} here */
async function look(here) {
  const today = ownDay(new Date(), await settingsOf(here.user).catch(() => ({})));
  const before = BEFORE.map((back) => addDays(today, -back));
  const entries = await viewOfDays(here.user, ['pain', 'day'], before[0], today).catch(() => []);
  here.said = saidOfCramp(entries, today);
  here.unknown = unknownDays(entries, before);
  here.followed = await follow(here.user, dayOf(new Date()), titlesHere()).catch(() => here.followed);
  draw(here);
}

/** Asks for the tips of today; without an answer the last ones stay. @param {Here} here */
async function refresh(here) {
  if (isLocal(here.user)) return draw(Object.assign(here, { state: 'local' }));
  here.stale = (await pending(here.user).catch(() => 0)) > 0;
  const reply = await askToday(dayOf(new Date()), lang, here.etag);
  here.state = reply.state === 'same' ? 'here' : reply.state;
  if (reply.state === 'here') Object.assign(here, { tips: reply.today, etag: reply.etag });
  draw(here);
  if (reply.state !== 'here') return;
  const { today, etag } = reply;
  await remember(here.user, 'today', { lang, today, etag }).catch(() => undefined);
  await tellShown(here.user, reply.today).catch(() => undefined);
}

/** @param {Here} here */
function noCramp(here) {
  here.stale = true;
  const deed = { work: () => saveNoCramp(here.user, new Date()), told: () => words.tips.noCrampSaved };
  void carryOut(deed, () => look(here));
}
