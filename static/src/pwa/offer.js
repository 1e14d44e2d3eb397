/** "New version · Refresh", at the bottom of the page, in the place that is read aloud. */

/**
 * @param {{found: string, refresh: string, waits: string}} words
 * @returns {import('./update.js').Offer}
 */
export function offerUpdate(words) {
  const box = document.createElement('div');
  const text = document.createElement('p');
  const button = document.createElement('button');
  box.id = 'new-version';
  box.className = 'toast stack';
  button.className = 'button';
  button.type = 'button';
  button.textContent = words.refresh;
  return {
    show(accept) {
      text.textContent = words.found;
      button.onclick = accept;
      box.replaceChildren(text, button);
      document.getElementById('toasts')?.append(box);
    },
    wait() {
      if (text.textContent === words.waits) return;
      text.textContent = words.waits;
      box.replaceChildren(text);
      document.getElementById('toasts')?.append(box);
    },
  };
}
