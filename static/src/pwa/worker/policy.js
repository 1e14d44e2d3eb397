/** What may be stored, and whom the worker listens to. */

/**
 * Whether an answer is the public content that the list promises. A personal answer never is:
 * it says no-store, and its content cannot have the hash of the public one.
 * @param {Response} response
 * @param {string | null} revision
 */
export function mayKeep(response, revision) {
  if (response.status !== 200 || response.type !== 'basic' || response.redirected) return false;
  if (/no-store|private/.test(response.headers.get('Cache-Control') ?? '')) return false;
  const etag = response.headers.get('ETag');
  // Icons get their tag from the static file server, in another form: the address says enough.
  if (!etag || revision === null || !isPage(response)) return true;
  return etag.replace(/^W\/|"/g, '').startsWith(revision);
}

/** @param {Response} response */
function isPage(response) {
  return /^(text\/html|application\/manifest)/.test(response.headers.get('Content-Type') ?? '');
}

/**
 * The type of a message of one of our own pages, or null.
 * @param {{origin: string, data: unknown}} event
 * @param {string} origin ours
 * @returns {string | null}
 */
export function messageType(event, origin) {
  const { data } = event;
  if (event.origin !== origin || typeof data !== 'object' || data === null) return null;
  return 'type' in data && typeof data.type === 'string' ? data.type : null;
}

/**
 * The language of an address, else the first of the browser's that we have, else the first we have.
 * @param {string} path
 * @param {readonly string[]} ours
 * @param {readonly string[]} wanted the browser's languages, best first
 * @returns {string}
 */
export function languageOf(path, ours, wanted) {
  const named = path.split('/')[1] ?? '';
  if (ours.includes(named)) return named;
  const liked = wanted.map((tag) => tag.slice(0, 2).toLowerCase());
  return liked.find((tag) => ours.includes(tag)) ?? ours[0] ?? '';
}
