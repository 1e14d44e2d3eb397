/** A body in the one form that equal bodies share: records.clean on the server makes the same bytes. */

/** @typedef {import('../store/view.js').Body} Body @typedef {import('./catalogue.js').Rule} Rule */

/**
 * Its JSON with sorted names, without empty fields, and with choices in their own order.
 * @param {Body} body one that passed the check @param {Record<string, Rule>} rules of its kind
 */
export function canonical(body, rules) {
  const cleaned = Object.entries(body)
    .filter(([field, value]) => !isEmpty(value, rules[field]))
    .map(([field, value]) => /** @type {[string, unknown]} */ ([field, inOrder(value, rules[field])]));
  return JSON.stringify(Object.fromEntries(cleaned.sort(([one], [other]) => (one < other ? -1 : 1))));
}

/** @param {unknown} value @param {Rule} [rule] */
function isEmpty(value, rule) {
  return (rule?.sort === 'note' && value === '') || (rule?.sort === 'several' && Array.isArray(value) && value.length === 0);
}

/** @param {unknown} value @param {Rule} [rule] */
function inOrder(value, rule) {
  if (rule?.sort !== 'several' || !Array.isArray(value)) return value;
  return [...value].sort((one, other) => (rule.of ?? []).indexOf(one) - (rule.of ?? []).indexOf(other));
}
