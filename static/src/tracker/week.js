/** The last seven days: was there a cramp? One tap each; what is not known stays unknown. */
import { html, render } from 'lit-html';
import { current } from '../store/account.js';
import { listen } from '../store/changes.js';
import { addDays, viewOfDays } from '../store/days.js';
import { amend, remove, viewOf } from '../store/entries.js';
import { dayId } from '../store/identity.js';
import { ownDay, settingsOf } from '../store/own_day.js';
import { troubleOf } from '../ui/deed.js';
import { toast } from '../ui/toast.js';
import { dayName, shortDay } from '../ui/when.js';
import { words } from '../ui/words.js';
import { saidOfCramp } from './no_cramp.js';

/** @typedef {{user: string, place: HTMLElement}} Here */

const DAYS = 7;

/** Shows the strip in `place`, for whom is signed in on this device. @param {HTMLElement} place */
export async function startWeek(place) {
  const user = current();
  if (user === null) return;
  const here = { user, place };
  listen((change) => {
    if (change.user === user && ['saved', 'synced'].includes(change.what)) void draw(here);
  });
  await draw(here);
}

/** @param {Here} here */
async function draw(here) {
  const today = ownDay(new Date(), await settingsOf(here.user));
  const days = Array.from({ length: DAYS }, (_, back) => addDays(today, -back));
  const entries = await viewOfDays(here.user, ['pain', 'day'], days.at(-1) ?? today, today);
  render(
    html`<section class="card stack week" aria-labelledby="week-title">
      <h2 id="week-title">${words.week.title}</h2>
      <p class="meta">${words.week.hint}</p>
      ${days.map((day) => row(here, day, today, saidOfCramp(entries, day)))}
    </section>`,
    here.place,
  );
}

/** @param {Here} here @param {string} day @param {string} today @param {'cramp' | 'none' | null} said */
function row(here, day, today, said) {
  const name = dayName(day, today, words);
  const short = day === today ? name : shortDay(day, words.locale);
  return html`<div class="week-day" role="group" aria-labelledby="week-${day}">
    <time id="week-${day}" datetime=${day} aria-label=${name}>${short}</time>
    <span class="choices">
      <a class="choice" href="${words.paths.cramp}#day=${day}" aria-current=${said === 'cramp'}
        >${words.entry.yes}<span class="visually-hidden">${`, ${words.week.cramp}: ${name}`}</span></a
      >
      <button type="button" class="choice" aria-pressed=${said === 'none'} ?disabled=${said === 'cramp'}
        @click=${() => void say(here, day, true)}
        >${words.entry.no}<span class="visually-hidden">${`, ${words.week.none}: ${name}`}</span></button
      >
      <button type="button" class="choice" aria-pressed=${said === null} ?disabled=${said === 'cramp'}
        @click=${() => void say(here, day, false)}
        >${words.week.unknown}<span class="visually-hidden"> ${name}</span></button
      >
    </span>
  </div>`;
}

/** Says of a day that there was no cramp, or that nobody knows. @param {Here} here @param {string} day @param {boolean} none */
async function say({ user }, day, none) {
  try {
    const id = await dayId(user, day);
    const known = await viewOf(user, id);
    const rest = { ...known?.body, no_cramp: undefined };
    const bare = Object.keys(rest).every((field) => ['day', 'no_cramp'].includes(field));
    if (none) await amend(user, { kind: 'day', id }, (body) => ({ ...body, day, no_cramp: true }));
    else if (bare) await remove(user, id);
    else await amend(user, { kind: 'day', id }, (body) => ({ ...body, no_cramp: undefined }));
    toast(words.saved);
  } catch (error) {
    toast(troubleOf(error));
  }
}
