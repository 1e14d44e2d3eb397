/** The words on a picture, as many as fit: the days, months or years under it, and its titles. */

/**
 * @typedef {import('./points.js').Point} Point
 * @typedef {import('./points.js').Step} Step
 * @typedef {{n: number, text: string}} Mark n: of the point that it stands under
 */

/** @param {Point[]} points @param {Step} step @param {number} room for how many names there is room @param {import('./names.js').Names} names @returns {Mark[]} */
export function marksOf(points, step, room, names) {
  const text = {
    day: (/** @type {Point} */ { to }) => names.shortDay(to),
    week: (/** @type {Point} */ { to }) => names.shortMonth(to.slice(0, 7)),
    month: (/** @type {Point} */ { to }) => to.slice(0, 4),
  }[step];
  const begins = points.map((_, n) => n).filter((n) => step === 'day' || isNew(points, n, step));
  const stride = Math.max(1, Math.ceil(begins.length / Math.max(1, room)));
  return begins.filter((_, place) => place % stride === 0).map((n) => ({ n, text: text(points[n]) }));
}

/** Whether another month, or year, begins at a point. @param {Point[]} points @param {number} n @param {Step} step */
function isNew(points, n, step) {
  const letters = step === 'week' ? 7 : 4;
  return n > 0 && points[n].to.slice(0, letters) !== points[n - 1].to.slice(0, letters);
}

/** A text in lines of at most so many letters; a longer word stands alone. @param {string} text @param {number} most @returns {string[]} */
export function linesOf(text, most) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines.pop();
    if (last === undefined) lines.push(word);
    else if (last.length + 1 + word.length <= most) lines.push(`${last} ${word}`);
    else lines.push(last, word);
  }
  return lines;
}
