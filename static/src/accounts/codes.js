/** Recovery codes that were just made: saved as a file, or printed. */
import { download } from '../ui/download.js';

export function start() {
  const codes = document.getElementById('codes');
  if (!codes) return;
  /** @type {Record<string, () => void>} */
  const acts = { save: () => save(codes), print: () => print() };
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-codes]'))) {
    button.hidden = false;
    button.addEventListener('click', acts[button.dataset.codes ?? '']);
  }
}

/** @param {HTMLElement} codes */
function save(codes) {
  const lines = Array.from(codes.children, (one) => one.textContent?.trim());
  download(codes.dataset.file ?? '', `${document.title}\n\n${lines.join('\n')}\n`, 'text/plain');
}
