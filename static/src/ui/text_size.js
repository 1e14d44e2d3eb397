/** The size of all text, as this device's owner likes it. */

const KEPT = 'rugwijs-text-size';
const SIZES = ['', 'large', 'larger'];

/** Shows the size that was chosen before; a device that keeps nothing shows the usual one. */
export function showTextSize() {
  show(localStorage.getItem(KEPT) ?? '');
}

/** Goes on to the next size, and after the largest back to the usual one. */
export function nextTextSize() {
  const now = document.documentElement.dataset.text ?? '';
  const next = SIZES[(SIZES.indexOf(now) + 1) % SIZES.length];
  localStorage.setItem(KEPT, next);
  show(next);
}

/** @param {string} size */
function show(size) {
  if (size !== '' && SIZES.includes(size)) document.documentElement.dataset.text = size;
  else delete document.documentElement.dataset.text;
}
