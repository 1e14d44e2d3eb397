/** On an article or exercise: keep it for later, and say that you read it. */
import { toast } from '../../ui/toast.js';
import { lang, words } from '../../ui/words.js';
import { markWords } from '../../ui/words/marks.js';
import { nameOf } from './mark.js';
import { mark, watchMarks } from './marks.js';
import { drawing } from './sign.js';

/** @typedef {import('./mark.js').What} What */

const say = markWords[lang];

/** Puts both buttons in their places on this page. */
export function startMarks() {
  const tools = document.getElementById('reader');
  const end = document.getElementById('end');
  const code = tools?.dataset.code;
  if (!tools || !end || !code) return;
  const keep = button('kept', code);
  const read = button('read', code);
  tools.prepend(keep);
  end.append(line(say.ask), read);
  watchMarks((marks) => {
    if (marks === null) return;
    press(keep, nameOf('kept', code) in marks);
    press(read, nameOf('read', code) in marks);
    text(keep, nameOf('kept', code) in marks ? say.kept : say.keep);
  });
}

/** @param {What} what @param {string} code */
function button(what, code) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet small';
  made.append(drawing(what), line(what === 'read' ? say.done : say.keep));
  press(made, false);
  made.addEventListener('click', () => void toggle(what, code, made.getAttribute('aria-pressed') !== 'true'));
  return made;
}

/** @param {What} what @param {string} code @param {boolean} on */
async function toggle(what, code, on) {
  if (!(await mark(what, code, on))) return;
  const list = { label: say.toList, work: () => location.assign(words.paths.kept) };
  toast(say[on ? 'on' : 'off'][what], ...(on && what === 'kept' ? [list] : []));
}

/** @param {HTMLElement} made @param {boolean} on */
function press(made, on) {
  made.setAttribute('aria-pressed', String(on));
}

/** @param {HTMLElement} made @param {string} label */
function text(made, label) {
  const told = made.querySelector('span');
  if (told && told.textContent !== label) told.textContent = label;
}

/** @param {string} label */
function line(label) {
  const made = document.createElement('span');
  made.textContent = label;
  return made;
}
