import assert from 'node:assert/strict';
import { test } from 'node:test';

import { tap } from '../../../static/src/tracker/back_map.js';
import { bodyOf } from '../../../static/src/tracker/body.js';
import { described } from '../../../static/src/tracker/described.js';
import { marked, ticked } from '../../../static/src/tracker/marked.js';
import { en } from '../../../static/src/ui/words/en.js';
import { catalogue } from './catalogue.js';

const known = await catalogue();

test('a place is marked by its field, or by the list of before', () => {
  assert.deepEqual([...marked({})], []);
  assert.deepEqual([...marked({ zones: ['low_left'] })], [['low_left', 0]]);
  const body = { zones: ['low_left', 'mid_left'], at_low_left: 3, at_foot_right: 1 };
  assert.deepEqual(Object.fromEntries(marked(body)), { low_left: 3, mid_left: 0, foot_right: 1 });
});

test('an entry of before is shown with its zones ticked, and read back with a field for each', () => {
  const before = { began: '2026-01-05T08:30+01:00', worst: 6, zones: ['low_left'] };
  const shown = ticked({ ...before, at_calf_left: 2 });
  assert.deepEqual(shown.zones, ['low_left', 'calf_left']);
  assert.deepEqual([shown.at_low_left, shown.at_calf_left], [undefined, 2]);
  /** @type {[string, string][]} */
  const typed = [['began', '2026-01-05T08:30'], ['worst', '6'], ...shown.zones.map((/** @type {string} */ zone) => ['zones', zone]), ['at_calf_left', '2']];
  assert.deepEqual(bodyOf('pain', typed, known, before), { ...before, at_low_left: 0, at_calf_left: 2 });
});

test('where it was is told from the neck down, with how strong, left and right as they are', () => {
  const body = { began: '2026-01-05T08:30+01:00', worst: 6, zones: ['low_left'], at_foot_right: 1, at_low_left: 3, at_mid_right: 0 };
  const { lines } = described({ kind: 'pain', body }, known, en);
  assert.deepEqual(lines, [['Where', 'below the shoulder blades, right; lower back, left (strong); foot, right (mild)']]);
});

test('each tap on the picture is stronger, and one too many clears', () => {
  const place = /** @type {any} */ ({ box: { checked: false }, strong: { selectedIndex: 0, options: [0, 1, 2, 3] } });
  const states = Array.from({ length: 6 }, () => {
    tap(place);
    return place.box.checked ? place.strong.selectedIndex : null;
  });
  assert.deepEqual(states, [0, 1, 2, 3, null, 0]);
});
