/** The line that says how many articles and exercises are on this phone, counted from what really is there. */

/**
 * @typedef {{kept: string[], all: number}} Count
 * @typedef {{all: (n: number) => string, some: (n: number, all: number) => string, none: string}} Words
 */

/**
 * Shows the line where the page has a place for it, and again whenever more has been kept.
 * @param {Words} words
 * @param {EventTarget} container tells when something was kept
 * @param {() => Promise<Count>} count
 */
export function showKept(words, container, count) {
  const line = document.getElementById('kept-line');
  if (!line) return;
  const show = async () => {
    line.textContent = keptText(words, await count());
  };
  line.textContent = words.none;
  container.addEventListener('message', (event) => {
    if (/** @type {MessageEvent} */ (event).data?.type === 'library-progress') void show();
  });
  void show();
}

/** @param {Words} words @param {Count} count */
export function keptText(words, { kept, all }) {
  if (kept.length === 0) return words.none;
  return kept.length < all ? words.some(kept.length, all) : words.all(all);
}
