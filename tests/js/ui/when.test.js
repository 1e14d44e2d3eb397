import assert from 'node:assert/strict';
import { test } from 'node:test';

import { dayName, dayOf, minuteOf, momentAt, momentName, shortDay, withOffset } from '../../../static/src/ui/when.js';
import { nl } from '../../../static/src/ui/words/nl.js';

process.env.TZ = 'Europe/Amsterdam';

test('a day and a minute are those of the device', () => {
  const late = new Date('2026-01-05T23:30:00Z');
  assert.equal(dayOf(late), '2026-01-06');
  assert.equal(minuteOf(late), '2026-01-06T00:30');
});

test('a local time gets the offset of that time, not of now', () => {
  assert.equal(withOffset('2026-01-05T08:30'), '2026-01-05T08:30+01:00');
  assert.equal(withOffset('2026-07-05T08:30'), '2026-07-05T08:30+02:00');
  process.env.TZ = 'America/St_Johns';
  assert.equal(withOffset('2026-01-05T08:30'), '2026-01-05T08:30-03:30');
  process.env.TZ = 'Europe/Amsterdam';
});

test('a moment has the offset that it had, also in the hour that comes twice', () => {
  assert.equal(momentAt(new Date('2026-10-25T00:30:00Z')), '2026-10-25T02:30+02:00');
  assert.equal(momentAt(new Date('2026-10-25T01:30:00Z')), '2026-10-25T02:30+01:00');
});

test('what is no time comes back as it was', () => {
  for (const text of ['', 'gisteren', '2026-01-05', '2026-13-05T08:30']) assert.equal(withOffset(text), text);
});

test('days have names that people use', () => {
  assert.equal(dayName('2026-01-05', '2026-01-05', nl), 'Vandaag');
  assert.equal(dayName('2026-01-04', '2026-01-05', nl), 'Gisteren');
  assert.equal(dayName('2025-12-31', '2026-01-01', nl), 'Gisteren');
  assert.equal(dayName('2026-01-02', '2026-01-05', nl), 'vrijdag 2 januari');
  assert.equal(dayName('2025-12-24', '2026-01-05', nl), 'woensdag 24 december 2025');
  assert.equal(shortDay('2026-01-05', 'nl-NL'), 'ma 5');
});

test('a moment of today is a time, one of before has its day', () => {
  const now = new Date('2026-01-05T16:05').getTime();
  assert.equal(momentName(now, now, 'nl-NL'), '16:05');
  assert.equal(momentName(now - 86_400_000, now, 'nl-NL'), '4 januari 16:05');
});
