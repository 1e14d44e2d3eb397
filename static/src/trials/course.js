/** A trial as it goes: which days have the habit, which are over, what is due. webapp/trials/course.py does the same. */
import { addDays, daysBetween } from '../store/days.js';
import { LONGEST, LOOKS, plan } from './design.js';

/**
 * @typedef {{habit: string, began: string, block: number, pairs: number, order: boolean[], target: number | null, ended: string | null}} Trial
 *   order: whether each day has the habit; ended: the day it was stopped, by the person or because another began
 * @typedef {{kind: string, body: Record<string, any>}} Entry
 * @typedef {{trial: Trial, on: boolean, did: boolean | null, number: number}} Due number: which day of the plan, from 1
 * @typedef {{day: string, on: boolean, did: boolean | null}} Late a day that went by; did: null as long as nobody told
 */

/** Days of which one still knows what one did. */
const LATE = 7;
/** Days after the plan on which one may still go on: who comes later starts anew. */
const GRACE = 3;

/** Every trial, the oldest first; where the next begins, the one before ends. @param {Entry[]} entries @returns {Trial[]} */
export function trialsOf(entries) {
  const found = entries.filter(({ kind }) => kind === 'trial').map(trialOf);
  found.sort((one, other) => (one.began < other.began ? -1 : 1));
  return found.map((trial, place) => until(trial, found[place + 1]));
}

/** What was told of the days of a trial. @param {Entry[]} entries @param {Trial} trial @returns {Map<string, boolean>} by day; others are missing */
export function toldOf(entries, trial) {
  const told = entries.filter(({ kind, body }) => kind === 'tried' && body.trial === trial.began);
  return new Map(told.map(({ body }) => [body.day, body.did]));
}

/** What a trial asks on a day, which a reminder can say too; null where none runs. @param {Entry[]} entries @param {string} day @returns {Due | null} */
export function dueOn(entries, day) {
  const trial = trialsOf(entries).find((one) => runs(one, day));
  if (trial === undefined) return null;
  const place = daysBetween(trial.began, day);
  return { trial, on: trial.order[place], did: toldOf(entries, trial).get(day) ?? null, number: place + 1 };
}

/** The days of a trial in the week before a day, the newest first: what was not told of them can still be. @param {Entry[]} entries @param {Trial} trial @param {string} today @returns {Late[]} */
export function lately(entries, trial, today) {
  const told = toldOf(entries, trial);
  const week = Array.from({ length: LATE }, (_, place) => addDays(today, -1 - place));
  return week
    .filter((day) => runs(trial, day))
    .map((day) => ({ day, on: trial.order[daysBetween(trial.began, day)], did: told.get(day) ?? null }));
}

/** The last day of the plan. @param {Trial} trial */
export function lastOf({ began, order }) {
  return addDays(began, order.length - 1);
}

/** How many days of the plan are wholly over. @param {Trial} trial @param {string} today */
export function over({ began, order, ended }, today) {
  const end = ended !== null && ended < today ? ended : today;
  return Math.max(0, Math.min(order.length, daysBetween(began, end)));
}

/** Whether this is a day of the plan, and nobody stopped it. @param {Trial} trial @param {string} today */
export function runs(trial, today) {
  return trial.began <= today && today <= lastOf(trial) && !(trial.ended !== null && trial.ended <= today);
}

/** After how many days the result may be looked at: at fixed ones, and at the end. @param {Trial} trial */
export function looksOf({ block, order: { length } }) {
  const fixed = LOOKS[block];
  const ends = length > fixed[0] && !fixed.includes(length) ? [length] : [];
  return [...fixed.filter((look) => look <= length), ...ends].sort((one, other) => one - other);
}

/** With how many pairs of blocks one goes on, and how many days that is; null where it cannot be longer. @param {Trial} trial @param {string} today */
export function longer(trial, today) {
  const { block, order, ended } = trial;
  const days = LOOKS[block].find((look) => look > order.length);
  if (days === undefined || ended !== null || today > addDays(lastOf(trial), GRACE)) return null;
  return { days, pairs: days / (2 * block) };
}

/** @param {Entry} entry @returns {Trial} */
function trialOf({ body }) {
  const { habit, began, block, seed, target = null, ended = null } = body;
  const pairs = Math.min(body.pairs, LONGEST[block]);
  return { habit, began, block, pairs, order: plan(seed, block, pairs), target, ended };
}

/** @param {Trial} trial @param {Trial} [later] @returns {Trial} */
function until(trial, later) {
  if (later === undefined || later.began > lastOf(trial)) return trial;
  return { ...trial, ended: trial.ended !== null && trial.ended < later.began ? trial.ended : later.began };
}
