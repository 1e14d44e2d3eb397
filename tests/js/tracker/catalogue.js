/** The catalogue that a page carries, made by the server's own code: see tests/cases/catalogue.json. */
import { readFile } from 'node:fs/promises';

/** @param {string} name */
export async function cases(name) {
  return JSON.parse(await readFile(new URL(`../../cases/${name}.json`, import.meta.url), 'utf8'));
}

/** @returns {Promise<import('../../../static/src/tracker/catalogue.js').Catalogue>} */
export async function catalogue() {
  return cases('catalogue');
}
