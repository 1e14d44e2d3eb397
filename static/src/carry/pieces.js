/** Long work in pieces, with a breath between: the page stays alive, and can say how far it is. */

/** Milliseconds that the page may be kept busy. */
const AT_ONCE = 25;

/**
 * Runs work that pauses after each piece, to its end.
 * @template T, R
 * @param {Iterator<T, R, undefined>} work @param {(piece: T) => void} [tell] the piece before each breath
 * @returns {Promise<R>} what the work returns
 */
export async function finished(work, tell = () => {}) {
  for (let since = performance.now(); ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < AT_ONCE) continue;
    tell(value);
    await breath();
    since = performance.now();
  }
}

/**
 * All that `pieces` gives.
 * @template T
 * @param {Iterable<T>} pieces @param {(done: number) => void} [tell] how many pieces there are so far
 * @returns {Promise<T[]>}
 */
export async function gathered(pieces, tell = () => {}) {
  /** @type {T[]} */
  const all = [];
  await finished(collecting(pieces, all), tell);
  return all;
}

/** Lets the page draw and listen. */
export function breath() {
  return new Promise((go) => setTimeout(go));
}

/** @template T @param {Iterable<T>} pieces @param {T[]} all */
function* collecting(pieces, all) {
  for (const piece of pieces) yield all.push(piece);
}
