/** The programme and minutes of this device, as they are offered to whoever signed in. */
import { dayName, dayOf } from '../../ui/when.js';
import { words } from '../../ui/words.js';
import { keepWalking, keptWalking, letGoOfWalking } from './kept.js';
import { accountShelf } from './shelf.js';

/** @typedef {import('./kept.js').Kept} Kept */

/** @returns {import('../offer.js').Waiting} */
export function waitingWalks() {
  const kept = keptWalking();
  const days = Object.keys(kept.walked).length;
  const programmes = Object.keys(kept.plans).map((began) => words.offer.plan(dayName(began, dayOf(new Date()), words)));
  return {
    lines: [...programmes, ...(days ? [words.offer.walked(days)] : [])],
    add: (user) => addWalks(user, kept),
    letGo: () => letGoOfWalking(kept),
    bringBack: () => keepWalking(({ plans, walked }) => ({ plans: { ...kept.plans, ...plans }, walked: { ...kept.walked, ...walked } })),
  };
}

/** What the account has already, stays as it is. @param {string} user @param {Kept} kept */
export async function addWalks(user, kept) {
  const shelf = accountShelf(user);
  for (const [began, plan] of Object.entries(kept.plans)) {
    await shelf.keepPlan(began, (there) => (there.began === undefined ? plan : /** @type {any} */ (there)));
  }
  for (const [day, minutes] of Object.entries(kept.walked)) await shelf.keepWalk(day, (there) => there ?? minutes);
  letGoOfWalking(kept);
}
