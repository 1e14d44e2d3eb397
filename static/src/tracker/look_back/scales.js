/** Where a figure, or a thing in a row, stands on a line of pixels. */

/** @typedef {(figure: number) => number} Scale */
/** @typedef {{at(n: number): number, step: number, width: number}} Band at: where the n-th begins; step: from one to the next */

/** Of each step the part that is left open, and what is left open before the first and after the last. */
const [BETWEEN, OUTSIDE] = [0.3, 0.15];

/** From figures to pixels, both by their ends; where the ends are one figure it stands in the middle. @param {[number, number]} figures @param {[number, number]} pixels @returns {Scale} */
export function evenly([least, most], [first, last]) {
  if (most === least) return () => (first + last) / 2;
  const per = (last - first) / (most - least);
  return (figure) => first + (figure - least) * per;
}

/** So many bars beside one another, evenly. @param {number} many @param {[number, number]} pixels @returns {Band} */
export function sideBySide(many, [first, last]) {
  const step = (last - first) / Math.max(1, many - BETWEEN + 2 * OUTSIDE);
  const begin = first + (last - first - step * (many - BETWEEN)) / 2;
  return { at: (n) => begin + n * step, step, width: step * (1 - BETWEEN) };
}
