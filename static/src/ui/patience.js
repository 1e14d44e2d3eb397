/** A word for who has to wait, and none where it goes quickly: a line that flashes only disturbs. */

const LONG = 500; // ms that nobody feels as waiting

/**
 * The promise's own outcome; `say` is called once it takes long.
 * @template T
 * @param {Promise<T>} work
 * @param {() => void} say
 * @param {number} [long] ms
 * @returns {Promise<T>}
 */
export async function patiently(work, say, long = LONG) {
  const waiting = setTimeout(say, long);
  try {
    return await work;
  } finally {
    clearTimeout(waiting);
  }
}
