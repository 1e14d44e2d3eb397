import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addMonths, daysOf, lastDayOf, mondayOf, startOf, weekday, weeksOf } from '../../../../static/src/tracker/look_back/dates.js';

const CLOCKS = ['Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC'];

/** Wherever the phone is, the calendar is the same. @param {string} name @param {() => void} work */
function everywhere(name, work) {
  for (const zone of CLOCKS) {
    test(`${name} (${zone})`, () => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        work();
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    });
  }
}

everywhere('days run on over leap days, years and changes of the clock', () => {
  assert.deepEqual(daysOf('2024-02-28', '2024-03-01'), ['2024-02-28', '2024-02-29', '2024-03-01']);
  assert.deepEqual(daysOf('2025-12-31', '2026-01-01'), ['2025-12-31', '2026-01-01']);
  assert.deepEqual(daysOf('2026-03-28', '2026-03-30'), ['2026-03-28', '2026-03-29', '2026-03-30']);
  assert.equal(daysOf('2016-11-25', '2026-11-22').length, 3650);
  assert.deepEqual(daysOf('2026-01-02', '2026-01-01'), []);
});

everywhere('a week begins on Monday', () => {
  assert.deepEqual(['2026-11-16', '2026-11-18', '2026-11-22'].map(weekday), [0, 2, 6]);
  assert.equal(mondayOf('2026-11-22'), '2026-11-16');
  assert.equal(mondayOf('2026-11-16'), '2026-11-16');
  assert.equal(mondayOf('2026-01-01'), '2025-12-29');
});

everywhere('months run on over the year', () => {
  assert.equal(addMonths('2026-12', 1), '2027-01');
  assert.equal(addMonths('2026-01', -1), '2025-12');
  assert.equal(lastDayOf('2024-02'), '2024-02-29');
  assert.equal(lastDayOf('2026-12'), '2026-12-31');
});

everywhere('a month stands in whole weeks, each day once', () => {
  for (let month = '2015-12'; month < '2028-03'; month = addMonths(month, 1)) {
    const weeks = weeksOf(month);
    assert.ok(weeks.every((week) => week.length === 7), month);
    assert.deepEqual(weeks.flat().filter(Boolean), daysOf(`${month}-01`, lastDayOf(month)));
    for (const week of weeks) week.forEach((day, place) => day === null || assert.equal(weekday(day), place));
    assert.ok(weeks[0].some(Boolean) && weeks.at(-1)?.some(Boolean), month);
  }
});

test('a period ends today, and never begins before the diary when all is asked', () => {
  assert.equal(startOf('14', '2026-11-22', '2020-01-01'), '2026-11-09');
  assert.equal(startOf('year', '2026-11-22', '2020-01-01'), '2025-11-23');
  assert.equal(startOf('all', '2026-11-22', '2020-01-01'), '2020-01-01');
  assert.equal(startOf('all', '2026-11-22', '2026-11-23'), '2026-11-22');
});
