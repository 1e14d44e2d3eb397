/** Places on the body as somebody wrote them, in either language: a part, and left, middle or right. */

/** @type {[string, string[]][]} longer words first: "upper leg" is not "upper", and "middle back" no side */
const PARTS = [
  ['thigh', ['bovenbeen', 'upper leg', 'thigh']],
  ['calf', ['onderbeen', 'kuit', 'lower leg', 'calf']],
  ['foot', ['voet', 'foot']],
  ['upper', ['tussen de schouderbladen', 'between the shoulder blades', 'bovenrug', 'upper back', 'upper']],
  ['mid', ['onder de schouderbladen', 'below the shoulder blades', 'middenrug', 'middle back', 'mid back', 'mid']],
  ['low', ['lage rug', 'onderrug', 'lower back', 'low back', 'low']],
  ['pelvis', ['bekkenrand', 'edge of the pelvis', 'bekken', 'pelvis']],
  ['buttock', ['bil', 'buttock']],
  ['buttock middle', ['stuitje', 'stuit', 'tailbone', 'coccyx']],
];
/** @type {[string, string[]][]} */
const SIDES = [
  ['left', ['linker', 'links', 'left']],
  ['right', ['rechter', 'rechts', 'right']],
  ['middle', ['midden', 'middle', 'centre', 'center', 'centraal']],
];
const MORE = /[;|/+\n]|\s(?:en|and|&)\s/;
const SMALL = /\b(?:de|het|mijn|in|aan|van|the|my|of|on|at)\b/g;

/** The keys of all places in a text, without doubles; null when one of them is unknown, or has no side. @param {string} text @returns {string[] | null} */
export function placesIn(text) {
  return keysOf(text.split(MORE)) ?? keysOf(text.split(new RegExp(`${MORE.source}|,`)));
}

/** The words of a text alone: small letters without accents and signs. @param {string} text */
export function plain(text) {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** @param {string[]} texts */
function keysOf(texts) {
  const keys = texts.filter((text) => plain(text) !== '').map(keyOf);
  return keys.length && keys.every((key) => key !== null) ? [...new Set(keys)] : null;
}

/** @param {string} text */
function keyOf(text) {
  let rest = plain(text);
  /** @type {string[]} */
  const found = [];
  for (const [key, names] of [...PARTS, ...SIDES]) {
    const name = names.find((one) => new RegExp(`\\b${one}\\b`).test(rest));
    if (name === undefined) continue;
    rest = rest.replace(name, ' ');
    found.push(...key.split(' '));
  }
  return found.length === 2 && rest.replace(SMALL, '').trim() === '' ? found.join('_') : null;
}
