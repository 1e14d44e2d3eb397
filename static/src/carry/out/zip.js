/**
 * Several files in one ZIP, stored as they are. A library would pack them too, for 4 kB of script; but the file stays
 * on the device, where nothing has to be small.
 */

/** @typedef {{name: string, content: Uint8Array<ArrayBuffer>}} Packed name: of plain letters only */

const STORED = 0;
const VERSION = 20;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The parts of the ZIP, file by file. @param {Iterable<Packed>} files @param {Date} now @returns {Generator<Uint8Array<ArrayBuffer>>} */
export function* zipped(files, now) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const list = [];
  let at = 0;
  for (const { name, content } of files) {
    const about = aboutOf(name, content, now);
    const head = joined([bytes(4, 0x04034b50), about, letters(name)]);
    list.push(joined([bytes(4, 0x02014b50), bytes(2, VERSION), about, bytes(2, 0, 0, 0), bytes(4, 0, at), letters(name)]));
    at += head.length + content.length;
    yield head;
    yield content;
  }
  const directory = joined(list);
  yield directory;
  yield joined([bytes(4, 0x06054b50), bytes(2, 0, 0, list.length, list.length), bytes(4, directory.length, at), bytes(2, 0)]);
}

/** What both headers of a file say: version, flags, method, time, checksum, sizes. @param {string} name @param {Uint8Array} content @param {Date} now */
function aboutOf(name, content, now) {
  const time = (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1);
  const day = ((now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate();
  const { length } = content;
  return joined([bytes(2, VERSION, 0, STORED, time, day), bytes(4, checksum(content), length, length), bytes(2, name.length, 0)]);
}

/** CRC-32. @param {Uint8Array} content */
function checksum(content) {
  let rest = -1;
  for (const byte of content) rest = TABLE[(rest ^ byte) & 255] ^ (rest >>> 8);
  return (rest ^ -1) >>> 0;
}

/** Numbers of so many bytes each, the smallest byte first. @param {2 | 4} size @param {...number} values */
function bytes(size, ...values) {
  const view = new DataView(new ArrayBuffer(size * values.length));
  for (const [place, value] of values.entries()) {
    if (size === 2) view.setUint16(place * size, value, true);
    else view.setUint32(place * size, value, true);
  }
  return new Uint8Array(view.buffer);
}

/** @param {string} name */
function letters(name) {
  return Uint8Array.from(name, (letter) => letter.charCodeAt(0));
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
