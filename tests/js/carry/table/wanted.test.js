import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bring, takeBack } from '../../../../static/src/carry/bring/bring.js';
import { counted } from '../../../../static/src/carry/bring/plan.js';
import { finished } from '../../../../static/src/carry/pieces.js';
import { table } from '../../../../static/src/carry/out/tables.js';
import { placeIn, rowsOf, separatorIn } from '../../../../static/src/carry/table/cells.js';
import { columnsOf, guessed, kindIn } from '../../../../static/src/carry/table/guesses.js';
import { wantedOf } from '../../../../static/src/carry/table/wanted.js';
import * as entries from '../../../../static/src/store/entries.js';
import { derivedId } from '../../../../static/src/store/identity.js';
import { seenBy } from '../../../../static/src/store/whole.js';
import { canonical } from '../../../../static/src/tracker/canonical.js';
import { ownQuestions } from '../../../../static/src/tracker/settings.js';
import { en } from '../../../../static/src/ui/words/en.js';
import { nl } from '../../../../static/src/ui/words/nl.js';
import { Device } from '../../device.js';
import { cases, catalogue } from '../../tracker/catalogue.js';
import { diaryOf } from '../diaries.js';

const ALICE = '11111111-1111-4111-8111-111111111111';
const NOW = new Date('2026-11-25T10:30:00Z');
const elsewhere = await cases('elsewhere');
// The page is English, and knows the Dutch words of choices too.
const known = { ...(await catalogue()), elsewhere };
const checks = known.checks ?? {};
const phoneOf = () => new Device(ALICE, () => Promise.reject(new TypeError('no network')));
const CRAMPS = 'datum;tijd;pijn;duur;plek;notitie\n22-11-2026;8:30;7;20;onderrug links;na tillen\n23-11-2026;9:00;5;;;\n23-11-2026;9:00;6;;;\n';
const DAYS = 'datum;pijn;slaap;stress\n20-11-2026;7;7,5;3\n21-11-2026;;8;\n';

/** The catalogue as the Dutch page has it, as far as choices go. */
function inDutch() {
  const { factors, ...choices } = elsewhere;
  const named = Object.entries(known.factors ?? {}).map(([key, factor]) => [key, Object.hasOwn(factors, key) ? { ...factor, choices: factors[key] } : factor]);
  return { ...known, ...choices, factors: Object.fromEntries(named) };
}

/** What a table would bring to a phone, read as it is guessed. @param {Device} phone @param {string} text @param {any} [how] */
async function found(phone, text, { meanings, kind, ...reading } = {}) {
  const separator = separatorIn(text);
  const [head, ...rows] = await finished(rowsOf(text, separator));
  const { shown, kinds } = await phone.on(() => seenBy(ALICE));
  const settings = [...shown.values()].find((entry) => entry.kind === 'settings')?.body ?? {};
  const mine = { ...known, own: ownQuestions(settings) };
  const columns = columnsOf(head.cells, rows);
  const what = kind ?? kindIn(columns, mine);
  const means = meanings ?? guessed(what, columns, mine);
  const all = { kind: what, catalogue: mine, order: 'day', mark: separator === ';' ? ',' : '.', scale: '10', ...reading };
  const made = await wantedOf(rows, means, all, { user: ALICE, now: NOW, settings: {}, seen: { shown, kinds } });
  const counts = await finished(counted(made.wanted, { shown, kinds }, checks));
  const wrong = made.wrong.map(({ at, code, row }) => [placeIn(text, at).line, placeIn(text, at).column, code, row]);
  return { ...made, wrong, counts: counts[what], meanings: means };
}

/** @param {Device} phone @param {any[]} wanted @param {'mine' | 'file'} [choice] */
const into = (phone, wanted, choice = 'mine') => phone.on(() => bring(ALICE, wanted, { choice, checks, name: 'x.csv' }, NOW.getTime()));

