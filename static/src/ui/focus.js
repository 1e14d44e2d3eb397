/** Who goes by the keyboard stays where they are, also when what had the focus is gone. */

/**
 * After something was taken away: the focus goes on at `next`, or else at the top of the page's content.
 * @param {HTMLElement | null} [next]
 */
export function goOn(next) {
  if (hasFocus()) return;
  next?.focus({ preventScroll: true });
  // What is hidden does not take it.
  if (!hasFocus()) document.getElementById('main')?.focus({ preventScroll: true });
}

/** What was hidden just now has it until the browser draws. */
function hasFocus() {
  const at = document.activeElement;
  return at !== null && at !== document.body && at.checkVisibility();
}
