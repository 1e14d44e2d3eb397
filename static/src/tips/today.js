/** Today: log with one tap, and the tips that fit the days that were logged. */
import { render } from 'lit-html';
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { StoreError } from '../store/database.js';
import { pending, view } from '../store/entries.js';
import { recall, remember } from '../store/memory.js';
import { draftKinds } from '../tracker/draft.js';
import { saidOfCramp, saveNoCramp } from '../tracker/no_cramp.js';
import { toast } from '../ui/toast.js';
import { dayOf } from '../ui/when.js';
import { lang, words } from '../ui/words.js';
import { askToday } from './ask.js';
import { tellShown } from './shown.js';
import { guest, pageOf } from './today_page.js';

/** @typedef {import('./ask.js').Today} Today @typedef {import('./ask.js').Reply} Reply */

export function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('today'));
  const user = current();
  if (user === null) render(guest(), place);
  else void startFor(user, place);
}

/** @param {string} user @param {HTMLElement} place */
async function startFor(user, place) {
  /** @type {Today | null} */
  let tips = null;
  /** @type {Reply['state'] | 'loading'} */
  let state = 'loading';
  // The server knows only what was sent: after the next sync it is asked again.
  let stale = true;

  /** @type {'cramp' | 'none' | null} */
  let said = null;

  function draw() {
    const page = { tips, state, said, today: dayOf(new Date()), drafts: draftKinds() };
    render(pageOf(page, { noCramp }), place);
  }

  async function look() {
    said = saidOfCramp(await view(user), dayOf(new Date()));
    draw();
  }

  async function noCramp() {
    try {
      stale = true;
      await saveNoCramp(/** @type {string} */ (user), new Date());
      toast(words.tips.noCrampSaved);
    } catch (error) {
      toast(words.store[error instanceof StoreError ? error.code : 'broken']);
    }
  }

  async function refresh() {
    const day = dayOf(new Date());
    stale = (await pending(user)) > 0;
    const reply = await askToday(day, lang);
    state = reply.state;
    if (reply.state === 'here') {
      tips = reply.today;
      await remember(user, 'today', { lang, today: tips });
      await tellShown(user, tips);
    }
    draw();
  }

  listen((change) => {
    if (change.user !== user) return;
    if (change.what === 'saved' || change.what === 'synced') void look();
    if (change.what === 'synced' && stale) void refresh();
  });
  addEventListener('online', () => void refresh());
  draw();
  const kept = await recall(user, 'today').catch(() => null);
  if (kept?.lang === lang) tips = kept.today;
  await look().catch(draw);
  await refresh().catch(draw);
}