/** @param {Device} phone */
async function contents(phone) {
  const shown = await phone.on(() => entries.view(ALICE));
  return shown.map(({ kind, body }) => `${kind} ${canonical(body, checks[kind])}`).sort();
}

test('a row becomes a cramp with its time, its place and how long', async () => {
  const { wanted, wrong } = await found(phoneOf(), CRAMPS);
  assert.deepEqual(wrong, []);
  assert.equal(wanted[0].kind, 'pain');
  const { began, ...body } = wanted[0].body;
  assert.equal(String(began).slice(0, 16), '2026-11-22T08:30');
  assert.deepEqual(body, { worst: 7, minutes: 20, zones: ['low_left'], at_low_left: 0, note: 'na tillen' });
  assert.equal(wanted.length, 3);
  assert.equal(new Set(wanted.map(({ id }) => id)).size, 3);
});

test('a row becomes a day, and what is missing stays missing', async () => {
  const { wanted, wrong } = await found(phoneOf(), DAYS);
  assert.deepEqual(wrong, []);
  assert.deepEqual(wanted.map(({ kind, body }) => [kind, body]), [
    ['day', { day: '2026-11-20', background: 7, sleep_h: 7.5, stress: 3 }],
    ['day', { day: '2026-11-21', sleep_h: 8 }],
  ]);
  for (const { id, kind, body } of wanted) assert.equal(id, await derivedId(ALICE, kind, body));
});

for (const text of [CRAMPS, DAYS]) {
  test(`the same file twice doubles nothing, and it comes wholly undone: ${text.slice(0, 12)}`, async () => {
    const phone = phoneOf();
    const { wanted } = await found(phone, text);
    await into(phone, wanted);
    const after = await contents(phone);
    const again = await found(phone, text);
    assert.deepEqual(again.counts, { added: 0, filled: 0, same: wanted.length, differs: 0, clash: 0 });
    await into(phone, again.wanted, 'file');
    assert.deepEqual(await contents(phone), after);
    await phone.on(() => takeBack(ALICE, checks));
    assert.deepEqual(await contents(phone), []);
    assert.equal((await found(phone, text)).counts.added, wanted.length);
  });
}

test('what the diary has is filled in or left, never replaced unasked', async () => {
  const phone = phoneOf();
  const day = (/** @type {string} */ date, /** @type {object} */ body) => ({ kind: 'day', body: { day: date, ...body } });
  for (const one of [day('2026-11-20', { stress: 9, walk_min: 30 }), day('2026-11-21', { walk_min: 10 })]) {
    await phone.on(async () => entries.save(ALICE, { ...one, id: (await derivedId(ALICE, 'day', one.body)) ?? '' }));
  }
  const before = await contents(phone);
  const { wanted, counts } = await found(phone, DAYS);
  assert.deepEqual(counts, { added: 0, filled: 1, same: 0, differs: 1, clash: 0 });
  await into(phone, wanted);
  assert.deepEqual(await contents(phone), [
    'day {"background":7,"day":"2026-11-20","sleep_h":7.5,"stress":9,"walk_min":30}',
    'day {"day":"2026-11-21","sleep_h":8,"walk_min":10}',
  ]);
  await into(phone, wanted, 'file');
  assert.ok((await contents(phone))[0].includes('"stress":3'));
  await phone.on(() => takeBack(ALICE, checks));
  assert.notDeepEqual(await contents(phone), before);
});

test('a cramp that was logged at that minute is not doubled', async () => {
  const phone = phoneOf();
  const { wanted } = await found(phone, CRAMPS);
  await phone.on(() => entries.save(ALICE, { kind: 'pain', id: '99999999-9999-4999-8999-999999999999', body: { began: wanted[1].body.began, worst: 5 } }));
  for (let turn = 0; turn < 2; turn += 1) {
    const { counts, wanted: now } = await found(phone, CRAMPS);
    assert.deepEqual(counts, turn ? { added: 0, filled: 0, same: 3, differs: 0, clash: 0 } : { added: 2, filled: 0, same: 1, differs: 0, clash: 0 });
    await into(phone, now);
  }
  assert.equal((await contents(phone)).length, 3);
});

