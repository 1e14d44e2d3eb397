/** A form's problems, drawn as the server draws them: a summary on top, and the words at each field. */
import { words } from './words.js';

/** @typedef {{field: string, text: string}} Wrong */

/**
 * Shows the problems and moves the focus to the summary. An empty list takes them away.
 * @param {HTMLFormElement} form
 * @param {Wrong[]} wrongs
 */
export function showProblems(form, wrongs) {
  clear(form);
  if (wrongs.length === 0) return;
  const summary = element('div', { class: 'errors', id: 'errors', role: 'alert', tabindex: '-1', 'aria-labelledby': 'errors-title' });
  summary.append(element('h2', { id: 'errors-title' }, words.summary.title));
  const list = element('ul');
  for (const wrong of wrongs) {
    const first = mark(form, wrong);
    const item = element('li');
    item.append(first ? element('a', { href: `#${first.id}` }, wrong.text) : wrong.text);
    list.append(item);
  }
  summary.append(list);
  document.getElementById('summary')?.replaceChildren(summary);
  if (!document.title.startsWith(words.summary.page)) document.title = `${words.summary.page} ${document.title}`;
  summary.focus();
}

/** Moves the focus to a summary that the server made. */
export function focusProblems() {
  document.getElementById('errors')?.focus();
}

/** @param {HTMLFormElement} form */
function clear(form) {
  document.getElementById('summary')?.replaceChildren();
  if (document.title.startsWith(words.summary.page)) {
    document.title = document.title.slice(words.summary.page.length).trim();
  }
  for (const wrong of form.querySelectorAll('.wrong')) wrong.classList.remove('wrong');
  for (const error of form.querySelectorAll('.error')) {
    for (const told of form.querySelectorAll(`[aria-describedby~="${error.id}"]`)) describe(told, error.id, false);
    error.remove();
  }
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
}

/** Says at the field what is wrong; returns its first control. @param {HTMLFormElement} form @param {Wrong} wrong */
function mark(form, { field, text }) {
  const first = /** @type {HTMLInputElement | null} */ (form.querySelector(`[name="${CSS.escape(field)}"]`));
  const box = first?.closest(field === 'zones' ? '.zones' : '.field, .chips, .scale');
  if (!first || !box) return null;
  box.classList.add('wrong');
  const error = element('p', { class: 'error', id: `${field}-error` });
  error.append(element('span', { class: 'visually-hidden' }, words.summary.page), ` ${text}`);
  const above = box.querySelector(':scope > .hint') ?? box.querySelector(':scope > legend, :scope > label');
  above?.after(error);
  const told = box.matches('fieldset') ? box : first;
  describe(told, error.id, true);
  if (first.type !== 'checkbox') told.setAttribute('aria-invalid', 'true');
  return first;
}

/** @param {Element} told @param {string} id @param {boolean} on */
function describe(told, id, on) {
  const ids = (told.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
  if (on) ids.push(id);
  if (ids.length) told.setAttribute('aria-describedby', ids.join(' '));
  else told.removeAttribute('aria-describedby');
}

/** @param {string} name @param {Record<string, string>} [attributes] @param {string} [text] */
function element(name, attributes = {}, text = '') {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
