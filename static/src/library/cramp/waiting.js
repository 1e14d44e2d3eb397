/** The cramps of this device, as they are offered to whoever signed in. */
import { save } from '../../store/entries.js';
import { settingsOf, withOwnDay } from '../../store/own_day.js';
import { momentName } from '../../ui/when.js';
import { words } from '../../ui/words.js';
import { keepHere, keptHere, letGoOf } from './kept.js';

/** @typedef {import('./kept.js').Kept} Kept */

/** @returns {import('../offer.js').Waiting} */
export function waitingCramps() {
  const cramps = keptHere();
  return {
    lines: cramps.map(nameOf),
    add: (user) => addToDiary(user, cramps),
    letGo: () => letGoOf(cramps),
    bringBack: () => cramps.forEach(keepHere),
  };
}

/**
 * Adds the cramps to the diary: saved first, taken off the list last. Their ids stay.
 * @param {string} user @param {Kept[]} cramps
 */
export async function addToDiary(user, cramps) {
  const settings = await settingsOf(user);
  for (const { id, body } of cramps) await save(user, { kind: 'pain', id, body: withOwnDay(body, settings) });
  letGoOf(cramps);
}

/** @param {Kept} cramp */
function nameOf({ body }) {
  const { entry, locale, offer } = words;
  const began = momentName(Date.parse(String(body.began)), Date.now(), locale);
  return offer.cramp(began, entry.duration(Number(body.minutes)));
}
