/** What one can do with a trial: kept at once, told, and to be taken back. */
import { trialId } from '../store/identity.js';
import { saveNoCramp } from '../tracker/no_cramp.js';
import { carryOut } from '../ui/deed.js';
import { lang, words } from '../ui/words.js';
import { trials } from '../ui/words/trials.js';
import { PAIRS } from './design.js';
import { changeTrial, dropAll, keepTrial, keepTried, putBack } from './shelf.js';

/**
 * @typedef {import('./course.js').Trial} Trial
 * @typedef {import('./view.js').Page} Page
 * @typedef {{user: string, look(): Promise<void>, choose(habit: string | null): void}} Means
 * @typedef {import('../ui/deed.js').Deed} Deed
 */

const say = trials[lang];

/** @param {Page} page what the person sees @param {Means} means @returns {import('./view.js').Acts} */
export function actsOf({ found: { entries }, habits, today, seed }, { user, look, choose }) {
  const act = (/** @type {Deed} */ deed) => void carryOut(deed, look);
  return {
    choose,
    begin(event, id) {
      event.preventDefault();
      const goal = new FormData(/** @type {HTMLFormElement} */ (event.target)).get('goal');
      const block = habits.find((habit) => habit.id === id)?.block ?? 3;
      const body = { habit: id, began: today, seed, block, pairs: PAIRS[block], ...(goal ? { target: Number(goal) } : {}) };
      // One that began today is replaced, with what was told of it.
      const before = entries.filter(({ body }) => (body.trial ?? body.began) === today);
      choose(null);
      act({
        work: async () => [await dropAll(user, before), await keepTrial(user, body)],
        back: async () => [await dropAll(user, [{ id: await trialId(user, today) }]), await putBack(user, before)],
        told: () => say.plan.begun,
      });
    },
    did(trial, day, did, before) {
      const value = did === before ? null : did;
      act({
        work: () => keepTried(user, trial.began, day, value),
        back: () => keepTried(user, trial.began, day, before),
        told: () => value === null ? say.today.cleared : say.today.saved,
      });
    },
    stop(trial) {
      act({
        work: () => changeTrial(user, trial.began, { ended: today }),
        back: () => changeTrial(user, trial.began, { ended: trial.ended ?? undefined }),
        told: () => say.stopped,
      });
    },
    goOn(trial, { pairs, days }) {
      act({
        work: () => changeTrial(user, trial.began, { pairs }),
        back: () => changeTrial(user, trial.began, { pairs: trial.pairs }),
        told: () => say.longer(days),
      });
    },
    remove(trial) {
      const gone = entries.filter(({ body }) => (body.trial ?? body.began) === trial.began);
      act({ work: () => dropAll(user, gone), back: () => putBack(user, gone), told: () => words.deleted });
    },
    noCramp() {
      act({ work: () => saveNoCramp(user, new Date()), told: () => words.tips.noCrampSaved });
    },
  };
}
