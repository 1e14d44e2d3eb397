/** Where in a file of ours a mistake stands. */
import { finished } from '../pieces.js';
import { placeOf, scan } from './scan.js';

/**
 * @typedef {import('./own_file.js').Wrong} Wrong
 * @typedef {import('./scan.js').Place} Place
 */

/** Where a text is no JSON; null when it is. @param {string} text @returns {Promise<Place | null>} */
export async function brokenAt(text) {
  const at = await finished(scan(text));
  return at < 0 ? null : placeOf(text, at);
}

/** The place of each mistake: of the value, or of the record where a value is missing. @param {string} text @param {Wrong[]} wrongs @returns {Promise<Place[]>} */
export async function placesOf(text, wrongs) {
  /** @type {Map<string, number>} */
  const found = new Map();
  const records = new Set(wrongs.map(({ record }) => record));
  await finished(
    scan(text, ([top, record, ...inside], at) => {
      if (top !== 'records' || !records.has(Number(record))) return;
      const key = `${record} ${inside.filter((name) => name !== 'body').slice(0, 1)}`;
      if (!found.has(key)) found.set(key, at);
    }),
  );
  return wrongs.map(({ record, field }) => placeOf(text, found.get(`${record} ${field}`) ?? found.get(`${record} `) ?? 0));
}
