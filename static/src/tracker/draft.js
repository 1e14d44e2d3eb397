/** What somebody typed before signing in: kept for this tab only, until it is back in its form. */

const NAME = 'rugwijs-draft-';

/** @param {string} kind @param {Iterable<[string, unknown]>} entries */
export function keepDraft(kind, entries) {
  try {
    sessionStorage.setItem(NAME + kind, JSON.stringify([...entries]));
  } catch {
    // Without room the words stay in the form; only leaving the page would lose them.
  }
}

/** Takes the draft out of its drawer; null when there is none. @param {string} kind @returns {[string, string][] | null} */
export function takeDraft(kind) {
  const text = sessionStorage.getItem(NAME + kind);
  sessionStorage.removeItem(NAME + kind);
  return text === null ? null : JSON.parse(text);
}

/** The kinds that have a draft. */
export function draftKinds() {
  return ['pain', 'day', 'profile'].filter((kind) => sessionStorage.getItem(NAME + kind) !== null);
}
