/** The back with how often there was a cramp in each zone. Left stands left, and is said. */
import { html, nothing } from 'lit-html';
import { placeFigures } from './figures.js';
import { placesSaid } from './said.js';
import { foldedTable } from './tables.js';

/**
 * @typedef {import('./places.js').Places} Places
 * @typedef {import('./speech.js').Speech} Speech
 */

const SVG = 'http://www.w3.org/2000/svg';

/** @param {Places} places @param {number} cramps @param {import('../catalogue.js').Catalogue} catalogue @param {SVGElement | null} drawing @param {Speech} speech */
export function wherePart(places, cramps, { zones: back = {}, legs = {}, strengths = [] }, drawing, speech) {
  const { words } = speech;
  const zones = { ...back, ...legs };
  const said = placesSaid(places, cramps, zones, speech);
  return html`<h2 id="where">${words.where.title}</h2>
    <p>${said}</p>
    ${places.placed && drawing ? html`<figure>${heated(drawing, places, said, words)} ${keyOf(places, words)}</figure>` : nothing}
    ${places.placed ? foldedTable(words.numbers, () => placeFigures(places.places, { zones, strengths }, words.where.title, speech)) : nothing}`;
}

/** The drawing of the form, with a number and a heat in each zone. @param {SVGElement} drawing @param {Places} places @param {string} said @param {Speech['words']} words */
function heated(drawing, { places }, said, { where, figure }) {
  const made = /** @type {SVGElement} */ (drawing.cloneNode(true));
  made.removeAttribute('aria-hidden');
  made.setAttribute('class', 'back-map heat');
  made.setAttribute('role', 'img');
  made.setAttribute('aria-labelledby', 'where-title');
  made.setAttribute('aria-describedby', 'where-desc');
  made.prepend(element('title', 'where-title', where.drawing), element('desc', 'where-desc', said));
  for (const { zone, times, heat } of places) {
    const shape = made.querySelector(`[data-zone="${zone}"]`);
    shape?.setAttribute('data-heat', String(heat));
    shape?.append(number(shape, figure(times)));
  }
  return made;
}

/** A number where the tick of the form stands, in the middle of its zone. @param {Element} zone @param {string} text */
function number(zone, text) {
  const [x, y] = (zone.querySelector('.mark')?.getAttribute('d') ?? '').match(/[\d.]+/g) ?? [];
  const made = element('text', '', text);
  made.setAttribute('class', 'times');
  made.setAttribute('text-anchor', 'middle');
  made.setAttribute('x', String(Number(x) + 9));
  made.setAttribute('y', String(Number(y) + 5));
  return made;
}

/** @param {string} name @param {string} id @param {string} text */
function element(name, id, text) {
  const made = document.createElementNS(SVG, name);
  if (id) made.id = id;
  made.textContent = text;
  return made;
}

/** @param {Places} places @param {Speech['words']} words */
function keyOf({ heats }, { where }) {
  return html`<figcaption>
    <p class="meta">${where.behind}</p>
    <ul class="key">
      ${heats.map(({ heat, from, to }) => html`<li><span class="zone-sign" data-heat=${heat} aria-hidden="true"></span>${where.heat(from, to)}</li>`)}
    </ul>
  </figcaption>`;
}
