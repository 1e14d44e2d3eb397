import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asksOf, factsOf, settled } from '../../../../static/src/carry/table/asks.js';
import { rowsOf, separatorIn } from '../../../../static/src/carry/table/cells.js';
import { columnsOf, guessed, hasNames, kindIn } from '../../../../static/src/carry/table/guesses.js';
import { finished } from '../../../../static/src/carry/pieces.js';
import { placesIn } from '../../../../static/src/carry/table/places.js';
import { valueOf } from '../../../../static/src/carry/table/meanings.js';
import { catalogue } from '../../tracker/catalogue.js';

const bare = await catalogue();
const named = Object.entries(bare.factors ?? {}).map(([key, { label, unit }]) => [key, unit ? `${label} (${unit})` : label]);
const known = { ...bare, headings: { day: Object.fromEntries(named) } };
const UNANSWERED = { order: null, mark: null, scale: null };

/** @param {string} text */
async function seen(text) {
  const [head, ...rows] = await finished(rowsOf(text, separatorIn(text)));
  const columns = columnsOf(head.cells, rows);
  const kind = kindIn(columns, known);
  const meanings = guessed(kind, columns, known);
  const facts = head.cells.map((_, place) => factsOf(rows, place));
  return { kind, meanings, asks: asksOf(facts, meanings, kind), facts };
}

test('a Dutch and an English table of cramps are seen as such', async () => {
  const nl = await seen('Datum;Tijd;Pijn (0-10);Duur in minuten;Plek;Opmerking\n22-11-2026;8:30;7;20;onderrug links;na tillen\n');
  assert.deepEqual([nl.kind, nl.meanings], ['pain', ['when', 'time', 'worst', 'minutes', 'zones', 'note']]);
  const en = await seen('Start time,Pain level,Duration (hours),Location,Relief,Comments\n2026-11-22 08:30,7,1.5,lower back left,warmth,x\n');
  assert.deepEqual([en.kind, en.meanings], ['pain', ['when', 'worst', 'hours', 'zones', 'relief', 'note']]);
});

test('a table without times is one of days', async () => {
  const { kind, meanings } = await seen('date,pain,sleep,sleep quality,steps,stress,mood,notes\n2026-11-22,7,7.5,6,4000,3,8,x\n2026-11-23 00:00,5,8,6,4100,3,8,y\n');
  assert.equal(kind, 'day');
  assert.deepEqual(meanings, ['when', 'background', 'sleep_h', 'sleep_q', 'steps', 'stress', 'out', 'note']);
});

test('a heading with the words of the diary is that question', async () => {
  const heads = Object.values(known.factors ?? {}).map(({ label }) => `"${label}"`);
  const { meanings } = await seen(`Date,${heads.join(',')}\n2026-11-22${',1'.repeat(heads.length)}\n`);
  const expected = Object.entries(known.factors ?? {}).map(([key, { low }]) => (low > 1 ? 'out' : key));
  assert.deepEqual(meanings, ['when', ...expected]);
});

test('what cannot be read as it is called is left out', async () => {
  const { meanings } = await seen('Datum,Pijn,Slaap,Plek\n2026-11-22,veel,goed,links\n');
  assert.deepEqual(meanings, ['when', 'out', 'out', 'out']);
});

test('dates under another name are found', async () => {
  assert.deepEqual((await seen('A,B\n22-11-2026,x\n23-11-2026,y')).meanings, ['when', 'out']);
});

test('the first row is one of names unless it holds dates or numbers', async () => {
  const isNamed = async (/** @type {string} */ text) => hasNames(await finished(rowsOf(text, ',')));
  assert.deepEqual([await isNamed('datum,pijn'), await isNamed('22-11-2026,x'), await isNamed('x,7'), await isNamed('')], [true, false, false, false]);
});

test('what can be read in two ways is asked, and only that', async () => {
  const open = await seen('datum;pijn;stappen\n03-04-2025;65;1.500\n05-06-2025;20;2.000\n');
  assert.deepEqual(open.asks, { order: '03-04-2025', mark: '1.500', scale: 65 });
  assert.deepEqual(settled(open.facts, open.meanings, open.asks, UNANSWERED), UNANSWERED);
  const answered = { order: /** @type {const} */ ('month'), mark: /** @type {const} */ ('.'), scale: /** @type {const} */ ('100') };
  assert.deepEqual(settled(open.facts, open.meanings, open.asks, answered), answered);

  const clear = await seen('date;pain;steps;sleep\n03-14-2025;7;1,500;7.5\n05-06-2025;0;2,000;8.0\n');
  assert.deepEqual(clear.asks, { order: null, mark: null, scale: null });
  assert.deepEqual(settled(clear.facts, clear.meanings, clear.asks, UNANSWERED), { order: 'month', mark: '.', scale: '10' });
  assert.equal((await seen('date,pain\n2025-03-14,6.5')).asks.scale, 6.5);
});

test('two columns with other marks leave open what stands before the tenths', async () => {
  assert.equal((await seen('date;sleep;weight;steps\n2026-11-22;7,5;70.5;1.500\n')).asks.mark, '1.500');
  assert.equal((await seen('date;sleep;weight;steps\n2026-11-22;7,5;70,5;1.500\n')).asks.mark, null);
});

test('places in either language, with their side', () => {
  /** @type {[string, string[] | null][]} */
  const texts = [
    ['onderrug, links', ['low_left']], ['left lower back', ['low_left']], ['Linker bil; rechter kuit', ['buttock_left', 'calf_right']],
    ['lage rug rechts en bovenrug midden', ['low_right', 'upper_middle']], ['low_left, low_left', ['low_left']], ['de stuit', ['buttock_middle']],
    ['middle of the upper back', ['upper_middle']], ['middle back left', ['mid_left']], ['onderrug', null], ['links', null], ['left hand', null], ['', null], ['foot_middle', ['foot_middle']],
  ];
  for (const [text, places] of texts) assert.deepEqual(placesIn(text), places, text);
  for (const [key, name] of Object.entries({ ...known.zones, ...known.legs })) {
    assert.deepEqual(placesIn(name), [key], name);
    assert.deepEqual(placesIn(key), [key]);
  }
});

test('pain is turned into another scale only as it was said', () => {
  const at = (/** @type {string} */ text, /** @type {any} */ scale) =>
    valueOf('worst', text, { kind: 'pain', catalogue: known, order: 'day', mark: ',', scale });
  assert.deepEqual([at('65', '10'), at('65', '100'), at('6,5', '10'), at('6,5', 'whole'), at('3', '5'), at('7/10', '10'), at('veel', '10')], [65, 7, 6.5, 7, 6, 7, null]);
});
