/** Small things that the device remembers for a person, such as today's answer. */
import { read, write } from './database.js';

/**
 * What was remembered under `name`; null when nothing was.
 * @param {string} user @param {string} name @returns {Promise<any>}
 */
export function recall(user, name) {
  return read(user, ['meta'], async (tx) => (await tx.objectStore('meta').get(name))?.value ?? null);
}

/** Remembers `value` under `name`. @param {string} user @param {string} name @param {unknown} value */
export function remember(user, name, value) {
  return write(user, ['meta'], async (tx) => {
    await tx.objectStore('meta').put({ name, value });
  });
}
