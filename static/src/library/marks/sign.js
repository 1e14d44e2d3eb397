/** The drawings of the marks, as templates/_macros/icons.html draws: for the eye only, words stand beside them. */

/** @typedef {import('./mark.js').What} What */

const SVG = 'http://www.w3.org/2000/svg';
const PATHS = { kept: 'M7 3.8h10v16.4l-5-4-5 4z', read: 'm5 12.8 4.6 4.6L19 7.6' };

/** @param {What} what */
export function drawing(what) {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { viewBox: '0 0 24 24', class: `mark-sign ${what}`, 'aria-hidden': 'true', focusable: 'false' };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[what]);
  svg.append(path);
  return svg;
}
