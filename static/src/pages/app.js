/** The one entry: what every page does, then what this page needs. */
import { hasArrived, mayHaveArrived, watchArrivals } from '../accounts/arrival.js';
import { start as startPwa } from '../pwa/register.js';
import { current, isLocal } from '../store/account.js';
import { sealed } from '../store/key.js';
import { isDirty } from '../ui/dirty.js';
import { showTextSize } from '../ui/text_size.js';
import { words } from '../ui/words.js';
import { withClock } from './with_clock.js';

const withCodes = () => import('../accounts/codes.js');
const withPasskeys = () => import('../accounts/passkeys/start.js');
/** @type {Record<string, () => Promise<{start(): unknown}>>} */
const PAGES = {
  'accounts.erase_account': () => import('../accounts/erasing.js'),
  'accounts.lock': () => import('../accounts/lock.js'),
  'accounts.me': () => import('../accounts/me.js'),
  'accounts.without_account': () => import('../accounts/without.js'),
  'accounts.one_time_codes': withCodes,
  'accounts.passkey_sign_in': withPasskeys,
  'accounts.passkeys': withPasskeys,
  'accounts.sign_up_by_passkey': () => import('../accounts/passkeys/joining.js'),
  'accounts.prove': withPasskeys,
  'accounts.recovery_codes': withCodes,
  'accounts.second_step': withPasskeys,
  'accounts.sign_in': withPasskeys,
  'accounts.sign_up_by_name': withCodes,
  'carry.take_along': () => import('../carry/start.js'),
  'library.exercise': () => import('../library/exercise/start.js'),
  'library.show': () => import('../library/reader.js'),
  'library.exercises': () => import('../library/marks/in_lists.js'),
  'library.index': () => import('../library/index.js'),
  'library.kept': () => import('../library/marks/kept.js'),
  'library.search': () => import('../library/searching.js'),
  'library.alarm': () => import('../library/cramp/alarm.js'),
  'library.walking': () => import('../library/walking/start.js'),
  'library.warm_cold': () => import('../library/warm_cold/start.js'),
  'library.cramp_now': () => import('../library/cramp/start.js'),
  'insights.insights': () => import('../insights/start.js'),
  'sync.devices': () => import('../accounts/devices.js'),
  'tips.today': withClock(() => import('../tips/today.js')),
  'trials.trials': () => import('../trials/start.js'),
  'tips.tips': () => import('../tips/tips.js'),
  'tracker.clear': () => import('../tracker/clear/start.js'),
  'tracker.cramp': () => import('../tracker/cramp.js'),
  'tracker.day': () => import('../tracker/day.js'),
  'tracker.diary': () => import('../tracker/diary.js'),
  'tracker.log': withClock(() => import('../tracker/log.js'), true),
  'tracker.look_back': () => import('../tracker/look_back/start.js'),
  'tracker.settings': () => import('../tracker/settings_page.js'),
  'tracker.profile': () => import('../tracker/profile.js'),
};
const SIGN_OUT_DUE = 'rugwijs-sign-out-due';
const PATIENCE = 2_000;

document.documentElement.classList.add('js');
showTextSize();
const account = current();
const page = document.body.dataset.page ?? '';
startPwa({ words, isDirty });
watchArrivals();
void start();

async function start() {
  const sealing = sealed();
  const entered = sealing ? await (await import('../accounts/enter.js')).enter(sealing) : 'open';
  if (entered === 'locked' && isDue()) await Promise.race([meet(), later()]);
  if (entered === 'locked' && (await (await import('./shut.js')).shut(page))) return;
  const meeting = isDue() ? meet() : Promise.resolve();
  // Whoever just signed in should not first be told to sign in; but a bad network may not hold up a page.
  if (current() === null) await Promise.race([meeting, later()]);
  const user = current();
  if (user !== null && entered === 'open') void (isLocal(user) ? import('./local.js') : import('./account.js')).then(({ startFor }) => startFor(user));
  const load = Object.hasOwn(PAGES, page) ? PAGES[page] : null;
  await (await load?.())?.start();
  // For whoever must know that the page stands as it stays: what the script adds is there.
  document.documentElement.classList.add('ready');
}

/** A while, for what may take longer. */
function later() {
  return new Promise((go) => setTimeout(go, PATIENCE));
}

/** Whether the server must be asked, or told, who is there. */
function isDue() {
  const signingIn = page.startsWith('accounts.') && page !== 'accounts.me';
  return (mayHaveArrived() && !signingIn) || localStorage.getItem(SIGN_OUT_DUE) !== null;
}

async function meet() {
  const started = performance.now();
  const { checkSession } = await import('../sync/session.js');
  const { signedIn, switched } = await checkSession();
  if (signedIn !== null) hasArrived();
  const late = performance.now() - started > PATIENCE;
  if (switched && (late || account !== null) && !isDirty()) location.reload();
}
