/** "No cramp today": one tap. */
import { dayOfEntry } from '../store/days.js';
import { amend } from '../store/entries.js';
import { dayId } from '../store/identity.js';
import { ownDay, settingsOf } from '../store/own_day.js';

/** Says of today that there was no cramp; what is known of the day stays. @param {string} user @param {Date} now */
export async function saveNoCramp(user, now) {
  const day = ownDay(now, await settingsOf(user));
  const id = await dayId(user, day);
  await amend(user, { kind: 'day', id }, (body) => ({ ...body, day, no_cramp: true }));
  return id;
}

/**
 * On how many of these days nobody knows whether there was a cramp, from the first on which something was logged:
 * before it the diary may not have begun, and who was away for all of them is asked nothing.
 * @param {import('../store/view.js').Entry[]} entries
 * @param {string[]} days oldest first
 */
export function unknownDays(entries, days) {
  const first = days.findIndex((day) => entries.some((entry) => dayOfEntry(entry) === day));
  return first < 0 ? 0 : days.slice(first).filter((day) => saidOfCramp(entries, day) === null).length;
}

/**
 * What was logged about cramp on a day: a cramp, none, or nothing (null).
 * @param {import('../store/view.js').Entry[]} entries
 * @param {string} day
 * @returns {'cramp' | 'none' | null}
 */
export function saidOfCramp(entries, day) {
  const ofDay = entries.filter((entry) => dayOfEntry(entry) === day);
  if (ofDay.some(({ kind }) => kind === 'pain')) return 'cramp';
  return ofDay.some(({ kind, body }) => kind === 'day' && body.no_cramp === true) ? 'none' : null;
}
