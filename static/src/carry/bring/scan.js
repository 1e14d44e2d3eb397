/** Where JSON is broken, and where its values begin: JSON.parse does not say so in every browser. */

/** @typedef {(string | number)[]} Path names and numbers that lead to a value @typedef {{line: number, column: number}} Place */

const LITERAL = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SPACE = /[ \t\n\r]*/y;
/** Signs between two pauses. */
const PAUSE = 5000;

/**
 * Reads on to the first mistake; pauses now and then.
 * @param {string} text @param {(path: Path, at: number) => void} [begins] called where a value begins; the path may not be kept
 * @returns {Generator<number, number>} the place of the mistake, as an index; -1 when there is none
 */
export function* scan(text, begins = () => {}) {
  /** @type {Reader} */
  const reader = { text, at: 0, path: [], open: [], wants: 'value' };
  for (let turn = 1; ; turn += 1) {
    if (turn % PAUSE === 0) yield reader.at;
    reader.at = after(SPACE, text, reader.at);
    if (reader.open.length === 0 && reader.wants === 'next') return reader.at < text.length ? reader.at : -1;
    if (!STEPS[reader.wants](reader, begins)) return reader.at;
  }
}

/** The place of an index as a person counts. @param {string} text @param {number} at @returns {Place} */
export function placeOf(text, at) {
  const before = text.slice(0, at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return { line: before.split('\n').length, column: [...line].length + 1 };
}

/**
 * @typedef {{text: string, at: number, path: Path, open: string[], wants: keyof typeof STEPS}} Reader
 *   open: the objects and arrays around, as { and [; wants: what must come
 * @typedef {(reader: Reader, begins: (path: Path, at: number) => void) => boolean} Step whether it was right
 */

const STEPS = { first: firstValue, value, name: memberName, member: firstName, next };

/** The end of an array, or its first value. @type {Step} */
function firstValue(reader, begins) {
  return reader.text[reader.at] === ']' ? close(reader) : value(reader, begins);
}

/** @type {Step} */
function value(reader, begins) {
  const sign = reader.text[reader.at];
  if (sign === undefined) return false;
  begins(reader.path, reader.at);
  if (sign === '{' || sign === '[') {
    reader.open.push(sign);
    reader.path.push(0);
    return on(reader, reader.at + 1, sign === '{' ? 'member' : 'first');
  }
  if (sign === '"') return string(reader) && on(reader, reader.at, 'next');
  const end = after(LITERAL, reader.text, reader.at);
  return end > reader.at && on(reader, end, 'next');
}

/** The end of an object, or the name of its first member. @type {Step} */
function firstName(reader, begins) {
  return reader.text[reader.at] === '}' ? close(reader) : memberName(reader, begins);
}

/** @type {Step} */
function memberName(reader) {
  const start = reader.at;
  if (reader.text[start] !== '"' || !string(reader)) return false;
  reader.path[reader.path.length - 1] = JSON.parse(reader.text.slice(start, reader.at));
  reader.at = after(SPACE, reader.text, reader.at);
  return reader.text[reader.at] === ':' && on(reader, reader.at + 1, 'value');
}

/** A comma, or the end of what is open. @type {Step} */
function next(reader) {
  const [sign, inside] = [reader.text[reader.at], reader.open.at(-1)];
  if (sign === (inside === '{' ? '}' : ']')) return close(reader);
  if (sign !== ',') return false;
  const last = reader.path.length - 1;
  if (inside === '[') reader.path[last] = Number(reader.path[last]) + 1;
  return on(reader, reader.at + 1, inside === '{' ? 'name' : 'value');
}

/** Goes past a string; stays at the first sign that may not be in it. @param {Reader} reader */
function string(reader) {
  const { text } = reader;
  for (reader.at += 1; reader.at < text.length; reader.at += 1) {
    if (text[reader.at] === '"') return on(reader, reader.at + 1, reader.wants);
    if (text[reader.at] < ' ') return false;
    if (text[reader.at] !== '\\') continue;
    const end = after(ESCAPE, text, reader.at);
    if (end === reader.at) return false;
    reader.at = end - 1;
  }
  return false;
}

/** @param {Reader} reader */
function close(reader) {
  reader.open.pop();
  reader.path.pop();
  return on(reader, reader.at + 1, 'next');
}

/** @param {Reader} reader @param {number} at @param {Reader['wants']} wants */
function on(reader, at, wants) {
  reader.at = at;
  reader.wants = wants;
  return true;
}

/** Where a pattern ends that begins at `at`; `at` when there is none. @param {RegExp} pattern @param {string} text @param {number} at */
function after(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
