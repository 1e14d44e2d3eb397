import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isEither, markIn, minutesIn, numberIn, orderIn, timeIn, whenIn, yesNoIn, zoneIn } from '../../../../static/src/carry/table/values.js';
import { chanceOf } from '../diaries.js';

/** @param {string} day @param {string | null} [time] @param {string | null} [offset] */
const when = (day, time = null, offset = null) => ({ day, time, offset });

test('a date is read as people and programs write it', () => {
  for (const text of [
    '2026-11-22', '2026/11/22', '20261122', '22-11-2026', '22/11/2026', '22.11.2026', '22-11-26', ' 22 nov 2026 ', '22 november 2026',
    'zo 22 nov. 2026', 'Sunday, 22 November 2026', 'Nov 22, 2026', 'November 22 2026', 'Sunday, November 22, 2026', '22-nov-2026',
  ]) {
    assert.deepEqual(whenIn(text, 'day'), when('2026-11-22'), text);
  }
  assert.deepEqual(whenIn('3-4-2025', 'day'), when('2025-04-03'));
  assert.deepEqual(whenIn('3-4-2025', 'month'), when('2025-03-04'));
  assert.deepEqual(whenIn('5 mrt 2025', 'day'), when('2025-03-05'));
  assert.deepEqual(whenIn('1 mei 2025', 'day'), when('2025-05-01'));
  assert.deepEqual(whenIn('1 okt 2025', 'day'), when('2025-10-01'));
});

test('a time beside the date is read too, with its offset', () => {
  assert.deepEqual(whenIn('2026-11-22T08:30:00.000Z', 'day'), when('2026-11-22', '08:30', 'Z'));
  assert.deepEqual(whenIn('2026-11-22T08:30+0100', 'day'), when('2026-11-22', '08:30', '+01:00'));
  assert.deepEqual(whenIn('22-11-2026 8:30', 'day'), when('2026-11-22', '08:30'));
  assert.deepEqual(whenIn('11/22/2026, 8:30 PM', 'month'), when('2026-11-22', '20:30'));
  assert.deepEqual(whenIn('22 november 2026 om 8.30 uur', 'day'), when('2026-11-22', '08:30'));
});

test('what is no date is none', () => {
  for (const text of ['', 'x', '31-02-2026', '2026-13-01', '22-11', '7,5', '2026', '22-13-2026', '2026-11-22 25:00', '22 foo 2026', '0-0-2026', '2026-11-22 later', '22-11-202', '1-2-3']) {
    assert.equal(whenIn(text, 'day'), null, text);
  }
});

test('which of day and month is first is seen, or asked', () => {
  assert.equal(orderIn(['2026-11-22', 'x', '']), 'either');
  assert.equal(orderIn(['03-03-2025']), 'either');
  assert.equal(orderIn(['03-04-2025', '05-06-2025']), null);
  assert.equal(orderIn(['03-04-2025', '13-04-2025 10:00']), 'day');
  assert.equal(orderIn(['03/04/2025', '04/13/2025']), 'month');
  assert.equal(orderIn(['13/04/2025', '04/13/2025']), null);
});

test('every day of years comes back from every way to write it', () => {
  const chance = chanceOf(7);
  for (let turn = 0; turn < 500; turn += 1) {
    const day = new Date(Date.UTC(2000, 0, 1 + Math.floor(chance() * 9800))).toISOString().slice(0, 10);
    const date = new Date(`${day}T12:00`);
    const [year, month, number] = day.split('-');
    assert.deepEqual(whenIn(`${Number(number)}-${Number(month)}-${year}`, 'day'), when(day));
    assert.deepEqual(whenIn(`${month}/${number}/${year}`, 'month'), when(day));
    for (const locale of ['nl', 'en-GB', 'en-US']) {
      for (const style of /** @type {const} */ (['medium', 'long', 'full'])) {
        const text = date.toLocaleDateString(locale, { dateStyle: style });
        assert.deepEqual(whenIn(text, 'day'), when(day), text);
      }
    }
  }
});

test('times and zones', () => {
  for (const [text, time] of [['8:30', '08:30'], ['08.30', '08:30'], ['8u30', '08:30'], ['20:30:15', '20:30'], ['12:05 AM', '00:05'], ['12 pm', '12:00'], ['8:30 p.m.', '20:30']]) {
    assert.equal(timeIn(text), time, text);
  }
  for (const text of ['', '8', '24:00', '8:60', '13:00 PM', 'ochtend', '0830', '-1:30']) assert.equal(timeIn(text), null, text);
  assert.deepEqual(['UTC+01:00', '-0330', 'z', 'UTC', 'Amsterdam', ''].map(zoneIn), ['+01:00', '-03:30', 'Z', 'Z', null, null]);
});

test('numbers with commas and points', () => {
  for (const [text, value] of /** @type {[string, number][]} */ ([
    ['7', 7], ['7,5', 7.5], ['7.5', 7.5], ['-2', -2], ['−2', -2], ['1.234,5', 1234.5], ['1,234.5', 1234.5], ['1.234.567', 1234567],
    ['12 345', 12345], ['0,125', 0.125], ['1234,567', 1234.567], ['007', 7],
  ])) {
    assert.equal(numberIn(text, ','), value, text);
    assert.equal(numberIn(text, '.'), value, text);
  }
  assert.deepEqual([numberIn('1.500', ','), numberIn('1.500', '.'), numberIn('1,500', ','), numberIn('1,500', '.')], [1500, 1.5, 1.5, 1500]);
  for (const text of ['', 'x', '7x', '1,2,3', '1.2.3', '1,23.4', '7 8', '1e5', '0x10', 'Infinity', '1,234,5', '--1', '1.']) {
    assert.equal(numberIn(text, ','), null, text);
  }
  assert.deepEqual([isEither('1.500'), isEither('0.500'), isEither('1500')], [true, false, false]);
  assert.deepEqual([markIn(['1.500', '7,5']), markIn(['1.500']), markIn(['7.5', '7,5']), markIn(['1,234.5'])], [',', null, null, '.']);
});

test('any number comes back as a spreadsheet of either language writes it', () => {
  const chance = chanceOf(9);
  for (let turn = 0; turn < 500; turn += 1) {
    const value = Math.round(chance() * 10 ** (1 + Math.floor(chance() * 6)) * 100) / 100;
    for (const [locale, mark] of /** @type {const} */ ([['nl', ','], ['en', '.']])) {
      for (const useGrouping of [true, false]) assert.equal(numberIn(value.toLocaleString(locale, { useGrouping }), mark), value);
    }
  }
});

test('how long', () => {
  for (const [text, value] of /** @type {[string, number | null][]} */ ([
    ['90', 90], ['90 min', 90], ['12.5', 12.5], ['1:30', 90], ['1:30:00', 90], ['1u30', 90], ['1 uur 30 min', 90], ['2 h', 120], ['1,5 uur', 90], ['1.5h', 90],
    ['', null], ['lang', null], ['1:75', null], ['5 dagen', null],
  ])) {
    assert.equal(minutesIn(text, ',', 'minutes'), value, text);
  }
  assert.deepEqual([minutesIn('1,5', ',', 'hours'), minutesIn('90 min', ',', 'hours'), minutesIn('1:30', ',', 'hours')], [90, 90, 90]);
});

test('yes and no', () => {
  assert.deepEqual(['Ja', 'nee', 'TRUE', '0', 'x', 'soms', ''].map(yesNoIn), [true, false, true, false, true, null, null]);
});
