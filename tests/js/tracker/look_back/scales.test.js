import assert from 'node:assert/strict';
import { test } from 'node:test';

import { evenly, sideBySide } from '../../../../static/src/tracker/look_back/scales.js';

test('figures stand evenly between the ends, also when the line runs upwards', () => {
  const y = evenly([0, 10], [150, 0]);
  assert.deepEqual([0, 5, 10].map(y), [150, 75, 0]);
});

test('a figure that is all there is stands in the middle', () => {
  assert.equal(evenly([7, 7], [100, 20])(7), 60);
});

test('bars fill the line, with the same left open at both ends and twice that between', () => {
  for (const many of [1, 2, 14, 120]) {
    const { at, step, width } = sideBySide(many, [40, 360]);
    const [before, after] = [at(0) - 40, 360 - (at(many - 1) + width)];
    assert.ok(Math.abs(before - after) < 1e-9);
    assert.ok(Math.abs(step - width - 2 * before) < 1e-9);
    assert.ok(Math.abs(at(many - 1) - at(0) - (many - 1) * step) < 1e-9);
  }
});

test('no bars at all stand nowhere, and break nothing', () => {
  assert.ok(Number.isFinite(sideBySide(0, [40, 360]).step));
});