test('a cramp that was added stays itself beside one that was logged at that minute afterwards', async () => {
  const phone = phoneOf();
  const { wanted } = await found(phone, CRAMPS);
  await into(phone, wanted);
  await phone.on(() => entries.save(ALICE, { kind: 'pain', id: '99999999-9999-4999-8999-999999999999', body: { began: wanted[0].body.began, worst: 1 } }));
  assert.equal((await found(phone, CRAMPS)).counts.same, 3);
});

test('a line that tells its id keeps it, unless something else has it', async () => {
  const phone = phoneOf();
  const id = '99999999-9999-4999-8999-999999999999';
  const day = { day: '2026-11-20', stress: 1 };
  const taken = (await derivedId(ALICE, 'day', day)) ?? '';
  await phone.on(() => entries.save(ALICE, { kind: 'day', id: taken, body: day }));
  const text = `x [began.date],x [began.time],x [worst],id\n2026-11-20,09:00,5,${id}\n2026-11-21,09:00,5,${taken}\n`;
  const { wanted, wrong } = await found(phone, text);
  assert.deepEqual([wanted.map((one) => one.id), wrong], [[id], [[3, 20, 'wrong_kind', true]]]);
});

test('that there was a cramp says nothing of its own in a day', async () => {
  const { wanted, wrong } = await found(phoneOf(), 'datum;geen kramp;stress\n20-11-2026;ja;1\n21-11-2026;nee;1\n');
  assert.deepEqual([wanted.map(({ body }) => body.no_cramp), wrong], [[true, undefined], []]);
});

test('cells that cannot be kept have a place, and the rest of their row stays', async () => {
  const text = 'datum;pijn;slaap;stress\n20-11-2026;11;7,5;3\n31-02-2026;5;8;1\n;5;8;1\n21-11-2026;5;lang;1,005\n22-11-2026;5\n23-11-2026;5;8;1;9\n24-11-2026;;;\n2027-11-24;1;;\n';
  const { wanted, wrong, empty } = await found(phoneOf(), text, { meanings: ['when', 'background', 'sleep_h', 'stress'] });
  assert.deepEqual(wrong, [
    [2, 12, 'out_of_range', false],
    [3, 1, 'unreadable', true],
    [4, 1, 'missing', true],
    [5, 14, 'unreadable', false],
    [5, 19, 'not_a_step', false],
    [6, 12, 'too_few', true],
    [7, 18, 'too_many', true],
    [9, 1, 'in_the_future', true],
  ]);
  assert.equal(empty, 1);
  assert.deepEqual(wanted.map(({ body }) => body), [{ day: '2026-11-20', sleep_h: 7.5, stress: 3 }, { day: '2026-11-21', background: 5 }]);
});

test('a cramp needs a time and a figure for pain', async () => {
  const text = 'datum;tijd;pijn\n20-11-2026;;5\n20-11-2026;ochtend;5\n20-11-2026;9:00;\n20-11-2026;9:00;erg\n20-11-2026;9:00;12\n20-11-2026;9:00;0\n';
  const { wanted, wrong } = await found(phoneOf(), text, { kind: 'pain', meanings: ['when', 'time', 'worst'] });
  assert.deepEqual(wrong.map(([line, , code, row]) => [line, code, row]), [
    [2, 'no_time', true],
    [3, 'unreadable', true],
    [4, 'missing', true],
    [5, 'unreadable', true],
    [6, 'out_of_range', true],
  ]);
  assert.deepEqual(wanted.map(({ body }) => body.worst), [0]);
});

