/** The earlier values of an entry that are worth showing, in words. */
import { changedFields } from '../../store/view.js';
import { momentName } from '../../ui/when.js';
import { answered } from '../answered.js';
import { marked } from '../marked.js';

/**
 * @typedef {import('../../store/view.js').Entry} Entry
 * @typedef {import('../../sync/earlier.js').Replaced} Replaced
 * @typedef {{label: string, was: string, now: string, when: string, value: Replaced}} EarlierLine
 */

/** The server forgets them after as long: EARLIER of webapp/sync/ages.py. */
const LASTS = 90 * 86_400_000;

/**
 * What differs from what the entry says now, once each, newest first.
 * @param {Pick<Entry, 'id' | 'kind' | 'body'>} entry @param {Replaced[]} values newest first, of any entry
 * @param {import('../catalogue.js').Catalogue} catalogue @param {import('../answered.js').Words} words @param {number} now milliseconds
 * @returns {EarlierLine[]}
 */
export function earlierLines({ id, kind, body }, values, catalogue, words, now) {
  /** @type {Map<string, EarlierLine>} */
  const lines = new Map();
  for (const value of values) {
    const { field } = value;
    if (value.id !== id || now - Date.parse(value.at) > LASTS || stands(body, value)) continue;
    const was = answered(kind, field, value.value, catalogue, words);
    if (was === null || lines.has(was.join('\n'))) continue;
    const is = answered(kind, field, body[field], catalogue, words)?.[1] ?? '';
    const when = momentName(Date.parse(value.at), now, words.locale);
    lines.set(was.join('\n'), { label: was[0], was: was[1], now: is, when, value });
  }
  return [...lines.values()];
}

/** @param {import('../../store/view.js').Body} body @param {Replaced} value */
function stands(body, { field, value }) {
  // The list of zones says once more what the field of each place says: that one was kept.
  if (field === 'zones' && Array.isArray(value) && value.every((zone) => marked(body).has(zone))) return true;
  return changedFields(field in body ? { [field]: body[field] } : {}, { [field]: value }).length === 0;
}
