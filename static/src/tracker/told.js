/** What the next page of this tab says: that something was saved. */

const NAME = 'rugwijs-told';

/** @param {{kind: string, id: string}} saved */
export function tellNextPage(saved) {
  sessionStorage.setItem(NAME, JSON.stringify(saved));
}

/** @returns {{kind: string, id: string} | null} */
export function takeTold() {
  const text = sessionStorage.getItem(NAME);
  sessionStorage.removeItem(NAME);
  return text === null ? null : JSON.parse(text);
}
