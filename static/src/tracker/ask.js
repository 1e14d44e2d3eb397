/** Which questions the form of a day asks: the chosen ones open, the others behind "More". */
import { words } from '../ui/words.js';
import { addSteps } from './extras.js';
import { asked, neverAsked, ownQuestions } from './settings.js';

/**
 * @typedef {import('../store/view.js').Body} Body
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {import('./settings.js').OwnQuestion} OwnQuestion
 */

/** @param {HTMLFormElement} form @param {Catalogue} catalogue @param {Body} settings @param {Body} profile */
export function arrange(form, catalogue, settings, profile) {
  const chosen = asked(settings, catalogue.factors ?? {}, profile);
  const never = neverAsked(catalogue.factors ?? {}, profile);
  for (const section of form.querySelectorAll('.factors')) {
    const more = /** @type {HTMLDetailsElement} */ (section.querySelector('.more'));
    for (const question of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll('[data-factor]'))) {
      const key = question.dataset.factor ?? '';
      question.hidden = never.has(key);
      if (chosen.has(key)) ask(more, question, catalogue);
      else more.append(question);
    }
    more.hidden = more.querySelector('[data-factor]:not([hidden])') === null;
  }
  addOwn(form, ownQuestions(settings).filter((question) => question.asked));
}

/** @param {HTMLElement} more @param {HTMLElement} question @param {Catalogue} catalogue */
function ask(more, question, { factors }) {
  more.before(question);
  const stepper = /** @type {HTMLElement | null} */ (question.querySelector('.stepper'));
  if (stepper) addSteps(stepper, factors);
}

/** @param {HTMLFormElement} form @param {OwnQuestion[]} questions */
function addOwn(form, questions) {
  form.querySelector('#own')?.remove();
  if (questions.length === 0) return;
  const section = document.createElement('section');
  section.id = 'own';
  section.className = 'card factors';
  section.setAttribute('aria-labelledby', 'own-title');
  const heading = document.createElement('h2');
  heading.id = 'own-title';
  heading.textContent = words.ask.own;
  section.append(heading, ...questions.map((question) => (question.input === 'yesno' ? yesNo(question) : figure(question))));
  [...form.querySelectorAll('.factors')].at(-1)?.after(section);
  for (const stepper of section.querySelectorAll('.stepper')) addSteps(/** @type {HTMLElement} */ (stepper));
}

/** @param {OwnQuestion} question */
function figure({ key, label, unit }) {
  const field = made('div', 'field');
  const name = document.createElement('label');
  name.htmlFor = key;
  name.textContent = label;
  const input = document.createElement('input');
  Object.assign(input, { id: key, name: key, inputMode: 'decimal', autocomplete: 'off' });
  Object.assign(input.dataset, { low: '-1000000', high: '1000000', step: '1' });
  const row = made('div', 'stepper');
  row.append(input);
  if (unit) {
    const shown = made('span', 'unit');
    Object.assign(shown, { id: `${key}-unit`, textContent: unit });
    input.setAttribute('aria-describedby', shown.id);
    row.append(shown);
  }
  field.append(name, row);
  return field;
}

/** @param {OwnQuestion} question */
function yesNo({ key, label }) {
  const group = made('fieldset', 'chips');
  group.setAttribute('role', 'radiogroup');
  const legend = document.createElement('legend');
  legend.textContent = label;
  const options = made('div', 'options');
  const answers = { yes: words.entry.yes, no: words.entry.no, '': words.ask.open };
  for (const [place, [value, text]] of Object.entries(answers).entries()) {
    const option = made('label', 'option');
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name: key, id: `${key}-${place}`, value, checked: value === '' });
    const shown = document.createElement('span');
    shown.textContent = text;
    option.append(input, shown);
    options.append(option);
  }
  group.append(legend, options);
  return group;
}

/** @param {string} tag @param {string} className */
function made(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
