/** Where a cramp was and how strong, from its body: webapp/zones.py tells what the fields mean. */

const AT = 'at_';

/**
 * Place to strength: 0 is there, 1 to 3 mild to strong. An entry of before the strengths lists its zones.
 * @param {Record<string, any>} body @returns {Map<string, number>}
 */
export function marked(body) {
  /** @type {Map<string, number>} */
  const places = new Map((body.zones ?? []).map((/** @type {string} */ zone) => [zone, 0]));
  for (const field in body) if (field.startsWith(AT)) places.set(field.slice(AT.length), body[field]);
  return places;
}

/** The name of the field that says how strong it was at a place. @param {string} place */
export function fieldOf(place) {
  return AT + place;
}

/** The body as its form shows it: every place ticked, also of an entry that only lists zones. @param {Record<string, any>} body */
export function ticked(body) {
  const places = [...marked(body)];
  const strong = places.map(([place, strength]) => [fieldOf(place), strength || undefined]);
  return { ...body, ...Object.fromEntries(strong), zones: places.map(([place]) => place) };
}
