/** The picture of the back: it shows what is ticked in the list, and tapping it ticks there. */
import { words } from '../ui/words.js';
import { fieldOf } from './marked.js';

/**
 * @typedef {{box: HTMLInputElement, strong: HTMLSelectElement, name: string}} Place
 *   a tick, how strong it was there, and what the place is called
 * @typedef {{zone: Element | null, mark: Element | null, tick: string}} Drawn tick: the sign of a tick, as a path
 */

/** @param {HTMLFormElement} form @param {Record<string, string>} names of the places */
export function startBackMap(form, names) {
  const map = form.querySelector('.back-map');
  if (!map) return;
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[name="zones"]')]);
  const places = new Map(boxes.map((box) => [box.value, placeOf(form, box, names)]));
  const drawn = new Map(boxes.map(({ value }) => [value, drawnOf(map, value)]));
  const said = /** @type {HTMLElement} */ (form.querySelector('#where-said'));

  const draw = () => {
    for (const [id, place] of places) drawPlace(place, /** @type {Drawn} */ (drawn.get(id)));
    said.textContent = saidOf([...places.values()]);
  };

  map.addEventListener('click', (event) => {
    const zone = /** @type {Element} */ (event.target).closest('[data-zone]')?.getAttribute('data-zone');
    const place = places.get(zone ?? '');
    if (!place) return;
    tap(place);
    place.box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLSelectElement || boxes.some((box) => box === target)) draw();
  });
  form.addEventListener('filled', draw);
  /** @type {HTMLElement} */ (form.querySelector('#map-help')).hidden = false;
  draw();
}

/** The first tap says that it was there, each further one that it was stronger, and one too many clears. @param {Pick<Place, 'box' | 'strong'>} place */
export function tap({ box, strong }) {
  const last = strong.selectedIndex === strong.options.length - 1;
  if (box.checked) strong.selectedIndex = last ? 0 : strong.selectedIndex + 1;
  box.checked = !(box.checked && last);
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} box @param {Record<string, string>} names */
function placeOf(form, box, names) {
  const strong = /** @type {HTMLSelectElement} */ (form.elements.namedItem(fieldOf(box.value)));
  return { box, strong, name: names[box.value] ?? box.value };
}

/** @param {Element} map @param {string} id @returns {Drawn} */
function drawnOf(map, id) {
  const zone = map.querySelector(`[data-zone="${id}"]`);
  const mark = zone?.querySelector('.mark') ?? null;
  return { zone, mark, tick: mark?.getAttribute('d') ?? '' };
}

/** @param {Place} place @param {Drawn} drawn */
function drawPlace({ box, strong }, { zone, mark, tick }) {
  // A tick that went takes along what was said of it.
  if (!box.checked) strong.value = '';
  strong.hidden = !box.checked;
  zone?.classList.toggle('on', box.checked);
  zone?.setAttribute('data-strong', strong.value);
  mark?.setAttribute('d', strong.value ? barsAt(tick, Number(strong.value)) : tick);
}

/** As many bars as it was strong, each higher than the one before, in the place of the tick. @param {string} tick @param {number} many */
function barsAt(tick, many) {
  const [x, y] = (tick.match(/[\d.]+/g) ?? []).map(Number);
  return Array.from({ length: many }, (_, bar) => `M${x + 9 - 3.5 * (many - 1) + 7 * bar} ${y + 7}v-${5 + 5 * bar}`).join('');
}

/** In words, so that left and right are beyond doubt. @param {Place[]} places */
function saidOf(places) {
  const chosen = places.filter(({ box }) => box.checked);
  if (chosen.length === 0) return '';
  const said = chosen.map(({ name, strong }) => (strong.value ? `${name} (${strong.selectedOptions[0].text})` : name));
  return words.form.chosen(said.join('; '));
}
