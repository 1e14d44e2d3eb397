import assert from 'node:assert/strict';
import { test } from 'node:test';

import { becauseOf } from '../../../static/src/tips/points.js';
import { tipWords } from '../../../static/src/ui/words/tips.js';

const { nl, en } = tipWords;
/** @param {[string, number][]} parts @returns {import('../../../static/src/tips/points.js').Points} */
const points = (...parts) => parts.map(([part, many]) => ({ part: /** @type {'own'} */ (part), points: many }));

test('the two largest reasons are named, the largest first', () => {
  const three = points(['evidence', 19], ['own', 6], ['trigger', 24]);
  assert.equal(becauseOf(three, 'B', nl), 'Vooral omdat je laatste 2 weken erom vragen, en omdat er redelijk bewijs voor is.');
  assert.equal(becauseOf(three, 'B', en), 'Mainly because your last 2 weeks ask for it, and because there is fair evidence for it.');
});

test('the own diary and own votes are reasons only where they speak for the tip', () => {
  assert.match(becauseOf(points(['own', 22], ['evidence', 6], ['trigger', 3]), 'D', nl), /omdat wat je zelf bijhield die kant op wijst, en omdat het aannemelijk is\.$/);
  assert.match(becauseOf(points(['trigger', 20], ['votes', 9], ['evidence', 6]), 'D', en), /ask for it, and because it helped you before\.$/);
  assert.doesNotMatch(becauseOf(points(['own', -22], ['evidence', 25]), 'A', nl), /zelf bijhield/);
});

test('what only takes off or evens out is no reason', () => {
  const tip = points(['evidence', 13], ['limit', 12], ['seen', -6], ['category', -3]);
  assert.equal(becauseOf(tip, 'C', en), 'Mainly because there is some evidence for it.');
});
