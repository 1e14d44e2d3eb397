/** Notes which tips were shown on a day, once, so that they are not told too often. */
import { save, viewOf } from '../store/entries.js';
import { tipId } from '../store/identity.js';

/** @param {string} user @param {import('./ask.js').Today} today */
export async function tellShown(user, { day, tips }) {
  for (const { id: tip } of tips) {
    const id = await tipId(user, tip, day);
    if (!(await viewOf(user, id))) await save(user, { kind: 'tip', id, body: { tip, day } });
  }
}
