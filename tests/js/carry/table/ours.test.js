import assert from 'node:assert/strict';
import { test } from 'node:test';

import { finished } from '../../../../static/src/carry/pieces.js';
import { table } from '../../../../static/src/carry/out/tables.js';
import { rowsOf, separatorIn } from '../../../../static/src/carry/table/cells.js';
import { isForReading } from '../../../../static/src/carry/table/ours.js';
import { en } from '../../../../static/src/ui/words/en.js';
import { en as carryEn } from '../../../../static/src/ui/words/carry/en.js';
import { nl } from '../../../../static/src/ui/words/nl.js';
import { nl as carryNl } from '../../../../static/src/ui/words/carry/nl.js';
import { cases, catalogue } from '../../tracker/catalogue.js';
import { diaryOf } from '../diaries.js';

const USER = '11111111-1111-4111-8111-111111111111';
const known = { ...(await catalogue()), headings: await cases('headings') };
const checks = known.checks ?? {};

/** The first line of our own table. @param {any[]} entries @param {string} kind @param {'nl' | 'en'} lang */
async function headOf(entries, kind, lang) {
  const [words, named] = lang === 'nl' ? [nl, carryNl.tables] : [en, carryEn.tables];
  const text = [...table(entries, kind, known, words, named)].join('');
  const [head] = await finished(rowsOf(text, separatorIn(text)));
  return head.cells.map((/** @type {string} */ cell) => cell.trim());
}

for (const lang of /** @type {const} */ (['nl', 'en'])) {
  test(`of our own tables those of days and cramps come back, and the others are for reading: ${lang}`, async () => {
    const kinds = new Set();
    for (let seed = 1; seed <= 6; seed += 1) {
      const made = await diaryOf(seed, USER, checks, 60);
      for (const kind of Object.keys(checks)) {
        const entries = made.filter((entry) => entry.kind === kind);
        if (entries.length === 0) continue;
        kinds.add(kind);
        const all = await headOf(entries, kind, lang);
        assert.equal(isForReading(all, known), !['pain', 'day'].includes(kind), `${kind}: ${all}`);
        const one = await headOf(entries.slice(0, 1), kind, lang);
        assert.equal(isForReading(one, known), !['pain', 'day'].includes(kind), `${kind}: ${one}`);
      }
    }
    assert.deepEqual([...kinds].sort(), Object.keys(checks).sort());
  });
}

test('the table of somebody else is never taken for one of ours', () => {
  for (const head of [['datum', 'pijn'], ['date', 'key'], ['id'], ['a', 'b', 'id'], ['x [began.date]', 'id'], ['Steps [steps]', 'Day [day]', 'id'], ['what [unknown_thing]', 'id'], []]) {
    assert.equal(isForReading(head, known), false, String(head));
  }
});
