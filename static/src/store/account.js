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

/**
 * Whether this is a diary without an account, which is never sent. Its id says so itself: version 8 of
 * RFC 9562 is for whoever makes the id, and no account has it. @param {string} user
 */
export function isLocal(user) {
  return user[14] === '8';
}

/** The diary without an account that is on this device; null when there is none. @returns {Promise<string | null>} */
export async function localDiary() {
  return (await accounts()).find(isLocal) ?? null;
}

/** Goes on with the diary without an account: the one that is here, else a new one. @returns {Promise<string>} */
export async function becomeLocal() {
  const here = current();
  if (here !== null && isLocal(here)) return here;
  const user = (await localDiary()) ?? crypto.randomUUID().replace(/^(.{14})./, '$18');
  become(user);
  return user;
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