test('two rows of one day are one when they agree, and a mistake when they do not', async () => {
  const { wanted, wrong } = await found(phoneOf(), 'datum;stress;slaap\n20-11-2026;3;\n20-11-2026;;8\n20-11-2026;4;\n');
  assert.deepEqual(wanted.map(({ body }) => body), [{ day: '2026-11-20', stress: 3, sleep_h: 8 }]);
  assert.deepEqual(wrong, [[4, 12, 'twice', true]]);
});

test('times keep their zone, and early hours the day that the person counts them to', async () => {
  const text = 'when,pain\n2026-11-22T01:30:00-03:30,5\n2026-11-22T08:30:00Z,6\n';
  const { wanted } = await found(phoneOf(), text, { kind: 'pain', meanings: ['when', 'worst'] });
  assert.equal(wanted[0].body.began, '2026-11-22T01:30-03:30');
  assert.equal(Date.parse(String(wanted[1].body.began)), Date.parse('2026-11-22T08:30Z'));
});

test('answers to questions of one\'s own come back, and only to questions that there are', async () => {
  const alice = phoneOf();
  const settings = { own_1_name: 'Koffie', own_1_input: 'number', own_1_unit: 'koppen', own_2_name: 'Tuin', own_2_input: 'yesno' };
  const body = { day: '2026-11-20', own_1: 2.5, own_2: false, own_3: 5 };
  for (const [kind, one] of /** @type {const} */ ([['settings', settings], ['day', body]])) {
    await alice.on(async () => entries.save(ALICE, { kind, id: (await derivedId(ALICE, kind, one)) ?? '', body: one }));
  }
  const [day] = (await alice.on(() => entries.view(ALICE))).filter(({ kind }) => kind === 'day');
  const named = { date: 'datum', time: 'tijd', zone: 'tijdzone', question: 'Vraag', answer: 'Antwoord' };
  const text = [...table([day], 'day', { ...known, own: ownQuestions(settings) }, nl, named)].join('');
  const { wanted, wrong, counts } = await found(alice, text);
  assert.deepEqual([wrong, wanted.map((one) => one.body), counts.same], [[], [{ day: '2026-11-20', own_1: 2.5, own_2: false }], 1]);
});

for (let seed = 1; seed <= 10; seed += 1) {
  for (const [words, named] of /** @type {const} */ ([[nl, { date: 'datum', time: 'tijd', zone: 'tijdzone', question: 'Vraag', answer: 'Antwoord' }], [en, { date: 'date', time: 'time', zone: 'time zone', question: 'Question', answer: 'Answer' }]])) {
    test(`our own tables of days and cramps come back equal: ${words.locale} ${seed}`, async () => {
      const alice = phoneOf();
      await alice.on(async () => {
        for (const { kind, id, body } of await diaryOf(seed, ALICE, checks, 60)) {
          // A text of spaces alone is an empty cell; a form writes no line ends of old. Answers to own questions: see below.
          if (body.note) body.note = body.note.replaceAll('\r\n', '\n').trim() && body.note.replaceAll('\r\n', '\n');
          await entries.save(ALICE, { kind, id, body: Object.fromEntries(Object.entries(body).filter(([field]) => !/^own_\d$/.test(field))) });
        }
      });
      const shown = await alice.on(() => entries.view(ALICE));
      const own = ownQuestions(shown.find(({ kind }) => kind === 'settings')?.body ?? {});
      for (const kind of ['pain', 'day']) {
        const ofKind = shown.filter((entry) => entry.kind === kind);
        const text = [...table(ofKind, kind, { ...(words === nl ? inDutch() : known), own }, words, named)].join('');
        const { wanted, wrong, counts } = await found(alice, text);
        assert.deepEqual(wrong, []);
        const spoken = ofKind.filter(({ body }) => Object.keys(body).length > 1);
        assert.deepEqual([wanted.length, counts], [spoken.length, { added: 0, filled: 0, same: spoken.length, differs: 0, clash: 0 }]);
      }
    });
  }
}
