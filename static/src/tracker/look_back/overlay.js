/** One factor of the days, laid beside the pain. */

/**
 * @typedef {import('../catalogue.js').Factor} Factor
 * @typedef {import('./points.js').Point} Point
 * @typedef {{value: number | null, known: number, times: number}} Shown
 *   value: of the day; of a week or month the mean of a number, or the share of the known days with
 *   a yes or more than the least choice; known: days that say it; times: those of the share
 * @typedef {{least: number, most: number, ticks: number[] | null}} Scale its ends; ticks are null where round figures will do
 */

/** Where all values are near the highest, as of a weight, a scale from zero would show a flat line. */
const NARROW = 0.7;

/** The factors that were filled in on some day. @param {Record<string, Factor>} factors @param {import('./rows.js').Row[]} rows */
export function filledIn(factors, rows) {
  /** @type {Set<string>} */
  const filled = new Set();
  for (const { values } of rows) for (const key in values) if (values[key] !== undefined) filled.add(key);
  return Object.keys(factors).filter((key) => filled.has(key));
}

/** Whether a factor has no mean: of a week one can only say on how many days. @param {Factor} factor */
export function isCounted({ input }) {
  return input === 'yesno' || input === 'choice';
}

/** The factor's own scale. @param {Factor} factor @param {Shown[]} shown @param {boolean} byDay @returns {Scale} */
export function scaleOf(factor, shown, byDay) {
  if (factor.input === 'scale') return { least: 0, most: factor.high, ticks: [0, factor.high / 2, factor.high] };
  if (isCounted(factor)) {
    const most = byDay ? factor.high : 1;
    return { least: 0, most, ticks: Array.from({ length: most + 1 }, (_, level) => level) };
  }
  const values = shown.map(({ value }) => value).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(factor.step, ...values)];
  return { least: low > high * NARROW ? low : 0, most: high, ticks: null };
}

/** What a factor was at each point. @param {Point[]} points @param {string} key @param {Factor} factor @param {boolean} byDay @returns {Shown[]} */
export function overlayOf(points, key, factor, byDay) {
  return points.map(({ rows }) => {
    const known = rows.map(({ values }) => values[key]).filter((value) => value !== undefined).map(Number);
    const times = known.filter((value) => value > 0).length;
    const figures = isCounted(factor) && !byDay ? known.map((value) => Number(value > 0)) : known;
    return { value: meanOf(figures), known: known.length, times };
  });
}

/** @param {number[]} figures */
function meanOf(figures) {
  return figures.length ? figures.reduce((total, figure) => total + figure, 0) / figures.length : null;
}
