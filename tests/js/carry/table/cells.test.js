import assert from 'node:assert/strict';
import { test } from 'node:test';

import { line } from '../../../../static/src/carry/out/csv.js';
import { BrokenTable, LIMITS, placeIn, rowsOf, SEPARATORS, separatorIn } from '../../../../static/src/carry/table/cells.js';
import { finished } from '../../../../static/src/carry/pieces.js';
import { chanceOf, one } from '../diaries.js';

const PIECES = ['pijn', '7,5', '"', ',', ';', '\t', '|', '\n', '\r\n', '\r', ' ', "'", '=1', '-', 'é', '💥', '2026-11-22', '""'];
const ENDS = ['\r\n', '\n', '\r'];

/** @param {string} text @param {string} separator @param {any} [limits] */
const read = async (text, separator, limits) => (await finished(rowsOf(text, separator, limits))).map(({ cells }) => cells);

/** @param {string} text @param {string} separator @param {any} [limits] */
async function brokenAt(text, separator, limits) {
  const error = await read(text, separator, limits).then(() => null, (/** @type {unknown} */ found) => found);
  assert.ok(error instanceof BrokenTable);
  const { line: where, column } = placeIn(text, error.at);
  return [error.why, where, column];
}

/** @param {string} cell @param {string} separator */
const asWritten = (cell, separator) =>
  /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;

for (let seed = 1; seed <= 60; seed += 1) {
  test(`random cells come back as they were: ${seed}`, async () => {
    const chance = chanceOf(seed);
    const cell = () => Array.from({ length: Math.floor(chance() * 5) }, () => one(chance, PIECES)).join('');
    const width = 1 + Math.floor(chance() * 5);
    const rows = Array.from({ length: 1 + Math.floor(chance() * 8) }, () => Array.from({ length: width }, cell));
    const kept = rows.filter((row) => row.some((each) => each.trim() !== ''));
    const separator = one(chance, SEPARATORS);

    const ours = rows.map((row) => line(row, separator)).join('');
    assert.deepEqual(await read(`\ufeff${ours}`, separator), kept);

    const end = one(chance, ENDS);
    const theirs = rows.map((row) => row.map((each) => asWritten(each, separator)).join(separator)).join(end);
    const unguarded = kept.map((row) => row.map((each) => each.replace(/^'(?='*[=+\-@\t\r\n])/, '')));
    assert.deepEqual(await read(theirs, separator), unguarded);
  });

  test(`every cell stands where its place says: ${seed}`, async () => {
    const chance = chanceOf(seed);
    const cell = () => one(chance, ['a', 'bb', '"c\r\nd"', '"e"', '💥']);
    const text = Array.from({ length: 6 }, () => [cell(), cell(), cell()].join(';')).join(one(chance, ENDS));
    for (const { cells, starts } of await finished(rowsOf(text, ';'))) {
      for (const [place, start] of starts.entries()) {
        const { line: where, column } = placeIn(text, start);
        const there = [...text.split(/\r\n|\r|\n/)[where - 1]].slice(column - 1).join('');
        assert.ok(there.startsWith(cells[place].slice(0, 1)) || there.startsWith(`"${cells[place].slice(0, 1)}`));
      }
    }
  });
}

test('the sign between the cells is seen', () => {
  /** @type {[string, string][]} */
  const texts = [
    ['date,pain\n2026-11-22,5\n', ','],
    ['datum;pijn\n22-11-2026;7,5\n23-11-2026;6,5', ';'],
    ['datum\tpijn\topmerking\n22-11-2026\t7\ta, b, c, d', '\t'],
    ['datum|pijn\n22-11-2026|7', '|'],
    ['datum;opmerking\n22-11-2026;"a, b\nc, d"\n23-11-2026;', ';'],
    ['\ufeffsep=;\r\na,b,c;d', ';'],
    ['datum\n22-11-2026', ','],
    ['datum, dag;pijn\n22-11-2026;7\n23-11-2026;8', ';'],
    [`${'a;'.repeat(LIMITS.columns)}b`, ';'],
  ];
  for (const [text, sign] of texts) assert.equal(separatorIn(text), sign, text);
});

test('empty lines, a mark of the encoding and a told sign are no rows', async () => {
  assert.deepEqual(await read('\ufeffsep=;\r\na;b\r\n\r\n;\r\n1;2\r\n', ';'), [['a', 'b'], ['1', '2']]);
  assert.deepEqual(await read('', ','), []);
});

test('what is broken has a line and a column', async () => {
  assert.deepEqual(await brokenAt('a,b\r\n1,"2\r\n3,4\r\n', ','), ['open_quote', 2, 3]);
  assert.deepEqual(await brokenAt('\ufeffa,b\n"1"x,2\n', ','), ['after_quote', 2, 4]);
  assert.deepEqual(await brokenAt('\ufeff"a', ','), ['open_quote', 1, 1]);
});

test('what is too large is refused where it becomes so', async () => {
  const limits = { rows: 2, columns: 3, signs: 4 };
  assert.deepEqual(await read('1\r2\r\r', ',', limits), [['1'], ['2']]);
  assert.deepEqual(await brokenAt('1\r2\r\r3', ',', limits), ['too_many_rows', 4, 1]);
  assert.deepEqual(await brokenAt('1,2,3\n1,2,3,4', ',', limits), ['too_many_columns', 2, 7]);
  assert.deepEqual(await brokenAt('1,12345', ',', limits), ['too_long', 1, 3]);
  assert.deepEqual(LIMITS, { rows: 25_000, columns: 200, signs: 10_000 });
});

test('a quote inside a cell without quotes is a sign as any other', async () => {
  assert.deepEqual(await read('5" plank,b "c" d\n', ','), [['5" plank', 'b "c" d']]);
});

test('a large file pauses on the way', () => {
  const work = rowsOf('a,b\n'.repeat(1000), ',');
  assert.equal(work.next().done, false);
});
