/** The marks of whoever's device this is: of the account, or of this device when nobody is signed in. */
import { current } from '../../store/account.js';
import { listen } from '../../store/changes.js';
import { toast } from '../../ui/toast.js';
import { words } from '../../ui/words.js';
import { markHere, marksHere } from './here.js';
import { nameOf } from './mark.js';

/**
 * @typedef {import('./mark.js').Marks} Marks
 * @typedef {(marks: Marks | null) => void} Draw null: the device's storage fails
 */

/** @type {Set<Draw>} */
const watchers = new Set();
let turn = 0;

/** Calls `draw` with the marks, now and whenever they change, in this tab or another. @param {Draw} draw */
export function watchMarks(draw) {
  if (watchers.size === 0) {
    listen(() => void refresh());
    addEventListener('storage', () => void refresh());
  }
  watchers.add(draw);
  void refresh();
}

/**
 * Marks an article or exercise, or takes the mark off; whether that is on the device. When it is
 * not, the person is told.
 * @param {import('./mark.js').What} what @param {string} code @param {boolean} on
 */
export async function mark(what, code, on) {
  const user = current();
  try {
    if (user === null) markHere(nameOf(what, code), on);
    else await (await ofAccount()).markFor(user, nameOf(what, code), on);
  } catch (error) {
    toast(words.store[troubleOf(error)]);
    return false;
  }
  await refresh();
  return true;
}

/** A StoreError is known by its name: who is not signed in has no use for its module. @param {any} error @returns {keyof typeof words.store} */
function troubleOf(error) {
  if (error?.name === 'StoreError') return error.code;
  return error?.name === 'QuotaExceededError' ? 'full' : 'broken';
}

/** What was read first is not drawn over what was read last. */
async function refresh() {
  turn += 1;
  const mine = turn;
  const marks = await read().catch(() => null);
  if (mine === turn) for (const draw of watchers) draw(marks);
}

/** @returns {Promise<Marks>} */
async function read() {
  const user = current();
  return user === null ? marksHere() : (await ofAccount()).marksOf(user);
}

function ofAccount() {
  return import('./account.js');
}
