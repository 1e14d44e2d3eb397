/** What a script adds to a form: plus and minus, drinks, the counter, and a way to clear a choice. */
import { words } from '../ui/words.js';
import { lengthOf } from './check.js';

/** @typedef {import('./catalogue.js').Catalogue} Catalogue */

/** @param {HTMLFormElement} form @param {Catalogue} catalogue */
export function addExtras(form, catalogue) {
  const factors = catalogue.factors ?? {};
  for (const stepper of form.querySelectorAll('.stepper')) {
    // What is folded away gets its buttons when it is opened: a slow phone should not wait for them.
    if (!stepper.closest('details.more')) addSteps(/** @type {HTMLElement} */ (stepper), factors);
  }
  for (const more of form.querySelectorAll('details.more')) {
    more.addEventListener('toggle', () => {
      for (const stepper of more.querySelectorAll('.stepper')) addSteps(/** @type {HTMLElement} */ (stepper), factors);
    });
  }
  addDrinks(form, catalogue.drinks ?? []);
  // Of a cramp the pain is always asked; of a day everything may stay open.
  if (form.dataset.kind === 'day') {
    for (const scale of form.querySelectorAll('.scale')) addClear(/** @type {HTMLElement} */ (scale));
  }
  addCounter(form, catalogue.note ?? 0);
  dropZoneHint(form);
}

/** The hint says how a time without a zone is read; the script sends the zone along. @param {HTMLFormElement} form */
function dropZoneHint(form) {
  form.querySelector('#began')?.removeAttribute('aria-describedby');
  form.querySelector('#began-hint')?.remove();
}

/** Minus and plus, and the answers of one tap; once. @param {HTMLElement} stepper @param {Record<string, import('./catalogue.js').Factor>} [factors] */
export function addSteps(stepper, factors = {}) {
  const input = stepper.querySelector('input');
  if (!input?.dataset.step || stepper.querySelector('button')) return;
  const name = labelOf(input);
  addQuick(stepper, input, name, factors[input.name]);
  const less = button('−', words.form.less(name), () => step(input, -1));
  const more = button('+', words.form.more(name), () => step(input, 1));
  input.before(less);
  input.after(more);
}

/** One tap answers, and a second one takes that back. @param {HTMLElement} stepper @param {HTMLInputElement} input @param {string} name @param {import('./catalogue.js').Factor} [factor] */
function addQuick(stepper, input, name, { quick = [], unit = '' } = /** @type {any} */ ({})) {
  if (quick.length === 0) return;
  const row = document.createElement('p');
  row.className = 'choices';
  const buttons = quick.map((answer) => {
    const figure = answer.toLocaleString(words.locale, { useGrouping: false });
    const made = button(figure, `${name}: ${figure} ${unit}`, () => put(input, numberOf(input) === answer ? '' : figure));
    made.className = 'choice';
    return made;
  });
  row.append(...buttons);
  stepper.after(row);
  const show = () => buttons.forEach((made, place) => made.setAttribute('aria-pressed', String(numberOf(input) === quick[place])));
  input.addEventListener('input', show);
  stepper.addEventListener('filled', show);
  show();
}

/** What is typed, as a number; null where nothing is. @param {HTMLInputElement} input */
function numberOf({ value }) {
  return value.trim() === '' ? null : Number(value.trim().replace(',', '.'));
}

/** @param {HTMLInputElement} input @param {string} value */
function put(input, value) {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @param {HTMLInputElement} input @param {number} times */
function step(input, times) {
  const size = Number(input.dataset.step);
  // The first minus on an open field is a way to say nought.
  add(input, input.value.trim() === '' && times < 0 ? 0 : times * size);
}

/** @param {HTMLInputElement} input @param {number} amount */
function add(input, amount) {
  const now = Number(input.value.trim().replace(',', '.')) || 0;
  const [low, high] = [Number(input.dataset.low), Number(input.dataset.high)];
  const next = Math.min(high, Math.max(low, Math.round((now + amount) * 100) / 100));
  put(input, next.toLocaleString(words.locale, { useGrouping: false }));
}

/** @param {HTMLFormElement} form @param {[string, number][]} drinks */
function addDrinks(form, drinks) {
  const input = /** @type {HTMLInputElement | null} */ (form.querySelector('[name="caffeine_mg"]'));
  if (!input) return;
  const row = document.createElement('p');
  row.className = 'options drinks';
  for (const [drink, mg] of drinks) row.append(button(words.form.add(drink, mg), '', () => add(input, mg)));
  input.closest('.field')?.append(row);
}

/** A radio cannot be unchosen by itself. @param {HTMLElement} scale */
function addClear(scale) {
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (scale.querySelectorAll('input[type="radio"]'));
  const clear = button(words.form.clear, '', () => {
    for (const radio of radios) radio.checked = false;
    radios[0].focus();
    radios[0].dispatchEvent(new Event('input', { bubbles: true }));
  });
  const show = () => (clear.hidden = ![...radios].some((radio) => radio.checked));
  scale.addEventListener('input', show);
  scale.addEventListener('filled', show);
  scale.append(clear);
  show();
}

/** @param {HTMLFormElement} form @param {number} limit */
function addCounter(form, limit) {
  const note = form.querySelector('textarea');
  if (!note) return;
  const line = document.createElement('p');
  line.className = 'meta';
  const show = () => {
    const left = limit - lengthOf(note.value.trim());
    line.textContent = left < 0 ? words.form.over(-left) : words.form.left(left);
    line.hidden = left > 200;
  };
  note.after(line);
  note.addEventListener('input', show);
  note.addEventListener('filled', show);
  show();
}

/** @param {HTMLInputElement} input */
function labelOf(input) {
  return input.labels?.[0]?.textContent?.trim() ?? '';
}

/** @param {string} text @param {string} name what a sign such as + means, for who hears it @param {() => void} work */
function button(text, name, work) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.append(name ? span(text, 'aria-hidden', 'true') : text);
  if (name) made.append(span(name, 'class', 'visually-hidden'));
  made.addEventListener('click', work);
  return made;
}

/** @param {string} text @param {string} attribute @param {string} value */
function span(text, attribute, value) {
  const made = document.createElement('span');
  made.setAttribute(attribute, value);
  made.textContent = text;
  return made;
}
