/** Room for what cannot be had again, at the cost of what can. */

const LIBRARY = 'rugwijs-library';

/** Takes the kept articles off the device; whether that gave any room. They come back by themselves. */
export async function makeRoom() {
  try {
    return await emptied(globalThis.caches);
  } catch {
    return false;
  }
}

/** @param {CacheStorage | undefined} caches */
async function emptied(caches) {
  if (!caches || !(await caches.has(LIBRARY))) return false;
  const kept = await caches.open(LIBRARY);
  // One by one: a whole cache keeps its room until the last tab that used it lets go.
  for (const request of await kept.keys()) await kept.delete(request);
  return caches.delete(LIBRARY);
}
