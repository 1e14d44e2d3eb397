// The cases are made by Python's uuid.uuid5; tests/unit/tracker/test_ids.py reads the same file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { dayId, derivedId, followId, marksId, namedId, newId, planId, profileId, settingsId, tipId, trialId, triedId, weekId } from '../../../static/src/store/identity.js';

const { days, follows, marks, profiles, settings, tips, plans, trials, tried, weeks } = JSON.parse(
  await readFile(new URL('../../cases/ids.json', import.meta.url), 'utf8'),
);

test('a named id is that of RFC 9562', async () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  assert.equal(await namedId(dns, 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('a day, a profile, a shown tip, choices about it, a week with it, a programme, a trial, marks and settings have the ids that Python gives them', async () => {
  for (const { user, date, id } of days) assert.equal(await dayId(user, date), id);
  for (const { user, id } of profiles) assert.equal(await profileId(user), id);
  for (const { user, id } of settings) assert.equal(await settingsId(user), id);
  for (const { user, id } of marks) assert.equal(await marksId(user), id);
  for (const { user, tip, date, id } of tips) assert.equal(await tipId(user, tip, date), id);
  for (const { user, tip, id } of follows) assert.equal(await followId(user, tip), id);
  for (const { user, tip, date, id } of weeks) assert.equal(await weekId(user, tip, date), id);
  for (const { user, plan, date, id } of plans) assert.equal(await planId(user, plan, date), id);
  for (const { user, began, id } of trials) assert.equal(await trialId(user, began), id);
  for (const { user, trial, date, id } of tried) assert.equal(await triedId(user, trial, date), id);
});

test('a record that is one by nature has its id from what it holds, and the others have any', async () => {
  for (const { user, date, id } of days) assert.equal(await derivedId(user, 'day', { day: date, stress: 3 }), id);
  for (const { user, id } of profiles) assert.equal(await derivedId(user, 'profile', {}), id);
  for (const { user, id } of settings) assert.equal(await derivedId(user, 'settings', {}), id);
  for (const { user, id } of marks) assert.equal(await derivedId(user, 'marks', { kept_B04: true }), id);
  for (const { user, tip, date, id } of tips) assert.equal(await derivedId(user, 'tip', { tip, day: date }), id);
  for (const { user, tip, id } of follows) assert.equal(await derivedId(user, 'follow', { tip, day: '2026-11-22' }), id);
  for (const { user, tip, date, id } of weeks) assert.equal(await derivedId(user, 'week', { tip, began: date, done_1: true }), id);
  for (const { user, plan, date, id } of plans) assert.equal(await derivedId(user, 'plan', { plan, began: date, minutes: 10 }), id);
  for (const { user, began, id } of trials) assert.equal(await derivedId(user, 'trial', { began, habit: 'walk' }), id);
  for (const { user, trial, date, id } of tried) assert.equal(await derivedId(user, 'tried', { trial, day: date, did: true }), id);
  for (const kind of ['pain', 'exercise']) assert.equal(derivedId(days[0].user, kind, { began: '2026-11-22T08:30+01:00' }), null);
});

test('new ids are version 4 and differ', () => {
  const ids = new Set(Array.from({ length: 100 }, newId));
  assert.equal(ids.size, 100);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
