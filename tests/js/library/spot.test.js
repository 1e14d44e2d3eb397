import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spotFor } from '../../../static/src/library/spot.js';

const phone = { width: 320, height: 640 };
const box = { width: 200, height: 120 };

/** @param {number} left @param {number} top */
const line = (left, top) => ({ left, top, bottom: top + 20 });

test('the box goes under its word, and begins where the word begins', () => {
  assert.deepEqual(spotFor([line(40, 100)], box, phone), { left: 40, top: 126 });
});

test('a word at the right edge has its box within the window', () => {
  assert.equal(spotFor([line(300, 100)], box, phone).left, 112);
});

test('a box as wide as the window begins at its left edge', () => {
  assert.equal(spotFor([line(300, 100)], { width: 310, height: 120 }, phone).left, 8);
});

test('where there is no room under the word, the box goes above it', () => {
  assert.deepEqual(spotFor([line(40, 560)], box, phone), { left: 40, top: 434 });
});

test('a word over two lines is covered on neither', () => {
  const lines = [line(260, 300), line(10, 325)];
  assert.deepEqual(spotFor(lines, box, phone), { left: 10, top: 351 });
  assert.deepEqual(spotFor(lines, box, { width: 320, height: 440 }), { left: 112, top: 174 });
});

test('a box with room nowhere stays in the window as far as it can', () => {
  const wide = { width: 640, height: 200 };
  assert.deepEqual(spotFor([line(40, 90)], box, wide), { left: 40, top: 72 });
  assert.deepEqual(spotFor([line(40, 90)], { width: 200, height: 300 }, wide), { left: 40, top: 8 });
});

test('wherever the word is, a box that fits is wholly in the window', () => {
  for (let left = -20; left < 340; left += 7) {
    for (let top = -30; top < 660; top += 11) {
      const spot = spotFor([line(left, top)], box, phone);
      assert.ok(spot.left >= 8 && spot.left + box.width <= phone.width - 8, `${left} ${top}`);
      assert.ok(spot.top >= 8 && spot.top + box.height <= phone.height - 8, `${left} ${top}`);
    }
  }
});
