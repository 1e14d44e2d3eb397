/** The day that something belongs to by the person's own clock: it may end at an hour of one's choice. */
import { viewOf } from './entries.js';
import { settingsId } from './identity.js';

/** @typedef {import('./view.js').Body} Body */

/** What somebody chose about the diary. @param {string} user @returns {Promise<Body>} empty when nothing was chosen yet */
export async function settingsOf(user) {
  return (await viewOf(user, await settingsId(user)))?.body ?? {};
}

/** The person's own day at a moment: before the hour at which a day ends it is still the day before. @param {Date} now @param {Body} settings */
export function ownDay(now, settings) {
  const before = now.getHours() < Number(settings.day_ends ?? 0) ? 1 : 0;
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - before, 12);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/**
 * A cramp with the person's own day beside its time, where the two differ.
 * @param {Body} body @param {Body} settings
 * @param {Body | null} [before] the cramp as it was: a time that stays keeps its day
 * @returns {Body}
 */
export function withOwnDay(body, settings, before = null) {
  const { day: _, ...cramp } = body;
  const began = String(body.began ?? '');
  if (before?.began === began) return before.day === undefined ? cramp : { ...cramp, day: before.day };
  const local = new Date(began.slice(0, 16));
  if (Number.isNaN(local.getTime())) return cramp;
  const day = ownDay(local, settings);
  return day === began.slice(0, 10) ? cramp : { ...cramp, day };
}
