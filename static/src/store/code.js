/** A key that opens by a code: wrapped by what a slow function makes of the code. */
import { KEY_BYTES } from './sealed.js';

/** @typedef {{salt: number[], rounds: number, nonce: number[], wrapped: number[]}} Wrapped may be read by anybody who has the device */

/** What OWASP asks of PBKDF2 with SHA-256. */
const ROUNDS = 600_000;
const [SALT_BYTES, NONCE_BYTES] = [16, 12];

export const SHORTEST = 6;
export const LONGEST = 64;

/** @returns {Uint8Array<ArrayBuffer>} */
export function newKey() {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** @param {Uint8Array<ArrayBuffer>} key @param {string} code @returns {Promise<Wrapped>} */
export async function wrap(key, code) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const made = await madeOf(code, salt, ROUNDS);
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, made, key));
  return { salt: [...salt], rounds: ROUNDS, nonce: [...nonce], wrapped: [...wrapped] };
}

/** The key; null when the code is another. @param {Wrapped} wrapped @param {string} code @returns {Promise<Uint8Array<ArrayBuffer> | null>} */
export async function unwrap({ salt, rounds, nonce, wrapped }, code) {
  const made = await madeOf(code, Uint8Array.from(salt), rounds);
  const way = { name: 'AES-GCM', iv: Uint8Array.from(nonce) };
  const key = await crypto.subtle.decrypt(way, made, Uint8Array.from(wrapped)).catch(() => null);
  return key && new Uint8Array(key);
}

/** @param {string} code @param {Uint8Array<ArrayBuffer>} salt @param {number} iterations */
async function madeOf(code, salt, iterations) {
  // The same letter can be typed in more than one way.
  const raw = new TextEncoder().encode(code.normalize('NFKC'));
  const typed = await crypto.subtle.importKey('raw', raw, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
