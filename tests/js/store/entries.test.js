import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { become, forget } from '../../../static/src/store/account.js';
import { listen } from '../../../static/src/store/changes.js';
import { isBlocked, read, StoreError, wipe, write } from '../../../static/src/store/database.js';
import * as entries from '../../../static/src/store/entries.js';
import { recall, remember } from '../../../static/src/store/memory.js';
import { lay } from '../../../static/src/store/view.js';
import { Device, settle } from '../device.js';

const USER = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const cases = JSON.parse(await readFile(new URL('../../cases/view.json', import.meta.url), 'utf8')).cases;

const device = () => new Device(USER, () => Promise.reject(new TypeError('no network')));

/** Puts a record under the edits, as a sync would. @param {Device} phone @param {object} record */
function fromServer(phone, record) {
  const whole = { id: 'a', kind: 'pain', body: {}, deleted: false, version: 1, ...record };
  return phone.on(() => write(USER, ['records'], (tx) => tx.objectStore('records').put(whole)));
}

for (const { name, records, outbox, entries: expected } of cases) {
  test(`the view: ${name}`, () => assert.deepEqual(lay(records, outbox), expected));
}

test('a saved entry is seen at once and waits in the outbox', async () => {
  const phone = device();
  const op = await phone.save('a', { worst: 5 });
  assert.deepEqual(await phone.view(), { a: { worst: 5 } });
  const [waiting] = await phone.unsent();
  assert.deepEqual(waiting, {
    n: 1, op, id: 'a', kind: 'pain', base: 0, body: { worst: 5 }, fields: ['worst'], deleted: false,
    saved: phone.clock.now(),
  });
});

test('saving the same again makes no op', async () => {
  const phone = device();
  await phone.save('a', { worst: 5, zones: ['low_left'] });
  assert.equal(await phone.save('a', { zones: ['low_left'], worst: 5 }), null);
  assert.equal(await phone.pending(), 1);
});

test('only the changed fields are named, one that was emptied too', async () => {
  const phone = device();
  await fromServer(phone, { body: { worst: 3, note: 'oud', feel: ['dull'] }, version: 4 });
  await phone.save('a', { worst: 6, feel: ['dull'], note: null });
  const [op] = await phone.unsent();
  assert.deepEqual([op.fields, op.body, op.base], [['note', 'worst'], { worst: 6, feel: ['dull'] }, 4]);
});

test('the base is the smallest of what waits, also after newer news from the server', async () => {
  const phone = device();
  await fromServer(phone, { body: { worst: 3 }, version: 4 });
  await phone.save('a', { worst: 6 });
  await fromServer(phone, { body: { worst: 9 }, version: 8 });
  await phone.save('a', { worst: 7 });
  await phone.remove('a');
  assert.deepEqual((await phone.unsent()).map((op) => op.base), [4, 4, 4]);
});

test('a deleted entry is out of sight and can be made again', async () => {
  const phone = device();
  await fromServer(phone, { body: { worst: 3 }, version: 4 });
  await phone.remove('a');
  assert.deepEqual(await phone.view(), {});
  assert.equal(await phone.on(() => entries.viewOf(USER, 'a')), null);
  assert.equal(await phone.remove('a'), null);
  await phone.save('a', { worst: 3 });
  assert.deepEqual(await phone.view(), { a: { worst: 3 } });
  assert.deepEqual((await phone.unsent())[1].fields, ['worst']);
});

test('what was saved is there after the browser died', async () => {
  const phone = device();
  await phone.save('a', { worst: 5 });
  await phone.restart();
  assert.deepEqual(await phone.view(), { a: { worst: 5 } });
  assert.equal(await phone.pending(), 1);
});

test('two saves at the same time both count', async () => {
  const phone = device();
  await Promise.all([phone.save('a', { worst: 5 }), phone.save('a', { worst: 5, note: 'trap' })]);
  assert.deepEqual((await phone.unsent()).map((op) => op.fields), [['worst'], ['note']]);
});

test('two changes made from what an entry is keep each other, though both were asked at once', async () => {
  const phone = device();
  await phone.save('a', { worst: 5, note: 'oud' });
  await phone.on(() =>
    Promise.all([
      entries.amend(USER, { kind: 'pain', id: 'a' }, (body) => ({ ...body, feel: ['dull'] })),
      entries.amend(USER, { kind: 'pain', id: 'a' }, ({ note: _, ...body }) => ({ ...body, minutes: 5 })),
    ]),
  );
  assert.deepEqual(await phone.view(), { a: { worst: 5, feel: ['dull'], minutes: 5 } });
  assert.deepEqual((await phone.unsent()).map((op) => op.fields), [['note', 'worst'], ['feel'], ['minutes', 'note']]);
});

test('what the app keeps beside the diary is no note', async () => {
  const phone = device();
  for (const kind of ['pain', 'day', 'exercise', 'profile', 'tip', 'marks']) {
    await phone.on(() => entries.save(USER, { kind, id: kind, body: { x: 1 } }));
  }
  assert.equal(await phone.pending(), 6);
  assert.equal(entries.notesAmong(await phone.unsent()), 4);
});

test('listeners hear of a save after it is on the disk', async () => {
  const phone = device();
  /** @type {unknown[]} */
  const heard = [];
  const stop = listen((change) => heard.push(change));
  await phone.save('a', { worst: 5 });
  await phone.save('a', { worst: 5 });
  stop();
  assert.deepEqual(heard, [{ user: USER, what: 'saved', ids: ['a'] }]);
});

