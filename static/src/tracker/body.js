/** What was filled in, as the body of an entry. The server reads the same forms in forms.py. */
import { withOffset } from '../ui/when.js';
import { fieldOf } from './marked.js';
import { OWN } from './own.js';

/**
 * @typedef {import('../store/view.js').Body} Body
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {Iterable<[string, unknown]>} Entries as FormData gives them
 */

const LISTS = ['feel', 'relief'];
const NUMBER = /^-?[0-9]{1,12}([.,][0-9]{1,12})?$/;

/**
 * The whole body; what was left open is absent.
 * @param {string} kind
 * @param {Entries} entries
 * @param {Catalogue} catalogue
 * @param {Body | null} [before] the entry that is being changed
 * @returns {Body}
 */
export function bodyOf(kind, entries, catalogue, before = null) {
  const typed = gathered(entries);
  if (kind === 'pain') return crampOf(typed, catalogue, before);
  if (kind === 'day') return dayOf(typed, catalogue, before);
  const answers = Object.keys(catalogue.profile ?? {}).map((key) => [key, yesOrNo(text(typed, key))]);
  return withoutGaps(Object.fromEntries(answers));
}

/** @param {Map<string, string[]>} typed @param {Catalogue} catalogue @param {Body | null} before */
function crampOf(typed, { zones = {}, legs = {} }, before) {
  const began = text(typed, 'began');
  const kept = String(before?.began ?? '');
  // Somebody who travels keeps the zone of a time that was not changed.
  const unchanged = began !== '' && began.slice(0, 16) === kept.slice(0, 16);
  const ticked = typed.get('zones') ?? [];
  return withoutGaps({
    began: unchanged ? kept : withOffset(began),
    worst: number(text(typed, 'worst')),
    zones: ticked.filter((place) => !Object.hasOwn(legs, place)),
    ...placesOf(typed, ticked, Object.keys({ ...zones, ...legs })),
    ...Object.fromEntries(LISTS.map((name) => [name, typed.get(name) ?? []])),
    note: text(typed, 'note').replaceAll('\r\n', '\n'),
    minutes: number(text(typed, 'minutes')),
  });
}

/** How strong it was at a place that is not ticked says nothing. @param {Map<string, string[]>} typed @param {string[]} ticked @param {string[]} places */
function placesOf(typed, ticked, places) {
  const there = places.filter((place) => ticked.includes(place)).map(fieldOf);
  return Object.fromEntries(there.map((field) => [field, number(text(typed, field)) || 0]));
}

/** @param {Map<string, string[]>} typed @param {Catalogue} catalogue @param {Body | null} before */
function dayOf(typed, catalogue, before) {
  /** @type {Body} */
  const body = { day: text(typed, 'day') };
  if (text(typed, 'no_cramp')) body.no_cramp = true;
  for (const [key, factor] of Object.entries(catalogue.factors ?? {})) {
    body[key] = factor.input === 'yesno' ? yesOrNo(text(typed, key)) : number(text(typed, key));
  }
  body.note = text(typed, 'note').replaceAll('\r\n', '\n');
  // A question of one's own that is no longer asked keeps its answers.
  for (const key of OWN) body[key] = typed.has(key) ? own(text(typed, key)) : before?.[key];
  return withoutGaps(body);
}

/** @param {Entries} entries @returns {Map<string, string[]>} */
function gathered(entries) {
  /** @type {Map<string, string[]>} */
  const typed = new Map();
  for (const [name, value] of entries) {
    typed.set(name, [...(typed.get(name) ?? []), String(value)]);
  }
  return typed;
}

/** @param {Map<string, string[]>} typed @param {string} name */
function text(typed, name) {
  return (typed.get(name)?.[0] ?? '').trim();
}

/** A number with a point or a comma; what is no number stays text, for the check to refuse. @param {string} typed */
function number(typed) {
  return NUMBER.test(typed) ? Number(typed.replace(',', '.')) : typed;
}

/** @param {string} typed */
function own(typed) {
  const answer = yesOrNo(typed);
  return typeof answer === 'boolean' ? answer : number(typed);
}

/** @param {string} typed */
function yesOrNo(typed) {
  if (typed === 'yes') return true;
  return typed === 'no' ? false : typed;
}

/** @param {Body} body @returns {Body} */
function withoutGaps(body) {
  const filled = Object.entries(body).filter(([, value]) => value !== undefined && value !== '' && !isEmptyList(value));
  return Object.fromEntries(filled);
}

/** @param {unknown} value */
function isEmptyList(value) {
  return Array.isArray(value) && value.length === 0;
}
