/** A diary as one page to read and to print: no script in it, nothing from elsewhere, newest day first. */
import { dayOfEntry } from '../../store/days.js';
import { byDay } from '../../tracker/by_day.js';
import { described } from '../../tracker/described.js';
import { headingOf, textOf } from './fields.js';

/**
 * @typedef {import('../../store/view.js').Entry} Entry
 * @typedef {import('./fields.js').Catalogue} Catalogue
 * @typedef {import('./fields.js').Words} Words
 * @typedef {typeof import('../../ui/words/carry/nl.js').nl.page} Said
 * @typedef {{catalogue: Catalogue, words: Words, said: Said, kinds: Record<string, string>, lang: string}} Speech
 */

/** Days in one piece of text. */
const PIECE = 20;
/** What a heading says already. */
const TOLD = ['began', 'day', 'exercise'];
const STYLE = `
:root{color-scheme:light dark}
body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}
h1,h2,h3,h4{line-height:1.25;break-after:avoid}
h2{margin-top:2.5rem;border-bottom:2px solid}
h4{margin-bottom:.25rem}
dl{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.1rem 1rem;margin:0}
dd{margin:0;font-weight:600;white-space:pre-wrap;overflow-wrap:anywhere}
article{break-inside:avoid;margin:1rem 0;padding-left:1rem;border-left:2px solid}
@media print{body{margin:0;max-width:none;font-size:10pt}}
`;

/** The page in pieces. @param {Entry[]} entries @param {Date} now @param {Speech} speech @returns {Generator<string>} */
export function* readable(entries, now, speech) {
  const days = byDay(entries);
  yield head(entries, days.map(([day]) => day), now, speech);
  const names = namesOf(speech);
  let month = '';
  for (let start = 0; start < days.length; start += PIECE) {
    let piece = '';
    for (const [day, ofDay] of days.slice(start, start + PIECE)) {
      if (day.slice(0, 7) !== month) piece += `<h2>${escaped(names.month(day))}</h2>\n`;
      month = day.slice(0, 7);
      piece += `<section>\n<h3><time datetime="${escaped(day)}">${escaped(names.day(day))}</time></h3>\n${ofDay.map((entry) => article(entry, speech)).join('')}</section>\n`;
    }
    yield piece;
  }
  yield* others(entries, days, speech);
  yield '</body>\n</html>\n';
}

/** @param {string} text what a person wrote, or anything else */
export function escaped(text) {
  // Signs that no page may hold; a NUL would cut a word in some browsers.
  const clean = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\ufffd');
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** @param {Entry[]} entries @param {string[]} days newest first @param {Date} now @param {Speech} speech */
function head(entries, days, now, { said, lang, words }) {
  const made = now.toLocaleString(words.locale, { dateStyle: 'long', timeStyle: 'short' });
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(said.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(said.title)}</h1>
<p>${escaped(said.made(made))}</p>
<p>${escaped(said.holds(entries.length, days.length))} ${escaped(said.sides)}</p>
`;
}

/** @param {Speech} speech */
function namesOf({ words }) {
  const format = (/** @type {Intl.DateTimeFormatOptions} */ how) => {
    const names = new Intl.DateTimeFormat(words.locale, { ...how, timeZone: 'UTC' });
    return (/** @type {string} */ day) => names.format(new Date(`${day}T12:00Z`));
  };
  return { month: format({ month: 'long', year: 'numeric' }), day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }) };
}

/** @param {Entry} entry @param {Speech} speech */
function article(entry, speech) {
  const { title, time } = described(entry, speech.catalogue, speech.words);
  return `<article>\n<h4>${escaped(title)}${time ? ` <time>${escaped(time)}</time>` : ''}</h4>\n${listOf(entry, speech)}</article>\n`;
}

/** What belongs to no day of the diary: the programme, tips, and what the person chose. @param {Entry[]} entries @param {[string, Entry[]][]} days @param {Speech} speech */
function* others(entries, days, speech) {
  const shown = new Set(days.flatMap(([, ofDay]) => ofDay.map(({ id }) => id)));
  /** @type {Map<string, Entry[]>} */
  const kinds = new Map();
  for (const entry of entries.filter(({ id }) => !shown.has(id))) kinds.set(entry.kind, [...(kinds.get(entry.kind) ?? []), entry]);
  for (const [kind, ofKind] of kinds) {
    yield `<h2>${escaped(speech.kinds[kind] ?? kind)}</h2>\n${ofKind.map((entry) => other(entry, speech)).join('')}`;
  }
}

/** @param {Entry} entry @param {Speech} speech */
function other(entry, speech) {
  const day = dayOfEntry(entry);
  return `<article>\n${day ? `<h3><time datetime="${escaped(day)}">${escaped(namesOf(speech).day(day))}</time></h3>\n` : ''}${listOf(entry, speech)}</article>\n`;
}

/** @param {Entry} entry @param {Speech} speech */
function listOf({ kind, body }, { catalogue, words }) {
  const fields = Object.keys(body).filter((field) => !(TOLD.includes(field) && kind !== 'plan'));
  const lines = inOrder(fields, catalogue, kind).map(
    (field) => `<dt>${written(headingOf(catalogue, kind, field))}</dt><dd>${written(textOf(catalogue, kind, field, body[field], words))}</dd>\n`,
  );
  return lines.length ? `<dl>\n${lines.join('')}</dl>\n` : '';
}

/** Text that a person wrote may run from right to left, and may not turn the words around it. @param {string} text */
function written(text) {
  return `<bdi>${escaped(text)}</bdi>`;
}

/** @param {string[]} fields @param {Catalogue} catalogue @param {string} kind */
function inOrder(fields, { checks = {} }, kind) {
  const known = Object.keys(checks[kind] ?? {});
  const place = (/** @type {string} */ field) => (known.includes(field) ? known.indexOf(field) : known.length);
  return fields.sort((one, other) => place(one) - place(other));
}
