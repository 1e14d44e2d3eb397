/** A short message at the bottom, with one or two things to do. */
import { goOn } from './focus.js';
import { words } from './words.js';

const LASTS = 10_000;
/** @type {HTMLElement | null} */
let shown = null;
/** What had the focus before the message got it. @type {HTMLElement | null} */
let before = null;

/**
 * Shows `text` for ten seconds, longer while the keyboard or the pointer is on it.
 * @param {string} text
 * @param {...{label: string, work: () => void}} actions
 */
export function toast(text, ...actions) {
  if (shown) leave(shown);
  else document.addEventListener('focusin', () => shown && uncover(shown));
  const box = document.createElement('div');
  box.className = 'toast';
  const row = document.createElement('div');
  row.className = 'actions';
  const line = document.createElement('p');
  row.append(line);
  for (const { label, work } of actions) row.append(button(label, () => (leave(box), work())));
  row.append(button(words.close, () => leave(box)));
  box.append(row);
  line.textContent = text;
  // A live region speaks only of what changes in it, so it is there from the start.
  document.getElementById('toasts')?.append(box);
  shown = box;
  box.addEventListener('focusin', ({ relatedTarget: from }) => {
    if (from instanceof HTMLElement && !box.contains(from)) before = from;
  });
  uncover(box);
  leaveLater(box);
}

/** The message may lie over the page, but not over what has the focus. @param {HTMLElement} box */
function uncover(box) {
  const at = document.activeElement;
  if (!box.isConnected || box.contains(at)) return;
  const [top, over] = [at?.getBoundingClientRect().top ?? 0, box.getBoundingClientRect().top];
  if (top >= over && top < innerHeight) at?.scrollIntoView({ block: 'center' });
}

/** The focus goes back to where it came from. @param {HTMLElement} box */
function leave(box) {
  const inside = box.contains(document.activeElement);
  box.remove();
  if (inside) goOn(before);
}

/** @param {HTMLElement} box */
function leaveLater(box) {
  setTimeout(() => {
    if (box.matches(':hover, :focus-within')) leaveLater(box);
    else box.remove();
  }, LASTS);
}

/** @param {string} label @param {() => void} work */
function button(label, work) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = label;
  made.addEventListener('click', work);
  return made;
}
