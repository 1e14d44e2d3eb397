/** Earlier versions in the diary: shown at their entry, put back, and told of until they are seen. */
import { nothing, render } from 'lit-html';
import { dayOfEntry } from '../../store/days.js';
import { amend, viewOf } from '../../store/entries.js';
import { tell, untold } from '../../sync/earlier.js';
import { goOn } from '../../ui/focus.js';
import { toast } from '../../ui/toast.js';
import { dayName, dayOf } from '../../ui/when.js';
import { words } from '../../ui/words.js';
import { described } from '../described.js';
import { settingsOf, withOwnDay } from '../../store/own_day.js';
import { earlierLines } from './lines.js';
import { earlierOf, toldUntilSeen } from './view.js';

/**
 * @typedef {import('../../store/view.js').Entry} Entry
 * @typedef {import('../../store/view.js').Body} Body
 * @typedef {import('../../sync/earlier.js').Replaced} Replaced
 * @typedef {import('../catalogue.js').Catalogue} Catalogue
 */

/** More lines in a message than a person would follow. */
const MOST_TOLD = 5;

/** What stands in the card of an entry. @param {string} user @param {Replaced[]} values @param {Catalogue} catalogue @param {Entry} entry */
export function earlierPart(user, values, catalogue, entry) {
  const lines = values.length ? earlierLines(entry, values, catalogue, words, Date.now()) : [];
  if (lines.length === 0) return nothing;
  const { title, time } = described(entry, catalogue, words);
  return earlierOf(`${title} ${time}`, lines, ({ value }) => void putBack(user, entry, value));
}

/**
 * Says that two devices changed the same answer, where that still shows, until the person has seen it:
 * whoever opens another page in that very moment finds it here the next time.
 * @param {string} user @param {Replaced[]} values @param {Catalogue} catalogue @param {HTMLElement} place @param {string[]} kinds
 */
export async function tellUntilSeen(user, values, catalogue, place, kinds) {
  const fresh = await untold(user, values);
  const ids = [...new Set(fresh.map(({ id }) => id))];
  const entries = await Promise.all(ids.map((id) => viewOf(user, id)));
  const shown = entries
    .filter((entry) => entry !== null)
    .filter(({ kind }) => kinds.includes(kind))
    .filter((entry) => earlierLines(entry, fresh, catalogue, words, Date.now()).length > 0)
    .map((entry) => ({ name: nameOf(entry, catalogue), day: dayOfEntry(entry) }));
  const seen = async () => (await tell(user, fresh), render(nothing, place), goOn());
  if (shown.length) render(toldUntilSeen(shown.slice(0, MOST_TOLD), () => void seen()), place);
  else if (fresh.length) await tell(user, fresh);
}

/** @param {string} user @param {Entry} entry @param {Replaced} earlier */
async function putBack(user, { kind, id, body: before }, { field, value }) {
  try {
    const settings = await settingsOf(user);
    /** @param {unknown} to */
    const change = (to) => amend(user, { kind, id }, (body) => withField(kind, body, field, to, settings));
    await change(value);
    toast(words.restored, { label: words.undo, work: () => void change(before[field]) });
    focusOn(id);
  } catch {
    toast(words.store.broken);
  }
}

/** The own day of a cramp goes with its time. @param {string} kind @param {Body} body @param {string} field @param {unknown} value @param {Body} settings */
function withField(kind, body, field, value, settings) {
  const changed = { ...body, [field]: value };
  return kind === 'pain' && field === 'began' ? withOwnDay(changed, settings) : changed;
}

/** The button that had the focus is gone. @param {string} id */
function focusOn(id) {
  const card = document.getElementById(`entry-${id}`);
  if (card) card.tabIndex = -1;
  (card ?? document.getElementById('main'))?.focus({ preventScroll: true });
}

/** @param {Entry} entry @param {Catalogue} catalogue */
function nameOf(entry, catalogue) {
  const day = dayName(dayOfEntry(entry), dayOf(new Date()), words);
  return `${described(entry, catalogue, words).title}, ${day.toLowerCase()}`;
}
