import assert from 'node:assert/strict';
import { test } from 'node:test';

import { earlierLines } from '../../../static/src/tracker/earlier/lines.js';
import { en } from '../../../static/src/ui/words/en.js';
import { catalogue } from './catalogue.js';

const known = await catalogue();
const NOW = new Date('2026-01-05T16:10').getTime();
const A_DAY = 86_400_000;

/** @param {string} field @param {unknown} value @param {number} [version] @param {number} [ago] */
const replaced = (field, value, version = 3, ago = 300_000) => ({
  id: 'a', field, value, version, at: new Date(NOW - ago).toISOString(),
});
/** @param {Record<string, unknown>} body @param {import('../../../static/src/sync/earlier.js').Replaced[]} values */
const lines = (body, values) => earlierLines({ id: 'a', kind: 'pain', body }, values, known, en, NOW);

test('what was, what is and when it was replaced', () => {
  const value = replaced('worst', 7);
  assert.deepEqual(lines({ worst: 2 }, [value]), [
    { label: 'Pain', was: '7 of 10', now: '2 of 10', when: '16:05', value },
  ]);
});

test('what stands there again, or of another entry, is not shown', () => {
  assert.deepEqual(lines({ worst: 7 }, [replaced('worst', 7)]), []);
  assert.deepEqual(lines({ zones: ['low_left'] }, [replaced('zones', ['low_left'])]), []);
  assert.deepEqual(lines({ worst: 2 }, [{ ...replaced('worst', 7), id: 'b' }]), []);
});

test('of places only what was really replaced is shown', () => {
  const body = { worst: 2, zones: ['low_left', 'mid_right'], at_low_left: 3, at_mid_right: 0 };
  const values = [replaced('at_low_left', 1), replaced('zones', ['low_left']), replaced('zones', ['upper_left'])];
  assert.deepEqual(lines(body, values).map(({ label, was, now }) => [label, was, now]), [
    ['Lower back, left', 'mild', 'strong'],
    ['Where', 'between the shoulder blades, left', 'lower back, left; below the shoulder blades, right'],
  ]);
});

test('what was emptied since can be put back', () => {
  assert.deepEqual(lines({ worst: 2 }, [replaced('note', 'bezem')]).map(({ now }) => now), ['not filled in']);
});

test('the same value stands there once, as it was replaced last', () => {
  const values = [replaced('worst', 7, 9, 60_000), replaced('worst', 4, 8), replaced('worst', 7, 3)];
  assert.deepEqual(lines({ worst: 2 }, values).map(({ value }) => value.version), [9, 8]);
});

test('after ninety days it is over, as on the server', () => {
  assert.equal(lines({ worst: 2 }, [replaced('worst', 7, 3, 89 * A_DAY)]).length, 1);
  assert.equal(lines({ worst: 2 }, [replaced('worst', 7, 3, 91 * A_DAY)]).length, 0);
});

test('a field of which this app knows nothing is left alone', () => {
  assert.deepEqual(lines({ worst: 2 }, [replaced('of_a_newer_app', 1)]), []);
});
