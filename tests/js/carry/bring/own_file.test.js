import assert from 'node:assert/strict';
import { test } from 'node:test';

import { NotOurs, readOwn } from '../../../../static/src/carry/bring/own_file.js';
import { written } from '../../../../static/src/carry/own_format.js';
import { dayId, settingsId, tipId } from '../../../../static/src/store/identity.js';
import { catalogue } from '../../tracker/catalogue.js';

const ALICE = '11111111-1111-4111-8111-111111111111';
const BOB = '22222222-2222-4222-8222-222222222222';
const CRAMP = '33333333-3333-4333-8333-333333333333';
const NOW = new Date('2026-11-25T10:30:00Z');
const known = await catalogue();
const cramp = { kind: 'pain', id: CRAMP, body: { began: '2026-11-22T08:30+01:00', worst: 6, zones: ['low_left'] } };
const day = { kind: 'day', id: await dayId(ALICE, '2026-11-22'), body: { day: '2026-11-22', stress: 4 } };

/** @param {object} [differently] */
const around = (differently) => ({ user: ALICE, now: NOW, schema: 1, catalogue: known, settings: {}, kinds: new Map(), ...differently });

/** @param {any[]} records @param {object} [about] */
const file = (records, about) => JSON.stringify({ format: 'rugwijs', version: 1, schema: 1, user: ALICE, made: 'x', records, ...about });

/** @param {string} text @param {object} [differently] */
async function mistakesIn(text, differently) {
  return (await readOwn(text, around(differently))).wrong.map(({ record, field, code }) => [record, field, code]);
}

test('what was written is read', async () => {
  const entries = [cramp, day].map((record) => ({ ...record, version: 1, pending: false }));
  const devices = [{ device: 'x', name: 'Telefoon', seen_at: '2026-11-20T08:00:00Z' }];
  const text = [...written({ user: ALICE, schema: 1, made: 'x' }, entries, [], devices)].join('');
  assert.deepEqual(await readOwn(text, around()), {
    foreign: false,
    wanted: [{ ...cramp, part: false }, { ...day, part: false }],
    wrong: [],
    lost: [],
  });
});

/** @type {[string, string, string][]} */
const NOT_OURS = [
  ['broken JSON', file([cramp]).slice(0, -9), 'not_json'],
  ['words', 'Beste dokter,', 'not_json'],
  ['the JSON of another app', '{"entries":[{"pain":5}]}', 'not_ours'],
  ['a list', '[1,2]', 'not_ours'],
  ['null', 'null', 'not_ours'],
  ['a number', '5', 'not_ours'],
  ['a file without a person', file([], { user: 5 }), 'not_ours'],
  ['a file of nobody', file([], { user: '../x' }), 'not_ours'],
  ['records that are no list', file([], { records: { length: 1 } }), 'not_ours'],
  ['a file of a newer layout', file([], { version: 2 }), 'newer'],
  ['a file with kinds that are not known yet', file([], { schema: 2 }), 'newer'],
];
for (const [says, text, why] of NOT_OURS) {
  test(`is refused whole: ${says}`, () =>
    assert.rejects(readOwn(text, around()), (error) => error instanceof NotOurs && error.why === why));
}

const inDay = (/** @type {object} */ body) => ({ ...day, body: { ...day.body, ...body } });
const inCramp = (/** @type {object} */ body) => ({ ...cramp, body: { ...cramp.body, ...body } });
/** @type {[string, any, [string, string][]][]} */
const WRONG = [
  ['a record that is no object', [1], [['record', 'wrong_type']]],
  ['a null', null, [['record', 'wrong_type']]],
  ['a field beside the body', { ...cramp, user_id: 5 }, [['user_id', 'unknown_field']]],
  ['an unknown kind', { ...cramp, kind: 'weather' }, [['kind', 'unknown_choice']]],
  ['a kind with the name of a method', { ...cramp, kind: '__proto__' }, [['kind', 'unknown_choice']]],
  ['a yes for a number', inDay({ stress: true }), [['stress', 'wrong_type']]],
  ['true for 1', inCramp({ worst: true }), [['worst', 'wrong_type']]],
  ['too much pain', inCramp({ worst: 11 }), [['worst', 'out_of_range']]],
  ['a day in 1900', inCramp({ began: '1900-01-01T08:30+01:00' }), [['began', 'too_long_ago']]],
  ['a day in 2090', inCramp({ began: '2090-01-01T08:30+01:00' }), [['began', 'in_the_future']]],
  ['a zone that there is not', inCramp({ zones: ['head'] }), [['zones', 'unknown_choice']]],
  ['a field of another kind', inCramp({ stress: 5 }), [['stress', 'unknown_field']]],
  ['a body within bodies', inCramp({ note: JSON.parse('[{"a":'.repeat(500) + '1' + '}]'.repeat(500)) }), [['note', 'wrong_type']]],
  ['an id that is a number', { ...cramp, id: 7 }, [['id', 'wrong_id']]],
  ['an id in capitals', { ...cramp, id: 'ABCDEFAB-3333-4333-8333-333333333333' }, [['id', 'wrong_id']]],
  ['a day with the id of another day', { ...day, id: CRAMP }, [['id', 'wrong_id']]],
  ['several mistakes at once', { ...inCramp({ worst: '6', feel: 'dull' }), id: '' }, [['worst', 'wrong_type'], ['feel', 'wrong_type'], ['id', 'wrong_id']]],
];
for (const [says, record, problems] of WRONG) {
  test(`a record is refused, and the others are not: ${says}`, async () => {
    const { wanted, wrong } = await readOwn(file([day, record, cramp]), around());
    assert.deepEqual(wrong.map(({ record: place, field, code }) => [place, field, code]), problems.map((problem) => [1, ...problem]));
    assert.deepEqual(wanted.map(({ id }) => id), [day.id, CRAMP]);
  });
}

