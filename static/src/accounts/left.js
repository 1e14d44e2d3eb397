/** Leaving a device: what would be lost with it, and how to take it along. */
import { notesAmong, refused, unsent } from '../store/entries.js';
import { download } from '../ui/download.js';
import { words } from '../ui/words.js';

const ERASING = 'rugwijs-erasing';
let leaving = false;

/** Whether this tab empties the device: it then goes its own way, and is not sent away. */
export const isLeaving = () => leaving;

/** @param {boolean} now */
export function setLeaving(now) {
  leaving = now;
}

/** Remembers that who erases this account in this tab has read what goes with it. @param {string | null} user */
export function setErasing(user) {
  if (user === null) sessionStorage.removeItem(ERASING);
  else sessionStorage.setItem(ERASING, user);
}

/** @param {string} user */
export const isErasedHere = (user) => sessionStorage.getItem(ERASING) === user;

/** What was never sent or not accepted: how many notes, and how much else. @param {string} user */
export async function leftOf(user) {
  const left = [...(await unsent(user)), ...(await refused(user))];
  const notes = notesAmong(left);
  return { notes, rest: left.length - notes };
}

/** Gives it to the browser as a file. @param {string} user */
export async function keptAsFile(user) {
  const kept = { unsent: await unsent(user), refused: await refused(user) };
  download(words.leave.file, JSON.stringify(kept, null, 1));
}
