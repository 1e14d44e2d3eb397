/** How far a guided exercise is, by the clock: a phone that slept or a tab in the back loses nothing. */

/** @typedef {{began: number, gone: number, since: number | null}} Run
 *   began: when it started; gone: milliseconds before `since`; since: when it last went on, null in a pause */

/** @param {number} now milliseconds @returns {Run} */
export function begin(now) {
  return { began: now, gone: 0, since: now };
}

/** @param {Run} run @param {number} now @returns {Run} */
export function pause(run, now) {
  return { ...run, gone: elapsed(run, now), since: null };
}

/** @param {Run} run @param {number} now @returns {Run} */
export function resume(run, now) {
  return run.since === null ? { ...run, since: now } : run;
}

/** Milliseconds of exercise; a clock that was set back does not undo any. @param {Run} run @param {number} now */
export function elapsed({ gone, since }, now) {
  return since === null ? gone : gone + Math.max(0, now - since);
}
