/** The picture of the back: it shows the tick boxes of the zones, and tapping it ticks them. */

/** @param {HTMLFormElement} form */
export function startBackMap(form) {
  const map = form.querySelector('.back-map');
  if (!map) return;
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[name="zones"]'));

  const draw = () => {
    for (const box of boxes) {
      map.querySelector(`[data-zone="${box.value}"]`)?.classList.toggle('on', box.checked);
    }
  };

  map.addEventListener('click', (event) => {
    const zone = /** @type {Element} */ (event.target).closest('[data-zone]')?.getAttribute('data-zone');
    const box = [...boxes].find((one) => one.value === zone);
    if (!box) return;
    box.checked = !box.checked;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  form.addEventListener('input', draw);
  form.addEventListener('filled', draw);
  draw();
}
