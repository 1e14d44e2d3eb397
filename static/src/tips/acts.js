/** What the buttons of a tip do: one edit, a word that it is kept, and a way back. */
import { StoreError } from '../store/database.js';
import { goOn } from '../ui/focus.js';
import { toast } from '../ui/toast.js';
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

/** @param {Promise<choose.Undo>} edit @param {string} text @param {() => Promise<void>} look */
async function carry(edit, text, look) {
  try {
    const undo = await edit;
    await look();
    toast(text, { label: say.undo, work: () => void back(undo, look) });
    goOn();
  } catch (error) {
    toast(words.store[error instanceof StoreError ? error.code : 'broken']);
  }
}

/** @param {choose.Undo} undo @param {() => Promise<void>} look */
async function back(undo, look) {
  try {
    await undo();
    await look();
    toast(words.restored);
  } catch (error) {
    toast(words.store[error instanceof StoreError ? error.code : 'broken']);
  }
}
