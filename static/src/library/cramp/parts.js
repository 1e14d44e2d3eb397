/** Parts of the page: one shown at a time, found by what they are for. */

/** @param {ParentNode} place @param {string} selector */
export function part(place, selector) {
  return /** @type {HTMLElement} */ (place.querySelector(selector));
}

/** Shows the part of `place` that belongs to `state`, and hides the others. @param {HTMLElement} place @param {string} state */
export function showState(place, state) {
  const held = document.activeElement;
  for (const one of place.querySelectorAll('[data-when]')) {
    const box = /** @type {HTMLElement} */ (one);
    box.hidden = box.dataset.when !== state;
  }
  // Whoever stood on a button that is hidden now goes on from the first that is shown.
  if (held && place.contains(held) && held.closest('[data-when]')?.hasAttribute('hidden')) {
    part(place, '[data-when]:not([hidden]) button').focus();
  }
}

/** Calls the work of the button that was pressed. @param {HTMLElement} place @param {Record<string, () => void>} works */
export function onPress(place, works) {
  place.addEventListener('click', (event) => {
    const button = /** @type {Element} */ (event.target).closest('button');
    works[button?.dataset.do ?? '']?.();
  });
}
