/** What the running trial asks today, on the page Today: with or without, and one tap. */
import { html, nothing, render } from 'lit-html';
import { listen } from '../store/changes.js';
import { addDays, viewOfDays } from '../store/days.js';
import { ownDay, settingsOf } from '../store/own_day.js';
import { troubleOf } from '../ui/deed.js';
import { toast } from '../ui/toast.js';
import { lang } from '../ui/words.js';
import { trials } from '../ui/words/trials.js';
import { dueOn } from './course.js';
import { question } from './question.js';
import { keepTried } from './shelf.js';

/** @typedef {import('./course.js').Due} Due @typedef {{user: string, place: HTMLElement, titles: Record<string, string>}} Here */

const say = trials[lang];
/** No plan is longer. */
const LONGEST = 60;

/** Fills `#trial-due`, which holds the names of the habits as data. @param {string} user */
export async function startDue(user) {
  const place = document.getElementById('trial-due');
  if (place === null) return;
  const here = { user, place, titles: JSON.parse(place.dataset.titles ?? '{}') };
  listen((change) => {
    if (change.user === user && ['saved', 'synced'].includes(change.what)) void look(here);
  });
  await look(here);
}

/** @param {Here} here */
async function look(here) {
  const today = ownDay(new Date(), await settingsOf(here.user).catch(() => ({})));
  const entries = await viewOfDays(here.user, ['trial', 'tried'], addDays(today, -LONGEST), today).catch(() => []);
  const due = dueOn(entries, today);
  render(due ? card(here, due, today) : nothing, here.place);
}

/** @param {Here} here @param {Due} due @param {string} today */
function card({ user, titles }, { trial, on, did }, today) {
  const tap = (/** @type {boolean} */ value) => void keep(user, trial.began, today, value === did ? null : value);
  return html`<section class="card stack trial-today ${on ? 'on' : 'off'}" aria-labelledby="trial-today">
    <h2 id="trial-today">${on ? say.today.on : say.today.off}</h2>
    <p><strong>${titles[trial.habit] ?? say.unknown}</strong></p>
    ${question(say.today.ask, did, tap)}
    <p><a href=${say.path}>${say.today.toTrial}</a></p>
  </section>`;
}

/** @param {string} user @param {string} trial @param {string} day @param {boolean | null} did */
async function keep(user, trial, day, did) {
  try {
    await keepTried(user, trial, day, did);
    toast(did === null ? say.today.cleared : say.today.saved);
  } catch (error) {
    toast(troubleOf(error));
  }
}
