/** The page that looks back: pain, calendar, places and facts of a period, from what is on this device. */
import { render } from 'lit-html';
import { current } from '../../store/account.js';
import { listen } from '../../store/changes.js';
import { firstDay } from '../../store/days.js';
import { viewOf } from '../../store/entries.js';
import { profileId } from '../../store/identity.js';
import { ownDay, settingsOf } from '../../store/own_day.js';
import { lookBack } from '../../ui/words/look_back.js';
import { words } from '../../ui/words.js';
import { readCatalogue } from '../catalogue.js';
import { drawCalendar } from './calendar.js';
import { comparable } from './comparable.js';
import { drawPain, drawPeriod } from './draw.js';
import { broken, empty, frame } from './frame.js';
import { readAll } from './period.js';
import { chosenBefore, keepChosen } from './remembered.js';
import { speechIn } from './speech.js';

/** @typedef {import('./draw.js').Here} Here */

/** Milliseconds without news before the page is drawn anew: a first sync brings its news in many parts. */
const PAUSE = 400;
/** Milliseconds after which all years are read ahead at the latest; and for Safari, that has no word for idle. */
const IDLE = 1_000;

export async function start() {
  const place = /** @type {HTMLElement} */ (document.getElementById('look-back'));
  const user = current();
  if (user === null) return place.replaceChildren((await import('../../ui/invite.js')).invitation(lookBack.invite));
  const drawing = /** @type {HTMLTemplateElement | null} */ (document.getElementById('drawing'));
  /** @type {Here} */
  const here = {
    ...{ user, place, today: '', first: '', factors: {}, drawing: drawing?.content.querySelector('svg') ?? null },
    ...{ catalogue: readCatalogue(), speech: speechIn(lookBack, words), chosen: chosenBefore(), read: null, counted: null, turn: 0 },
    // Asked while the page waits for its data: later it would have to be laid out for the answer.
    width: place.clientWidth,
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  listen((change) => {
    if (change.user !== user || change.what === 'wiped' || change.ids?.length === 0) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void show(here), PAUSE);
  });
  await show(here);
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
  watchWidth(here);
}

/** Everything anew from the device. @param {Here} here */
function show(here) {
  return timed(here, async () => {
    here.counted = null;
    const [first, settings, profile] = await Promise.all([firstDay(here.user, ['pain', 'day']), settingsOf(here.user), profileOf(here.user)]);
    if (first === null) return void render(empty(lookBack), here.place);
    const factors = comparable(here.catalogue.factors ?? {}, settings, profile);
    Object.assign(here, { first, factors, read: null, today: ownDay(new Date(), settings) });
    render(frame(here.chosen.period, (period) => void choose(here, period), lookBack), here.place);
    await drawPeriod(here);
    await drawCalendar(calendarOf(here));
    idle(() => void readAhead(here));
  });
}

/** While nobody waits. @param {Here} here */
async function readAhead(here) {
  const { read, user, today, first } = here;
  const all = await readAll(user, today, first).catch(() => null);
  // What was read meanwhile is newer, or as much.
  if (all && here.read === read) here.read = all;
}

/** @param {() => void} work */
function idle(work) {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: IDLE });
  else setTimeout(work, IDLE);
}

/** @param {string} user */
async function profileOf(user) {
  return (await viewOf(user, await profileId(user)))?.body ?? {};
}

/** @param {Here} here @param {import('./dates.js').Period} period */
function choose(here, period) {
  here.chosen.period = period;
  keepChosen(here.chosen);
  return timed(here, () => drawPeriod(here));
}

/** Measures the work for `make bench`, and says so when the device's storage fails. @param {Here} here @param {() => Promise<void>} work */
async function timed(here, work) {
  const start = performance.now();
  try {
    await work();
    performance.measure('rugwijs-look-back', { start });
  } catch {
    render(broken(), here.place);
  }
}

/** @param {Here} here @returns {import('./calendar.js').Calendar} */
function calendarOf(here) {
  const { user, today, first, speech, chosen } = here;
  const place = /** @type {HTMLElement} */ (document.getElementById('part-calendar'));
  const turned = (/** @type {string} */ day) => keepChosen(Object.assign(here.chosen, { day }));
  return { user, place, today, first, day: chosen.day ?? today, speech, turned, read: here.read };
}

/** The picture is drawn for the width it has: its letters then keep their size. @param {Here} here */
function watchWidth(here) {
  new ResizeObserver(() => {
    if (here.place.clientWidth === here.width) return;
    here.width = here.place.clientWidth;
    drawPain(here);
  }).observe(here.place);
}
