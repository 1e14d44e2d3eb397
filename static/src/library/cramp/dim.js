/** The night light: everything dark and warm, for as long as this tab lives. */

const NAME = 'rugwijs-dim';

export function startDim() {
  const button = document.getElementById('dim');
  if (!button) return;
  button.addEventListener('click', () => {
    if (sessionStorage.getItem(NAME) === null) sessionStorage.setItem(NAME, '1');
    else sessionStorage.removeItem(NAME);
    show(button);
  });
  show(button);
  button.hidden = false;
}

/** @param {HTMLElement} button */
function show(button) {
  const on = sessionStorage.getItem(NAME) !== null;
  document.documentElement.classList.toggle('dim', on);
  button.setAttribute('aria-pressed', String(on));
}
