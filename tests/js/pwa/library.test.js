// The library comes to the phone in the background, a few articles at a time.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { keepAll } from '../../../static/src/pwa/worker/library.js';
import { freshCaches, network, pageOf } from './caches.js';

/** @typedef {import('../../../static/src/pwa/worker/scope.js').Entry} Entry */

let storage = freshCaches();
beforeEach(() => {
  storage = freshCaches();
});

/** @param {Entry[]} entries */
function library(entries) {
  const keys = new Map(entries.map(([path, revision]) => [path, `${path}?r=${revision}`]));
  return keepAll(entries, { cacheName: 'library', keys });
}

/** @param {number} count @param {string} [revision] @returns {Entry[]} */
function articles(count, revision = 'one') {
  return ['nl', 'en'].flatMap((lang) =>
    Array.from({ length: count }, (_, n) => /** @type {Entry} */ ([`/${lang}/${n}`, revision])),
  );
}

test('everything comes, and each batch is told', async () => {
  network(() => pageOf('one'));
  let told = 0;
  await library(articles(5)).keep({ lang: 'nl', tell: () => told++ });

  assert.equal((await storage.open('library')).entries.size, 10);
  assert.equal(told, 3);
});

test('a page that opens meanwhile is told too', async () => {
  network(() => pageOf('one'));
  const kept = library(articles(5));
  let told = 0;
  const first = kept.keep({ lang: 'nl' });
  await kept.keep({ lang: 'nl', tell: () => told++ });
  await first;
  await kept.keep();

  assert.equal(told, 3);
});

test('the language of the page comes first', async () => {
  const asked = network(() => pageOf('one'));
  await library(articles(2)).keep({ lang: 'en' });

  assert.deepEqual(asked, ['/en/0', '/en/1', '/nl/0', '/nl/1']);
});

test('articles are fetched without cookies', async () => {
  /** @type {unknown[]} */
  const ways = [];
  network((_path, init) => {
    ways.push(init.credentials);
    return pageOf('one');
  });
  await library(articles(1)).keep();

  assert.deepEqual(ways, ['omit', 'omit']);
});

test('what is here already is not fetched again', async () => {
  network(() => pageOf('one'));
  await library(articles(3)).keep();
  const asked = network(() => pageOf('one'));
  await library(articles(3)).keep();

  assert.deepEqual(asked, []);
});

test('without a network it stops, and the next time it goes on', async () => {
  let answers = 6;
  const asked = network(() => {
    if (answers-- > 0) return pageOf('one');
    throw new TypeError('no network');
  });
  await library(articles(10)).keep({ lang: 'nl' });
  assert.equal((await library(articles(10)).count('/nl/')).kept.length, 6);
  assert.equal(asked.length, 8);

  const then = network(() => pageOf('one'));
  await library(articles(10)).keep({ lang: 'nl' });
  assert.equal(then.length, 14);
  assert.equal((await library(articles(10)).count('/nl/')).kept.length, 10);
});

test('a server in trouble is left in peace', async () => {
  const asked = network(() => pageOf('one', { status: 503 }));
  await library(articles(10)).keep();

  assert.equal(asked.length, 4);
});

test('one article that is not what was promised does not stop the others', async () => {
  network((path) => pageOf(path === '/nl/1' ? 'other' : 'one'));
  await library(articles(3)).keep({ lang: 'nl' });

  assert.deepEqual((await library(articles(3)).count('/nl/')).kept, ['/nl/0', '/nl/2']);
});

test('two pages that ask at once make it fetch once', async () => {
  const asked = network(() => pageOf('one'));
  const shelf = library(articles(3));
  await Promise.all([shelf.keep({ lang: 'nl' }), shelf.keep({ lang: 'en' })]);

  assert.equal(asked.length, 6);
});

test('the count is of one language, and of what is really here', async () => {
  network(() => pageOf('one'));
  const shelf = library(articles(3));
  assert.deepEqual(await shelf.count('/nl/'), { kept: [], all: 3 });
  await shelf.keep();
  await (await storage.open('library')).delete('/nl/1?r=one');

  assert.deepEqual(await shelf.count('/nl/'), { kept: ['/nl/0', '/nl/2'], all: 3 });
});

test('a new version fetches the new text of what was here, and nothing else', async () => {
  network(() => pageOf('one'));
  await library(articles(3)).keep();
  await (await storage.open('library')).delete('/en/2?r=one');
  /** @type {Entry[]} */
  const next = articles(3).map(([path, revision]) => [path, path === '/nl/0' || path === '/en/2' ? 'two' : revision]);
  const asked = network(() => pageOf('two'));
  await library(next).renew();

  assert.deepEqual(asked, ['/nl/0']);
});

test('an old text stays until the new one is here', async () => {
  network(() => pageOf('one'));
  await library(articles(1)).keep();
  const next = library(articles(1, 'two'));
  await next.prune();
  assert.deepEqual((await storage.open('library')).paths(), ['/en/0?r=one', '/nl/0?r=one']);

  network(() => pageOf('two'));
  await next.keep();
  await next.prune();
  assert.deepEqual((await storage.open('library')).paths(), ['/en/0?r=two', '/nl/0?r=two']);
});

test('an article that no longer exists is removed', async () => {
  network(() => pageOf('one'));
  await library(articles(2)).keep();
  await library(articles(1)).prune();

  assert.deepEqual((await storage.open('library')).paths(), ['/en/0?r=one', '/nl/0?r=one']);
});
