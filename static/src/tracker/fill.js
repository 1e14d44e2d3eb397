/** Shows a body in a form. */

/**
 * Fills the fields of `body` in, and empties the others; fields in `keep` stay as they are.
 * @param {HTMLFormElement} form
 * @param {Record<string, any>} body
 * @param {string} locale
 * @param {Set<string>} [keep]
 */
export function fill(form, body, locale, keep = new Set()) {
  for (const field of fieldsOf(form)) {
    if (keep.has(field.name)) continue;
    const value = shown(field.name, body[field.name], locale);
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value;
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = ticked(field, body);
    else field.value = String(value);
  }
}

/** Puts back what was typed, name by name. @param {HTMLFormElement} form @param {Iterable<[string, string]>} entries */
export function putBack(form, entries) {
  const typed = [...entries];
  for (const field of fieldsOf(form)) {
    const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) {
      field.checked = values.includes(field.value);
    } else {
      field.value = values[0] ?? '';
    }
  }
}

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** @param {HTMLFormElement} form @returns {Field[]} */
function fieldsOf(form) {
  const fields = /** @type {Field[]} */ ([...form.elements]);
  return fields.filter((field) => field.matches('input[name], textarea[name], select[name]'));
}

/** @param {string} name @param {any} value @param {string} locale */
function shown(name, value, locale) {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString(locale, { useGrouping: false });
  return name === 'began' ? String(value).slice(0, 16) : value;
}

/** @param {HTMLInputElement} box @param {Record<string, any>} body */
function ticked(box, body) {
  const value = body[box.name];
  return Array.isArray(value) ? value.includes(box.value) : value === true;
}
