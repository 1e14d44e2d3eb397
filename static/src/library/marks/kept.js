/** The page of what is kept and read: its titles come with the page, the marks from this device. */
import { render } from 'lit-html';
import { current } from '../../store/account.js';
import { toast } from '../../ui/toast.js';
import { lang, words } from '../../ui/words.js';
import { markWords } from '../../ui/words/marks.js';
import { broken, pageOf } from './kept_page.js';
import { nameOf } from './mark.js';
import { mark, watchMarks } from './marks.js';

/**
 * @typedef {import('./mark.js').Marks} Marks
 * @typedef {{code: string, title: string, url: string}} Title
 */

const say = markWords[lang];

export function start() {
  const place = document.getElementById('kept');
  const data = document.getElementById('titles');
  if (!place || !data) return;
  /** @type {Title[]} in the order of the library */
  const titles = JSON.parse(data.textContent ?? '[]');
  watchMarks((marks) => {
    const page = marks && { ...sorted(titles, marks), signedIn: current() !== null };
    render(page ? pageOf(page, (title) => void takeOff(title)) : broken(), place);
  });
}

/** What is kept and what was read of the titles. @param {Title[]} titles @param {Marks} marks */
export function sorted(titles, marks) {
  const kept = titles.filter(({ code }) => nameOf('kept', code) in marks);
  const read = titles.filter(({ code }) => nameOf('read', code) in marks);
  return { kept, read, all: titles };
}

/** @param {Title} title */
async function takeOff({ code }) {
  if (!(await mark('kept', code, false))) return;
  toast(say.off.kept, { label: words.undo, work: () => void bringBack(code) });
  // The button that had the focus is gone.
  document.getElementById('main')?.focus();
}

/** @param {string} code */
async function bringBack(code) {
  if (await mark('kept', code, true)) toast(words.restored);
}
