/** The text of a file that somebody chose, or why there is none. */

import { placeOf } from './scan.js';

/** @typedef {'too_large' | 'empty' | 'zip' | 'no_text' | 'unreadable'} Why */

/** Ten years are about 3 MB; a full diary stays below this. */
export const LIMIT = 25_000_000;
const SURE = [
  { bom: [0xff, 0xfe], encoding: 'utf-16le' },
  { bom: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Why a file cannot be read. */
export class NoText extends Error {
  /** @param {Why} why @param {import('./scan.js').Place | null} [place] */
  constructor(why, place = null) {
    super(why);
    this.why = why;
    this.place = place;
  }
}

/**
 * The text of a file, in whatever way its signs are written.
 * @param {Blob} file @returns {Promise<string>} rejects with NoText
 */
export async function textOf(file) {
  if (file.size > LIMIT) throw new NoText('too_large');
  const content = await file.arrayBuffer().catch(() => null);
  if (content === null) throw new NoText('unreadable');
  const bytes = new Uint8Array(content);
  if (bytes.length === 0) throw new NoText('empty');
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) throw new NoText('zip');
  const text = decoded(bytes);
  const nought = text.indexOf('\0');
  if (nought >= 0) throw new NoText('no_text', placeOf(text, nought));
  if (text.trim() === '') throw new NoText('empty');
  return text;
}

/** @param {Uint8Array} bytes */
function decoded(bytes) {
  const { encoding = 'utf-8' } = SURE.find(({ bom }) => begins(bytes, bom)) ?? {};
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // What spreadsheets write on older computers; every sequence of bytes means something in it.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** @param {Uint8Array} bytes @param {number[]} start */
function begins(bytes, start) {
  return start.every((byte, place) => bytes[place] === byte);
}
