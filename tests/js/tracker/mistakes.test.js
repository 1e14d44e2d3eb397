import assert from 'node:assert/strict';
import { test } from 'node:test';

import { mistake } from '../../../static/src/tracker/mistakes.js';
import { cases, catalogue } from './catalogue.js';

const known = await catalogue();

test('a message is the one of its field before that of its code', () => {
  assert.equal(mistake({ field: 'began', code: 'missing' }, known), 'Fill in when the cramp began.');
  assert.equal(mistake({ field: 'stress', code: 'missing' }, known), 'Fill this in.');
});

test('figures are those of the field', () => {
  assert.equal(mistake({ field: 'sleep_h', code: 'out_of_range' }, known), 'Fill in a number from 0 to 14.');
  assert.equal(mistake({ field: 'worst', code: 'out_of_range' }, known), 'Fill in a number from 0 to 10.');
  assert.match(mistake({ field: 'note', code: 'too_long' }, known), /2000/);
});

test('fine and whole numbers have their own message', () => {
  assert.equal(mistake({ field: 'sleep_h', code: 'not_a_step' }, known), 'Use at most 2 digits after the point.');
  assert.equal(mistake({ field: 'walk_min', code: 'not_a_step' }, known), 'Fill in a whole number.');
});

test('every problem that a record can have is said in words', async () => {
  const { cases: records } = await cases('records');
  for (const { problems } of records) {
    for (const [field, code] of problems) {
      const text = mistake({ field, code }, known);
      assert.ok(text.endsWith('.'), `${field} ${code}: ${text}`);
      assert.doesNotMatch(text, /[{}]/);
    }
  }
});
