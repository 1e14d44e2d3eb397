/** What a person does with a tip: each is one edit on the device, and can be undone. */
import { amend, remove, viewOf } from '../store/entries.js';
import { viewOfDays } from '../store/days.js';
import { followId, tipId, weekId } from '../store/identity.js';
import { dayOfWeek } from './standing.js';

/**
 * @typedef {import('./standing.js').Body} Body
 * @typedef {'helped' | 'no_difference' | 'worse'} Effect
 * @typedef {() => Promise<unknown>} Undo
 * @typedef {{kind: string, id: string}} Named
 */

const KINDS = ['follow', 'week', 'tip'];
const EVER = '9999-12-31';

/** All that was chosen and shown. @param {string} user @returns {Promise<{kind: string, body: Body}[]>} */
export async function chosen(user) {
  const entries = await viewOfDays(user, KINDS, '', EVER);
  return entries.map(({ kind, body }) => ({ kind, body: /** @type {Body} */ (body) }));
}

/** @param {string} user @param {string} tip @param {string} day @param {boolean} on */
export function keep(user, tip, day, on) {
  return follow(user, tip, day, (body) => ({ ...body, saved: on || undefined }));
}

/** @param {string} user @param {string} tip @param {string} day */
export function notForMe(user, tip, day) {
  return follow(user, tip, day, (body) => ({ ...body, not_for_me: true }));
}

/** For 14 days, and twice as long when it was said before. @param {string} user @param {string} tip @param {string} day */
export function notNow(user, tip, day) {
  return follow(user, tip, day, (body) => ({ ...body, not_now: day, times: Math.min(20, (body.times ?? 0) + 1) }));
}

/** @param {string} user @param {string} tip @param {string} day */
export function alreadyDo(user, tip, day) {
  return follow(user, tip, day, (body) => ({ ...body, already: day }));
}

/** Lets a tip come again, whatever it was put away for. @param {string} user @param {string} tip @param {string} day */
export function bringBack(user, tip, day) {
  return follow(user, tip, day, ({ saved }) => ({ saved, back: day }));
}

/** Begins a week; one that was stopped on its first day goes on. @param {string} user @param {string} tip @param {string} day */
export async function begin(user, tip, day) {
  return edit(user, { kind: 'week', id: await weekId(user, tip, day) }, (body) => ({ ...body, tip, began: day, ended: undefined, effect: undefined }));
}

/** @param {string} user @param {Body} week @param {string} day @param {boolean} on */
export async function didToday(user, week, day, on) {
  const number = Math.min(7, Math.max(1, dayOfWeek(week, day)));
  return edit(user, await named(user, week), (body) => ({ ...week, ...body, [`done_${number}`]: on || undefined }));
}

/** @param {string} user @param {Body} week @param {string} day */
export async function stop(user, week, day) {
  return edit(user, await named(user, week), (body) => ({ ...week, ...body, ended: day }));
}

/** @param {string} user @param {Body} week @param {Effect} effect */
export async function say(user, week, effect) {
  return edit(user, await named(user, week), (body) => ({ ...week, ...body, effect }));
}

/** A tip that was done once, on a day that it was shown. @param {string} user @param {string} tip @param {string} day @param {Effect} [effect] */
export async function didOnce(user, tip, day, effect) {
  return edit(user, { kind: 'tip', id: await tipId(user, tip, day) }, (body) => ({ ...body, tip, day, done: true, effect }));
}

/** @param {string} user @param {string} tip @param {string} day @param {(body: Body) => Body} make */
async function follow(user, tip, day, make) {
  return edit(user, { kind: 'follow', id: await followId(user, tip) }, (body) => ({ ...make(body), tip, day }));
}

/** @param {string} user @param {Body} week @returns {Promise<Named>} */
async function named(user, { tip, began }) {
  return { kind: 'week', id: await weekId(user, tip, began) };
}

/** @param {string} user @param {Named} entry @param {(body: Body) => Body} make @returns {Promise<Undo>} */
async function edit(user, entry, make) {
  const before = (await viewOf(user, entry.id))?.body ?? null;
  await amend(user, entry, (body) => make(/** @type {Body} */ (body)));
  return () => (before ? amend(user, entry, () => before) : remove(user, entry.id));
}
