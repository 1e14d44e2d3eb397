/** Where a box goes that belongs to a word: in the window, beside the word and not over it. Pure. */

const GAP = 6; // between the word and its box
const EDGE = 8; // between the box and the edge of the window

/**
 * @typedef {{left: number, top: number, bottom: number}} Line a line of the word, in the window
 * @typedef {{width: number, height: number}} Size
 */

/**
 * Under the last line of the word; above its first line where only there is room.
 * @param {Line[]} lines at least one @param {Size} box @param {Size} view the window
 * @returns {{left: number, top: number}} in the window; a box that fits nowhere begins at its top
 */
export function spotFor(lines, box, view) {
  const first = lines[0];
  const last = lines[lines.length - 1];
  const under = last.bottom + GAP;
  const over = first.top - GAP - box.height;
  const goesOver = under + box.height > view.height - EDGE && over >= EDGE;
  return {
    left: within((goesOver ? first : last).left, view.width - EDGE - box.width),
    top: within(goesOver ? over : under, view.height - EDGE - box.height),
  };
}

/** @param {number} wanted @param {number} most */
function within(wanted, most) {
  return Math.max(EDGE, Math.min(wanted, most));
}
