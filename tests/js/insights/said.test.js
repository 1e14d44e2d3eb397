import assert from 'node:assert/strict';
import { test } from 'node:test';

import { beforeSaid, todaySaid } from '../../../static/src/insights/load_part.js';
import { nl } from '../../../static/src/ui/words/nl.js';
import { nl as lookBack } from '../../../static/src/ui/words/look_back/nl.js';
import { speechIn } from '../../../static/src/tracker/look_back/speech.js';

const speech = speechIn(lookBack, nl);
/** @type {import('../../../static/src/tracker/catalogue.js').Factor} */
const sitting = { input: 'number', low: 0, high: 16, step: 0.5, label: 'Zitten', unit: 'uur' };
/** @type {import('../../../static/src/tracker/catalogue.js').Factor} */
const lifting = { input: 'choice', low: 0, high: 2, step: 1, label: 'Zwaar getild', choices: ['niet', 'een beetje', 'veel'] };

/** @param {Partial<import('../../../static/src/insights/load.js').Today>} more */
const seen = (more) => ({ value: 9.5, before: [], known: 12, less: 10, more: 1, ...more });
/** @param {Partial<import('../../../static/src/insights/load.js').Before>} more */
const before = (more) => ({ marks: new Array(14).fill(true), jumps: 7, known: 12, usual: { jumps: 20, known: 80 }, ...more });

test('today is told as a count of days, in the words of the factor', () => {
  assert.equal(todaySaid(seen({}), sitting, speech), 'Zitten: vandaag 9,5 uur. Op 10 van de 12 bekende dagen ervoor was het minder.');
  assert.equal(todaySaid(seen({ value: 0, less: 0, more: 3 }), lifting, speech), 'Zwaar getild: vandaag niet. Op 3 van de 12 bekende dagen ervoor was het meer.');
  assert.equal(todaySaid(seen({ less: 0, more: 0 }), sitting, speech), 'Zitten: vandaag 9,5 uur. Dat is net zoals op de 12 bekende dagen ervoor.');
});

test('what is not logged, and too few days, are told as such', () => {
  assert.equal(todaySaid(seen({ value: null }), sitting, speech), 'Zitten: vandaag nog niet genoteerd.');
  assert.match(todaySaid(seen({ known: 4 }), sitting, speech), /Van de 14 dagen ervoor zijn er 4 bekend\. Dat is te weinig om te vergelijken\.$/);
  assert.match(todaySaid(seen({ known: 1 }), sitting, speech), /ervoor is er 1 bekend/);
  assert.doesNotMatch(todaySaid(seen({ known: 5 }), sitting, speech), /te weinig/);
});

test('before cramps it is a count, beside the count of all days, and no cause', () => {
  assert.equal(
    beforeSaid(before({})),
    'Bij 7 van de 12 krampen was het meer dan gewoon: 58 van de 100. Op alle dagen samen is dat 25 van de 100. Van 2 krampen weten we het niet.',
  );
  assert.equal(beforeSaid(before({ marks: new Array(12).fill(false), jumps: 0 })), 'Bij 0 van de 12 krampen was het meer dan gewoon: 0 van de 100. Op alle dagen samen is dat 25 van de 100.');
});

test('under five known cramps nothing is said but how many', () => {
  assert.equal(beforeSaid(before({ known: 4 })), 'Te weinig om iets te zeggen: het is bij 4 krampen bekend.');
  assert.equal(beforeSaid(before({ known: 1 })), 'Te weinig om iets te zeggen: het is bij 1 kramp bekend.');
});
