/** Keeps the screen on during an exercise, where the browser can. */

/** @returns {{hold(): Promise<void>, release(): void}} */
export function screenLock() {
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  let wanted = false;
  return {
    /** Also after the page was hidden: the browser then let go by itself. */
    async hold() {
      wanted = true;
      if (lock && !lock.released) return;
      try {
        lock = (await navigator.wakeLock?.request('screen')) ?? null;
        if (!wanted) this.release();
      } catch {
        // A low battery is a reason to refuse; the exercise goes on with a screen that may dim.
        lock = null;
      }
    },
    release() {
      wanted = false;
      void lock?.release();
      lock = null;
    },
  };
}
