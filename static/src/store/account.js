/** Whose device this is. The name stands in localStorage: a page can read it before it paints. */

const ACCOUNT = 'rugwijs-account';
const PREFIX = 'rugwijs-';

/** The account of this device; null when nobody is signed in, or in a worker. @returns {string | null} */
export function current() {
  return globalThis.localStorage?.getItem(ACCOUNT) ?? null;
}

/** Makes `user` the account of this device. @param {string} user */
export function become(user) {
  localStorage.setItem(ACCOUNT, user);
}

/** Takes away every key of ours, except those named in `keep`. @param {string[]} [keep] */
export function forget(keep = []) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && !keep.includes(key)) localStorage.removeItem(key);
  }
}

/** The name of a person's database. @param {string} user */
export function databaseName(user) {
  return PREFIX + user;
}

/** Every account that has a database on this device. @returns {Promise<string[]>} */
export async function accounts() {
  const found = (await indexedDB.databases?.()) ?? [];
  return found
    .map(({ name }) => name ?? '')
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length));
}
