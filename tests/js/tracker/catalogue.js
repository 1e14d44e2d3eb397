/** The catalogue that a page carries, made by the server's own code: see catalogue.json and checks.json in tests/cases. */
import { readFile } from 'node:fs/promises';

/** @param {string} name */
export async function cases(name) {
  return JSON.parse(await readFile(new URL(`../../cases/${name}.json`, import.meta.url), 'utf8'));
}

/** @returns {Promise<import('../../../static/src/tracker/catalogue.js').Catalogue>} */
export async function catalogue() {
  return { ...(await cases('catalogue')), checks: await cases('checks') };
}