test('a full disk is told as such, and nothing half is kept', async () => {
  const phone = device();
  const full = phone.on(() =>
    write(USER, ['outbox'], async (tx) => {
      await tx.objectStore('outbox').add(/** @type {any} */ ({ op: 'x', id: 'a' }));
      throw new DOMException('no room', 'QuotaExceededError');
    }),
  );
  await assert.rejects(full, (error) => error instanceof StoreError && error.code === 'full');
  assert.equal(await phone.pending(), 0);
});

test('kept articles make room before an entry is given up', async (t) => {
  const phone = device();
  const kept = new Set(['rugwijs-library', 'rugwijs-pages']);
  const articles = new Set(['houding', 'slapen']);
  const caches = {
    has: async (/** @type {string} */ name) => kept.has(name),
    open: async () => ({
      keys: async () => [...articles],
      delete: async (/** @type {string} */ article) => articles.delete(article),
    }),
    delete: async (/** @type {string} */ name) => kept.delete(name),
  };
  Object.defineProperty(globalThis, 'caches', { value: caches, configurable: true });
  t.after(() => Reflect.deleteProperty(globalThis, 'caches'));
  let tries = 0;
  const saving = () =>
    phone.on(() =>
      write(USER, ['meta'], async (tx) => {
        tries += 1;
        if (articles.size > 0 || tries > 2) throw new DOMException('no room', 'QuotaExceededError');
        await tx.objectStore('meta').put({ name: 'kept', value: 1 });
      }),
    );
  await saving();
  assert.equal(tries, 2);
  assert.deepEqual([...kept], ['rugwijs-pages']);
  await assert.rejects(saving(), (error) => error instanceof StoreError && error.code === 'full');
  assert.equal(tries, 3);
});

test('a write that the browser loses is done again on a new connection', async () => {
  const phone = device();
  let tries = 0;
  await phone.on(() =>
    write(USER, ['outbox'], async () => {
      tries += 1;
      if (tries === 1) throw new DOMException('connection lost', 'UnknownError');
    }),
  );
  assert.equal(tries, 2);
});

test('a read that the browser cuts off is done again, and nobody else hears of it', async () => {
  const phone = device();
  await phone.save('a', { worst: 5 });
  let tries = 0;
  const waiting = await phone.on(() =>
    read(USER, ['outbox'], async (tx) => {
      tries += 1;
      if (tries > 1) return tx.objectStore('outbox').count();
      tx.abort();
      throw new DOMException('connection lost', 'UnknownError');
    }),
  );
  assert.deepEqual([tries, waiting], [2, 1]);
});

test('every account has its own database', async () => {
  const phone = device();
  await phone.save('a', { worst: 5 });
  await phone.on(async () => {
    become(OTHER);
    assert.deepEqual(await entries.view(OTHER), []);
    become(USER);
    assert.equal((await entries.view(USER)).length, 1);
  });
});

test('a wiped database is gone and a late write does not bring it back', async () => {
  const phone = device();
  await phone.save('a', { worst: 5 });
  await phone.on(async () => {
    forget();
    await wipe(USER);
    const late = entries.save(USER, { kind: 'pain', id: 'b', body: { worst: 1 } });
    await assert.rejects(late, (error) => error instanceof StoreError && error.code === 'missing');
    assert.deepEqual(await indexedDB.databases(), []);
    await wipe(USER);
  });
});

test('a database that another tab keeps open is emptied all the same', async () => {
  const phone = device();
  await phone.save('a', { worst: 5 });
  await phone.on(async () => {
    const frozen = await new Promise((done) => {
      const request = indexedDB.open(`rugwijs-${USER}`);
      request.onsuccess = () => done(request.result);
    });
    await wipe(USER);
    const left = await new Promise((done) => {
      const request = frozen.transaction('outbox').objectStore('outbox').count();
      request.onsuccess = () => done(request.result);
    });
    assert.equal(left, 0);
    frozen.close();
  });
});

test('a newer version of the app makes the old tab let go', async () => {
  const phone = device();
  await phone.save('a', { worst: 5 });
  /** @type {string[]} */
  const heard = [];
  const stop = listen(({ what }) => heard.push(what));
  await phone.on(async () => {
    await new Promise((done) => {
      const request = indexedDB.open(`rugwijs-${USER}`, 99);
      request.onsuccess = () => done(request.result.close());
    });
    const old = read(USER, ['outbox'], (tx) => tx.objectStore('outbox').count());
    await assert.rejects(old, (error) => error instanceof StoreError && error.code === 'newer');
  });
  stop();
  assert.deepEqual(heard, ['closed']);
});

test('a tab that is kept waiting by an older one can say so, whoever listened when it was told', async () => {
  const phone = device();
  await phone.on(async () => {
    /** @type {IDBDatabase} */
    const old = await new Promise((done) => {
      const request = indexedDB.open(`rugwijs-${USER}`, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('records', { keyPath: 'id' });
        request.result.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true });
      };
      request.onsuccess = () => done(request.result);
    });
    const reading = read(USER, ['records'], (tx) => tx.objectStore('records').count());
    await settle();
    const meanwhile = isBlocked(USER);
    old.close();
    assert.equal(await reading, 0);
    assert.deepEqual([meanwhile, isBlocked(USER)], [true, false]);
  });
});

test('a small thing is remembered for one person', async () => {
  const phone = device();
  await phone.on(async () => {
    assert.equal(await recall(USER, 'today'), null);
    await remember(USER, 'today', { tips: [] });
    assert.deepEqual(await recall(USER, 'today'), { tips: [] });
  });
});

test('a refused edit is dismissed by its own id', async () => {
  const phone = device();
  await phone.on(() => write(USER, ['refused'], (tx) => tx.objectStore('refused').put(/** @type {any} */ ({ op: 'x' }))));
  await phone.on(() => entries.dismiss(USER, 'x'));
  assert.deepEqual(await phone.refused(), []);
});
