/** The marks of this device, as they are offered to whoever signed in. */
import { words } from '../../ui/words.js';
import { addFor } from './account.js';
import { keepHere, letGoOf, marksHere } from './here.js';
import { countOf } from './mark.js';

/** @returns {import('../offer.js').Waiting} */
export function waitingMarks() {
  const marks = marksHere();
  return {
    lines: /** @type {const} */ (['kept', 'read']).flatMap((what) => {
      const n = countOf(marks, what);
      return n > 0 ? [words.offer[what](n)] : [];
    }),
    async add(user) {
      await addFor(user, marks);
      letGoOf(marks);
    },
    letGo: () => letGoOf(marks),
    bringBack: () => keepHere(marks),
  };
}
