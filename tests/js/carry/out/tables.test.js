import assert from 'node:assert/strict';
import { test } from 'node:test';

import { line, separatorOf } from '../../../../static/src/carry/out/csv.js';
import { headingOf } from '../../../../static/src/carry/out/fields.js';
import { table, tableName } from '../../../../static/src/carry/out/tables.js';
import { en } from '../../../../static/src/ui/words/en.js';
import { en as carryEn } from '../../../../static/src/ui/words/carry/en.js';
import { nl } from '../../../../static/src/ui/words/nl.js';
import { nl as carryNl } from '../../../../static/src/ui/words/carry/nl.js';
import { cases, catalogue } from '../../tracker/catalogue.js';
import { chanceOf, one } from '../diaries.js';

const known = { ...(await catalogue()), headings: await cases('headings'), titles: { X01: 'Bridge', A01: 'What it is' } };

/** @param {string} kind @param {object} body @param {string} [id] */
const entry = (kind, body, id = 'a') => ({ kind, id, body: { ...body }, version: 0, pending: false });

/** @param {string} kind @param {any[]} entries @param {'nl' | 'en'} [lang] */
function rowsOf(kind, entries, lang = 'en') {
  const [words, named] = lang === 'en' ? [en, carryEn.tables] : [nl, carryNl.tables];
  const text = [...table(entries, kind, { ...known, own: [{ key: 'own_1', label: 'Tuin', input: 'number', unit: 'uur', asked: true }] }, words, named)].join('');
  assert.ok(text.startsWith('\ufeff') && text.endsWith('\r\n'));
  return parsed(text.slice(1), lang === 'en' ? ',' : ';');
}

/** A reader of CSV as plain as can be. @param {string} text @param {string} separator */
function parsed(text, separator) {
  /** @type {string[][]} */
  const rows = [[]];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^"\\r\\n${separator}]*)(${separator}|\\r\\n)`, 'y');
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    rows.at(-1)?.push(match[1].startsWith('"') ? match[1].slice(1, -1).replaceAll('""', '"') : match[1]);
    if (match[2] === '\r\n') rows.push([]);
    if (cell.lastIndex === text.length) break;
  }
  assert.equal(rows.pop()?.length, 0);
  return rows;
}

test('a cramp has a date, a time and a zone that every spreadsheet reads in one way, and left stays left', () => {
  const [head, first, second] = rowsOf('pain', [
    entry('pain', { began: '2026-11-22T01:30+01:00', worst: 6, zones: ['low_left', 'buttock_right'], day: '2026-11-21', note: 'a, "b"\nc' }, 'x'),
    entry('pain', { began: '2026-11-23T08:30-03:30', worst: 0, minutes: 90 }, 'y'),
  ]);
  assert.deepEqual(head, [
    'Began, date [began.date]', 'Began, time [began.time]', 'Began, time zone [began.zone]', 'Worst pain, 0 to 10 [worst]', 'Where [zones]',
    'Note [note]', 'Lasted, minutes [minutes]', 'Day [day]', 'id',
  ]);
  assert.deepEqual(first, ['2026-11-22', '01:30', 'UTC+01:00', '6', 'lower back, left; buttock, right', 'a, "b"\nc', '', '2026-11-21', 'x']);
  assert.deepEqual(second, ['2026-11-23', '08:30', 'UTC-03:30', '0', '', '', '90', '2026-11-23', 'y']);
});

test('where numbers have a comma, cells do not', () => {
  assert.deepEqual([separatorOf('nl-NL'), separatorOf('en-GB')], [';', ',']);
  const body = { day: '2026-11-22', sleep_h: 7.5, steps: 12000, own_1: -1.25, ill: false, heavy_lifting: 1 };
  const [head, row] = rowsOf('day', [entry('day', body)], 'nl');
  const of = Object.fromEntries(head.map((name, place) => [/\[(.*)\]/.exec(name)?.[1] ?? name, row[place]]));
  assert.deepEqual([of.day, of.sleep_h, of.ill, of.steps], ['2026-11-22', '7,5', 'nee', '12000']);
  assert.equal(head.find((name) => name.includes('own_1')), 'Tuin (uur) [own_1]');
  assert.equal(of.own_1, "'-1,25");
  assert.equal(rowsOf('day', [entry('day', body)])[1][head.findIndex((name) => name.includes('sleep_h'))], '7.5');
  assert.equal(of.heavy_lifting, known.factors?.heavy_lifting.choices?.[1]);
});

test('what is one record a person is a list', () => {
  assert.deepEqual(rowsOf('marks', [entry('marks', { kept_A01: true, read_X01: true, read_F99: true })]), [
    ['Question', 'Answer', 'key'],
    ['Kept: What it is', 'yes', 'kept_A01'],
    ['Read it: Bridge', 'yes', 'read_X01'],
    ['Read it: F99', 'yes', 'read_F99'],
  ]);
});

test('a code stands with its title, and an unknown one by itself', () => {
  const exercise = (/** @type {string} */ code) => entry('exercise', { exercise: code, began: '2026-11-22T08:30+01:00', sets: 2 });
  assert.deepEqual(rowsOf('exercise', [exercise('X01'), exercise('X77')]).slice(1).map(([name]) => name), ['Bridge (X01)', 'X77']);
});

test('a field of a newer app is in the table too', () => {
  const [head, row] = rowsOf('pain', [entry('pain', { began: '2026-11-22T08:30+01:00', worst: 1, legs: ['left_calf'], colour: 'red' })]);
  assert.deepEqual([row[head.indexOf('legs [legs]')], row[head.indexOf('colour [colour]')]], ['left_calf', 'red']);
  assert.equal(headingOf(known, 'weather', 'wind'), 'wind');
});

test('no cell can be taken for a formula', () => {
  const signs = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', "'", '"', ',', ';', ' ', 'a', '1', '＝', '💥', '|'];
  for (let seed = 0; seed < 5000; seed += 1) {
    const chance = chanceOf(seed);
    const cell = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => one(chance, signs)).join('');
    const separator = one(chance, [',', ';']);
    const [[read, after]] = parsed(line([cell, 'x'], separator), separator);
    assert.equal(after, 'x', JSON.stringify(cell));
    assert.doesNotMatch(read, /^[=+\-@\t\r\n\0＝]/);
    assert.ok(read === cell || read === `'${cell}`);
    assert.equal(read.replace(/^'(?='*[=+\-@\t\r\n\0＝])/, ''), cell); // and what was added can be taken off again
  }
});

test('a plain cell stays plain', () => {
  assert.equal(line(['na het tillen', "it's", '7.5', ''], ','), "na het tillen,it's,7.5,\r\n");
});

test('the names of the files say nothing about health', () => {
  const names = Object.keys(known.checks ?? {}).map(tableName);
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.doesNotMatch(name, /pain|cramp|health|back|rug|pijn/);
});

test('every kind has a file name of its own', () => {
  for (const kind of Object.keys(known.checks ?? {})) assert.notEqual(tableName(kind), `${kind}.csv`);
});

test('how strong it was in a place is said in words, and left stays left', () => {
  const [head, row] = rowsOf('pain', [entry('pain', { began: '2026-11-22T08:30+01:00', worst: 1, at_low_left: 3, at_low_right: 0 })]);
  const of = (/** @type {string} */ field) => head.findIndex((name) => name.endsWith(`[${field}]`));
  assert.deepEqual([row[of('at_low_left')], row[of('at_low_right')]], [known.strengths?.[3], '0']);
  assert.match(head[of('at_low_left')], /left/);
});
