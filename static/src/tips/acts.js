/** What the buttons of a tip do: one edit, a word that it is kept, and a way back. */
import { carryOut } from '../ui/deed.js';
import { words } from '../ui/words.js';
import { say } from '../ui/words/tips.js';
import * as choose from './choose.js';

/**
 * @typedef {import('./card.js').Acts & import('./week_card.js').Acts} Acts
 */

/** @param {string} user @param {string} today @param {() => Promise<void>} look draws anew from what is kept @returns {Acts} */
export function actsFor(user, today, look) {
  const act = (/** @type {Promise<choose.Undo>} */ edit, text = words.saved) => void carry(edit, text, look);
  return {
    begin: (tip) => act(choose.begin(user, tip, today), say.states.trying),
    did: (tip) => act(choose.didOnce(user, tip, today), say.didIt),
    effectOnce: (tip, effect) => act(choose.didOnce(user, tip, today, effect), say.thanks[effect]),
    keep: (tip, on) => act(choose.keep(user, tip, today, on)),
    notNow: (tip) => act(choose.notNow(user, tip, today)),
    already: (tip) => act(choose.alreadyDo(user, tip, today)),
    notForMe: (tip) => act(choose.notForMe(user, tip, today)),
    back: (tip) => act(choose.bringBack(user, tip, today), say.broughtBack),
    didToday: (week, on) => act(choose.didToday(user, week, today, on), on ? say.didIt : words.saved),
    stop: (week) => act(choose.stop(user, week, today)),
    say: (week, effect) => act(choose.say(user, week, effect), say.thanks[effect]),
  };
}

/** @param {Promise<choose.Undo>} edit that has begun @param {string} text @param {() => Promise<void>} look */
function carry(edit, text, look) {
  return carryOut({ work: () => edit, back: async () => (await edit)(), told: () => text }, look);
}
