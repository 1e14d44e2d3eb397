/** The clock of a cramp: when it began and when it let go, so that closing the page stops nothing. */

/** @typedef {{start: number, end: number | null}} Clock milliseconds; end: null while the cramp lasts */

const NAME = 'rugwijs-cramp-clock';
const MINUTE = 60_000;
const LONGEST = 7 * 24 * 60 * MINUTE;
const EARLIER = 5 * MINUTE;

/** The clock of this device; null when none runs, or one was forgotten for more than a week. @param {number} now @returns {Clock | null} */
export function readClock(now) {
  const clock = parse(localStorage.getItem(NAME));
  if (clock && now - clock.start <= LONGEST) return clock;
  dropClock();
  return null;
}

/** @param {Clock} clock @returns {Clock} */
export function keepClock(clock) {
  localStorage.setItem(NAME, JSON.stringify(clock));
  return clock;
}

export function dropClock() {
  localStorage.removeItem(NAME);
}

/** The same cramp, that began five minutes before. @param {Clock} clock @returns {Clock} */
export function earlier(clock) {
  return { ...clock, start: clock.start - EARLIER };
}

/** How long the cramp has lasted, or lasted, in milliseconds. A clock that was put back counts nothing. @param {Clock} clock @param {number} now */
export function lasted({ start, end }, now) {
  return Math.min(LONGEST, Math.max(0, (end ?? now) - start));
}

/** Whole minutes, as the diary keeps them. @param {number} ms */
export function minutesOf(ms) {
  return Math.floor(ms / MINUTE);
}

/** A running time, as 4:05 or 1:04:05. @param {number} ms */
export function timeText(ms) {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, '0');
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** @param {string | null} text @returns {Clock | null} */
function parse(text) {
  try {
    const { start, end } = JSON.parse(text ?? 'null') ?? {};
    const whole = Number.isFinite(start) && (end === null || Number.isFinite(end));
    return whole ? { start, end } : null;
  } catch {
    return null;
  }
}
