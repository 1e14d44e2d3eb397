/** Where the programme and the minutes are kept: in the account, or only on this device. */
import { addDays, viewOfDays } from '../../store/days.js';
import { amend, remove, viewOf } from '../../store/entries.js';
import { dayId, planId, profileId } from '../../store/identity.js';
import { diaryOf } from './diary.js';
import { keepWalking, keptWalking } from './kept.js';

/**
 * @typedef {import('./rule.js').Plan} Plan
 * @typedef {'mecfs' | 'recent_spine_surgery'} Bar
 * @typedef {{plan: Plan | null, diary: ReturnType<typeof diaryOf>, barred: Bar | null}} Found
 *   plan: the one that was begun last, also when it was stopped
 * @typedef {{find(today: string): Promise<Found>,
 *   keepPlan(began: string, make: (plan: Partial<Plan>) => Plan): Promise<void>,
 *   dropPlan(began: string): Promise<void>,
 *   keepWalk(day: string, make: (minutes: number | null) => number | null): Promise<void>}} Shelf
 *   make: from what is there when it is written; minutes: null when none are noted
 */

const NAME = 'walking';
const EVER = '9999-12-31';
const A_WEEK = 7;
/** @type {Bar[]} */
const BARS = ['mecfs', 'recent_spine_surgery'];

/** @param {string} user @returns {Shelf} */
export function accountShelf(user) {
  return {
    async find(today) {
      const plans = (await viewOfDays(user, ['plan'], '', EVER)).map(({ body }) => /** @type {any} */ (body));
      const plan = newest(plans.filter((body) => body.plan === NAME));
      const from = addDays(plan?.began ?? today, -A_WEEK);
      const [entries, profile] = await Promise.all([
        viewOfDays(user, ['day', 'pain'], from, addDays(today, 1)),
        viewOf(user, await profileId(user)),
      ]);
      return { plan, diary: diaryOf(entries), barred: BARS.find((bar) => profile?.body[bar] === true) ?? null };
    },
    async keepPlan(began, make) {
      await amend(user, { kind: 'plan', id: await planId(user, NAME, began) }, (body) => ({ plan: NAME, ...make(/** @type {any} */ (body)) }));
    },
    async dropPlan(began) {
      await remove(user, await planId(user, NAME, began));
    },
    async keepWalk(day, make) {
      const id = await dayId(user, day);
      let empty = false;
      await amend(user, { kind: 'day', id }, ({ walk_min, ...body }) => {
        const minutes = make(typeof walk_min === 'number' ? walk_min : null);
        const made = { ...body, day, ...(minutes === null ? {} : { walk_min: minutes }) };
        empty = Object.keys(made).length === 1;
        return made;
      });
      // Taking back the first note of a day must not leave a day that says nothing.
      if (empty) await remove(user, id);
    },
  };
}

/** @returns {Shelf} */
export function deviceShelf() {
  return {
    async find() {
      const { plans, walked } = keptWalking();
      const entries = Object.entries(walked).map(([day, walk_min]) => ({ kind: 'day', body: { day, walk_min } }));
      return { plan: newest(Object.values(plans)), diary: diaryOf(entries), barred: null };
    },
    async keepPlan(began, make) {
      keepWalking(({ plans, walked }) => ({ plans: { ...plans, [began]: make(plans[began] ?? {}) }, walked }));
    },
    async dropPlan(began) {
      keepWalking(({ plans: { [began]: _, ...plans }, walked }) => ({ plans, walked }));
    },
    async keepWalk(day, make) {
      keepWalking(({ plans, walked: { [day]: before, ...walked } }) => {
        const minutes = make(before ?? null);
        return { plans, walked: minutes === null ? walked : { ...walked, [day]: minutes } };
      });
    },
  };
}

/** @param {Plan[]} plans @returns {Plan | null} */
function newest(plans) {
  return plans.reduce((/** @type {Plan | null} */ last, plan) => (last && last.began > plan.began ? last : plan), null);
}
