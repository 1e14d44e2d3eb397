/** An entry in words. */
import { answered } from './answered.js';
import { marked } from './marked.js';
import { OWN } from './own.js';

/**
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {import('./answered.js').Words} Words
 * @typedef {import('./answered.js').Line} Line
 * @typedef {{title: string, time: string, lines: Line[]}} Described
 */

const CRAMP = ['minutes', 'zones', 'feel', 'relief', 'note'];
const EXERCISE = ['sets', 'before', 'after'];

/**
 * @param {{kind: string, body: Record<string, any>}} entry
 * @param {Catalogue} catalogue
 * @param {Words} words
 * @returns {Described}
 */
export function described({ kind, body }, catalogue, words) {
  const lines = fieldsOf(kind, catalogue).map((field) => lineOf(kind, field, body, catalogue, words));
  return {
    title: titleOf(kind, body, catalogue, words),
    time: String(body.began ?? '').slice(11, 16),
    lines: lines.filter((line) => line !== null),
  };
}

/** What stands below the title, in this order. @param {string} kind @param {Catalogue} catalogue */
function fieldsOf(kind, { factors = {} }) {
  if (kind === 'exercise') return EXERCISE;
  return kind === 'pain' ? CRAMP : [...Object.keys(factors), ...OWN, 'note'];
}

/** @param {string} kind @param {string} field @param {Record<string, any>} body @param {Catalogue} catalogue @param {Words} words @returns {Line | null} */
function lineOf(kind, field, body, catalogue, words) {
  if (field === 'zones') {
    const places = placesIn(body, catalogue);
    return places === '' ? null : [words.entry.where, places];
  }
  return field in body ? answered(kind, field, body[field], catalogue, words) : null;
}

/** @param {string} kind @param {Record<string, any>} body @param {Catalogue} catalogue @param {Words} words */
function titleOf(kind, body, { exercises = {} }, { entry }) {
  if (kind === 'exercise') return `${entry.exercise}: ${exercises[body.exercise] ?? body.exercise}`;
  if (kind === 'pain') return `${entry.cramp}, ${entry.pain(body.worst)}`;
  return body.no_cramp ? `${entry.day}: ${entry.noCramp.toLowerCase()}` : entry.day;
}

/** Where it was, from the neck down, and how strong. @param {Record<string, any>} body @param {Catalogue} catalogue */
function placesIn(body, { zones = {}, legs = {}, strengths = [] }) {
  const places = marked(body);
  return Object.entries({ ...zones, ...legs })
    .filter(([place]) => places.has(place))
    .map(([place, name]) => [name, strengths[places.get(place) ?? 0]])
    .map(([name, strong]) => (strong ? `${name} (${strong})` : name))
    .join('; ');
}
