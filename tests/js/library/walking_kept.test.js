import assert from 'node:assert/strict';
import { test } from 'node:test';

import { keptWalking } from '../../../static/src/library/walking/kept.js';
import { accountShelf, deviceShelf } from '../../../static/src/library/walking/shelf.js';
import { addWalks, waitingWalks } from '../../../static/src/library/walking/waiting.js';
import { current, forget } from '../../../static/src/store/account.js';
import { pending, save, unsent, view, viewOf } from '../../../static/src/store/entries.js';
import { dayId, profileId } from '../../../static/src/store/identity.js';
import { Device } from '../device.js';

const USER = '6513270e-269e-4d37-b2a7-4de452e6b438';
const TODAY = '2026-11-22';
const BEGUN = { began: TODAY, minutes: 10 };

/** On a phone of its own, without a network. @param {(user: string) => Promise<void>} work */
const onPhone = (work) => () => new Device(USER, () => Promise.reject(new Error('no network'))).on(() => work(current() ?? ''));

for (const [where, shelf] of /** @type {[string, () => import('../../../static/src/library/walking/shelf.js').Shelf][]} */ ([
  ['in the account', () => accountShelf(USER)],
  ['on the device', () => deviceShelf()],
])) {
  test(`${where} a programme begins, changes and goes`, onPhone(async () => {
    const { find, keepPlan, dropPlan } = shelf();
    assert.equal((await find(TODAY)).plan, null);
    await keepPlan(TODAY, () => BEGUN);
    await keepPlan(TODAY, (there) => /** @type {any} */ ({ ...there, week_2: 15 }));
    const { plan } = await find(TODAY);
    assert.deepEqual([plan?.began, plan?.minutes, plan?.week_2], [TODAY, 10, 15]);
    await dropPlan(TODAY);
    assert.equal((await find(TODAY)).plan, null);
  }));

  test(`${where} the programme that began last counts, and it goes back to the one before`, onPhone(async () => {
    const { find, keepPlan, dropPlan } = shelf();
    await keepPlan(TODAY, () => BEGUN);
    await keepPlan('2026-10-01', () => ({ began: '2026-10-01', minutes: 5 }));
    assert.equal((await find(TODAY)).plan?.began, TODAY);
    await dropPlan(TODAY);
    assert.equal((await find(TODAY)).plan?.began, '2026-10-01');
  }));

  test(`${where} minutes are added to what is there, also by two quick taps, and can be taken back`, onPhone(async () => {
    const { find, keepWalk } = shelf();
    await Promise.all([keepWalk(TODAY, (there) => (there ?? 0) + 10), keepWalk(TODAY, (there) => (there ?? 0) + 5)]);
    assert.equal((await find(TODAY)).diary.walked.get(TODAY), 15);
    await keepWalk(TODAY, () => null);
    assert.deepEqual([...(await find(TODAY)).diary.walked], []);
  }));
}

test('minutes of a day leave everything else of it alone, and are one change of one field', onPhone(async (user) => {
  const id = await dayId(user, TODAY);
  const body = { day: TODAY, stress: 7, no_cramp: true };
  await save(user, { kind: 'day', id, body });
  await accountShelf(user).keepWalk(TODAY, () => 20);
  assert.deepEqual((await viewOf(user, id))?.body, { ...body, walk_min: 20 });
  assert.deepEqual((await unsent(user)).at(-1)?.fields, ['walk_min']);
  await accountShelf(user).keepWalk(TODAY, () => null);
  assert.deepEqual((await viewOf(user, id))?.body, body);
}));

test('taking back the first note of a day leaves no day that says nothing', onPhone(async (user) => {
  const { keepWalk } = accountShelf(user);
  await keepWalk(TODAY, () => 20);
  await keepWalk(TODAY, () => null);
  assert.deepEqual(await view(user), []);
}));

test('the page reads the days around the programme and no others', onPhone(async (user) => {
  const shelf = accountShelf(user);
  await shelf.keepPlan(TODAY, () => BEGUN);
  for (const day of ['2026-11-14', '2026-11-15', TODAY]) await shelf.keepWalk(day, () => 10);
  assert.deepEqual([...(await shelf.find(TODAY)).diary.walked.keys()].sort(), ['2026-11-15', TODAY]);
}));

test('what the person told tips about ME/CFS or an operation keeps the programme away', onPhone(async (user) => {
  const { find } = accountShelf(user);
  const id = await profileId(user);
  for (const [body, barred] of /** @type {[Record<string, boolean>, string | null][]} */ ([
    [{ pregnant: true, mecfs: false }, null],
    [{ mecfs: true }, 'mecfs'],
    [{ recent_spine_surgery: true }, 'recent_spine_surgery'],
  ])) {
    await save(user, { kind: 'profile', id, body });
    assert.equal((await find(TODAY)).barred, barred);
  }
}));

test('what nobody kept goes to an account only with a yes, and changes nothing that is there', onPhone(async (user) => {
  const [device, account] = [deviceShelf(), accountShelf(user)];
  await device.keepPlan(TODAY, () => BEGUN);
  await device.keepWalk('2026-11-21', () => 10);
  await device.keepWalk(TODAY, () => 10);
  assert.equal(await pending(user), 0);
  await account.keepPlan(TODAY, () => ({ began: TODAY, minutes: 20, week_3: 25 }));
  await account.keepWalk(TODAY, () => 45);

  assert.equal(waitingWalks().lines.length, 2);
  await addWalks(user, keptWalking());
  const { plan, diary } = await account.find(TODAY);
  assert.deepEqual(plan, { plan: 'walking', began: TODAY, minutes: 20, week_3: 25 });
  assert.deepEqual(Object.fromEntries(diary.walked), { '2026-11-21': 10, [TODAY]: 45 });
  assert.deepEqual([keptWalking(), waitingWalks().lines], [{ plans: {}, walked: {} }, []]);
}));

test('what is thrown away can be taken back, and what came meanwhile stays', onPhone(async () => {
  const device = deviceShelf();
  await device.keepPlan(TODAY, () => BEGUN);
  await device.keepWalk(TODAY, () => 10);
  const waiting = waitingWalks();
  await device.keepWalk('2026-11-23', () => 5);
  waiting.letGo();
  assert.deepEqual(keptWalking(), { plans: {}, walked: { '2026-11-23': 5 } });
  waiting.bringBack();
  assert.deepEqual(keptWalking(), { plans: { [TODAY]: BEGUN }, walked: { [TODAY]: 10, '2026-11-23': 5 } });
}));

test('what is no programme is none, and signing out leaves nothing', onPhone(async () => {
  for (const text of ['', 'x', 'null', '[]', '5', '{"plans": null}']) {
    localStorage.setItem('rugwijs-kept-walking', text);
    assert.deepEqual(keptWalking(), { plans: {}, walked: {} }, text);
  }
  await deviceShelf().keepWalk(TODAY, () => 5);
  forget();
  assert.deepEqual(keptWalking(), { plans: {}, walked: {} });
}));
