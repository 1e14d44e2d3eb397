/** For somebody without a diary on this device: sign in, make an account or begin without; nothing typed is lost. */
import { words } from './words.js';

/** @param {string} text why it is worth it */
export function invitation(text) {
  const box = document.createElement('div');
  box.className = 'notice info stack';
  box.tabIndex = -1;
  const title = document.createElement('h2');
  title.textContent = words.invite.title;
  const line = document.createElement('p');
  line.textContent = text;
  const row = document.createElement('p');
  row.className = 'actions';
  row.append(link(words.paths.signIn, words.invite.signIn, 'button'));
  row.append(link(words.paths.signUp, words.invite.signUp, 'button quiet'));
  row.append(link(words.paths.local, words.invite.local, 'button quiet'));
  box.append(title, line, row);
  return box;
}

/** @param {string} href @param {string} text @param {string} look */
function link(href, text, look) {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  made.className = look;
  return made;
}
