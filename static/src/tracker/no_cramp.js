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
