/** Where trials are kept: as entries of the person, on the device first. */
import { addDays, viewOfDays } from '../store/days.js';
import { amend, remove, save, viewOf } from '../store/entries.js';
import { profileId, trialId, triedId } from '../store/identity.js';

/**
 * @typedef {import('../store/view.js').Entry} Entry
 * @typedef {import('../store/view.js').Body} Body
 * @typedef {{entries: Entry[], profile: Body, known: Set<string>}} Found
 *   entries: trials and their days; known: the days from the first trial on whose pain is known
 */

const EVER = '9999-12-31';

/** @param {string} user @param {string} today @returns {Promise<Found>} */
export async function findTrials(user, today) {
  const entries = await viewOfDays(user, ['trial', 'tried'], '', EVER);
  const profile = (await viewOf(user, await profileId(user)))?.body ?? {};
  const first = entries.filter(({ kind }) => kind === 'trial').map(({ body }) => String(body.began)).sort().at(-1);
  const logged = await viewOfDays(user, ['pain', 'day'], first ?? today, addDays(today, 1));
  const known = logged.filter(({ kind, body }) => kind === 'pain' || body.no_cramp === true);
  return { entries, profile, known: new Set(known.map(({ body }) => String(body.day ?? body.began).slice(0, 10))) };
}

/** @param {string} user @param {Body} body the whole plan @returns {Promise<unknown>} */
export async function keepTrial(user, body) {
  return save(user, { kind: 'trial', id: await trialId(user, String(body.began)), body });
}

/** Changes some fields of a plan and leaves the others; undefined takes a field away. @param {string} user @param {string} began @param {Body} fields */
export async function changeTrial(user, began, fields) {
  await amend(user, { kind: 'trial', id: await trialId(user, began) }, (body) => ({ ...body, ...fields }));
}

/** Whether it was done on a day; null takes that back. @param {string} user @param {string} trial the day it began @param {string} day @param {boolean | null} did */
export async function keepTried(user, trial, day, did) {
  const id = await triedId(user, trial, day);
  if (did === null) await remove(user, id);
  else await save(user, { kind: 'tried', id, body: { trial, day, did } });
}

/** Takes entries away. @param {string} user @param {{id: string}[]} entries */
export async function dropAll(user, entries) {
  for (const { id } of entries) await remove(user, id);
}

/** Puts entries back as they were. @param {string} user @param {Entry[]} entries */
export async function putBack(user, entries) {
  for (const { kind, id, body } of entries) await save(user, { kind, id, body });
}
