/** A short message at the bottom, with one thing to do at most. */
import { words } from './words.js';

const LASTS = 10_000;
/** @type {HTMLElement | null} */
let shown = null;

/**
 * Shows `text` for ten seconds, longer while the keyboard or the pointer is on it.
 * @param {string} text
 * @param {{label: string, work: () => void}} [action]
 */
export function toast(text, action) {
  shown?.remove();
  const box = document.createElement('div');
  box.className = 'toast';
  box.setAttribute('role', 'status');
  const row = document.createElement('div');
  row.className = 'actions';
  const line = document.createElement('p');
  row.append(line);
  if (action) row.append(button(action.label, () => (box.remove(), action.work())));
  row.append(button(words.close, () => box.remove()));
  box.append(row);
  document.body.append(box);
  // A live region speaks only of what changes in it.
  line.textContent = text;
  shown = box;
  leaveLater(box);
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
