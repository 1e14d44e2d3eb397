/** In lists of articles and exercises: a small sign at what is kept and at what was read. */
import { lang } from '../../ui/words.js';
import { markWords } from '../../ui/words/marks.js';
import { nameOf } from './mark.js';
import { watchMarks } from './marks.js';
import { drawing } from './sign.js';

/** @typedef {import('./mark.js').Marks} Marks */

const say = markWords[lang];

export function start() {
  watchMarks((marks) => {
    for (const item of document.querySelectorAll('[data-code]')) show(item, marks ?? {});
  });
}

/** @param {Element} item @param {Marks} marks */
function show(item, marks) {
  const code = item.getAttribute('data-code') ?? '';
  item.querySelector('.marks')?.remove();
  const found = /** @type {const} */ (['kept', 'read']).filter((what) => nameOf(what, code) in marks);
  if (found.length === 0) return;
  const place = document.createElement('span');
  place.className = 'marks';
  for (const what of found) place.append(drawing(what), hidden(` (${say.sign[what]})`));
  item.querySelector('h2, h3, h4')?.append(' ', place);
}

/** @param {string} text */
function hidden(text) {
  const made = document.createElement('span');
  made.className = 'visually-hidden';
  made.textContent = text;
  return made;
}