test('emoji, right-to-left text and a NUL in a note are text', async () => {
  const { wanted, wrong } = await readOwn(file([inCramp({ note: '💥 שלום \u202e \u0000' })]), around());
  assert.deepEqual([wrong, wanted[0].body.note], [[], '💥 שלום \u202e \u0000']);
});

test('the same id twice is told at the second', async () => {
  assert.deepEqual(await mistakesIn(file([cramp, day, inCramp({ worst: 1 })])), [[2, 'id', 'twice']]);
  assert.deepEqual(await mistakesIn(file([cramp, { ...cramp, kind: 'exercise', body: { exercise: 'X01', began: '2026-11-22T08:30+01:00', sets: 1 } }])), [[1, 'id', 'twice']]);
});

test('an id that is here of something else is told', async () => {
  assert.deepEqual(await mistakesIn(file([cramp]), { kinds: new Map([[CRAMP, 'exercise']]) }), [[0, 'id', 'wrong_kind']]);
});

test('in another account, ids that follow from the person are made anew, and the others stay', async () => {
  const tip = { kind: 'tip', id: await tipId(ALICE, 'T06', '2026-11-22'), body: { tip: 'T06', day: '2026-11-22' } };
  const { foreign, wanted, wrong } = await readOwn(file([cramp, day, tip]), around({ user: BOB }));
  assert.deepEqual([foreign, wrong], [true, []]);
  assert.deepEqual(wanted.map(({ id }) => id), [CRAMP, await dayId(BOB, '2026-11-22'), await tipId(BOB, 'T06', '2026-11-22')]);
});

test('two days of one date are one day in another account', async () => {
  assert.deepEqual(await mistakesIn(file([day, { ...day, id: CRAMP }]), { user: BOB }), [[1, 'id', 'twice']]);
});

test('own questions of another account keep their meaning', async () => {
  const settings = { kind: 'settings', id: await settingsId(ALICE), body: { own_1_name: 'Tuin', own_1_input: 'yesno', own_2_name: 'Rijden', own_2_input: 'number', own_2_unit: 'km', ask_own_2: false } };
  const mine = { own_1_name: 'Rijden', own_1_input: 'number', own_1_unit: 'km' };
  const { wanted, lost } = await readOwn(file([settings, inDay({ own_1: true, own_2: 12 })]), around({ user: BOB, settings: mine }));
  assert.deepEqual(lost, []);
  assert.deepEqual(wanted[0].body, { own_2_name: 'Tuin', own_2_input: 'yesno', own_1_name: 'Rijden', own_1_input: 'number', own_1_unit: 'km', ask_own_1: false });
  assert.deepEqual([wanted[1].body.own_2, wanted[1].body.own_1], [true, 12]);
});

test('a question that finds no number is named, and no answer of it lands at another', async () => {
  const settings = { kind: 'settings', id: await settingsId(ALICE), body: { own_1_name: 'Tuin', own_1_input: 'yesno' } };
  const mine = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [[`own_${n + 1}_name`, `vraag ${n}`], [`own_${n + 1}_input`, 'yesno']]).flat());
  const { wanted, lost } = await readOwn(file([settings, inDay({ own_1: true })]), around({ user: BOB, settings: mine }));
  assert.deepEqual(lost, ['Tuin']);
  assert.deepEqual([wanted[0].body, wanted[1].body], [{}, day.body]);
});
