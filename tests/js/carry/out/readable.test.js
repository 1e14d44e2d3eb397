import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inOrder } from '../../../../static/src/carry/out/in_order.js';
import { escaped, readable } from '../../../../static/src/carry/out/readable.js';
import { en as carryEn } from '../../../../static/src/ui/words/carry/en.js';
import { en } from '../../../../static/src/ui/words/en.js';
import { cases, catalogue } from '../../tracker/catalogue.js';
import { bodyOf, diaryOf } from '../diaries.js';

const USER = '11111111-1111-4111-8111-111111111111';
const known = { ...(await catalogue()), headings: await cases('headings'), titles: { X01: 'Bridge', A01: 'What it is' } };
const speech = { catalogue: known, words: en, said: carryEn.page, kinds: carryEn.bring.kinds, lang: 'en' };

/** @param {any[]} records */
function pageOf(records) {
  const entries = inOrder(records.map((record) => ({ version: 0, pending: false, ...record })), Object.keys(known.checks ?? {}));
  return [...readable(entries, new Date('2026-11-25T10:30'), speech)].join('');
}

/** @param {string} page @param {string} tag */
const texts = (page, tag) => [...page.matchAll(new RegExp(`<${tag}>(?:<[^>]*>)*([^<]*)`, 'g'))].map(([, text]) => text);

const CRAMP = { kind: 'pain', id: 'a', body: { began: '2026-11-22T08:30+01:00', worst: 6, zones: ['low_left', 'mid_right'], note: 'x' } };

test('days stand under their months, newest first, with what was logged on them', () => {
  const page = pageOf([
    CRAMP,
    { kind: 'pain', id: 'b', body: { began: '2026-11-22T23:30+01:00', worst: 2 } },
    { kind: 'day', id: 'c', body: { day: '2026-11-22', stress: 4 } },
    { kind: 'day', id: 'd', body: { day: '2026-10-01', no_cramp: true } },
  ]);
  assert.deepEqual(texts(page, 'h2'), ['November 2026', 'October 2026']);
  assert.deepEqual(texts(page, 'h3'), ['Sunday, 22 November 2026', 'Thursday, 1 October 2026']);
  assert.deepEqual(texts(page, 'h4').map((title) => title.trim()), ['My day', 'Cramp, pain 2 out of 10', 'Cramp, pain 6 out of 10', 'My day: no cramp']);
  assert.match(page, /<time>08:30<\/time>/);
  assert.match(page, /<dt><bdi>Where<\/bdi><\/dt><dd><bdi>lower back, left; below the shoulder blades, right<\/bdi>/);
  assert.match(page, /4 entries, of 2 days\. Left and right are my own, seen from behind\./);
});

test('nothing that a person wrote becomes more than text', () => {
  const page = pageOf([{ ...CRAMP, body: { ...CRAMP.body, note: '</dd><script>alert(1)</script><img src=x onerror="a()">&amp; \u0000\u0007 \u202e שלום' } }]);
  assert.match(page, /<bdi>&lt;\/dd&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;&lt;img src=x onerror=&quot;a\(\)&quot;&gt;&amp;amp; \ufffd\ufffd \u202e שלום<\/bdi>/);
  assert.doesNotMatch(page, /<(script|img|link|iframe|a) /);
  assert.match(page, /default-src 'none'/);
  assert.equal(escaped(`<>&"'`), '&lt;&gt;&amp;&quot;&#39;');
});

test('every field of every kind stands on the page with its heading', () => {
  for (const [kind, rules] of Object.entries(known.checks ?? {})) {
    const body = bodyOf(() => 0.1, rules);
    const page = pageOf([{ kind, id: 'a', body }]);
    const told = kind === 'plan' ? [] : ['began', 'day', 'exercise'];
    for (const field of Object.keys(rules).filter((name) => !told.includes(name) && !name.startsWith('^'))) {
      assert.ok(page.includes(`<dt><bdi>${escaped(/** @type {any} */ (known.headings)[kind][field])}</bdi></dt>`), `${kind} ${field}`);
    }
    if (kind === 'marks') assert.match(page, /Kept: What it is/);
  }
});

test('a whole random diary is whole on the page', async () => {
  const records = await diaryOf(3, USER, known.checks ?? {}, 400);
  const page = pageOf(records);
  assert.equal(page.match(/<article>/g)?.length, records.length);
  for (const tag of ['article', 'section', 'dl', 'dd', 'bdi', 'time', 'h2', 'h3', 'h4']) {
    assert.equal(page.split(`<${tag}`).length, page.split(`</${tag}>`).length, tag);
  }
  assert.ok([...readable([], new Date(), speech)].join('').endsWith('</html>\n'));
});
