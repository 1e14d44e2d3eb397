// No pattern of the scripts takes long over a hostile text: its steps grow with the text, not its square.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faultOf } from '../../tools/patterns.mjs';

const SOURCES = new URL('../../static/src/', import.meta.url);
const LITERAL = /(?<=(?:[=(,:!&|?[{;]|return)\s*)\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuy]*)(?=[.,;)\]\s])/g;
const MADE = /new RegExp\(/;
const KNOWN = ['carry/out/fields.js', 'carry/table/ours.js', 'carry/table/places.js', 'tracker/check.js'];
const SLOW = ['\\s+$', '[^@]+@[^@]+', '(\\w+\\s?)+!', '^(\\S+?) ?(m|min[a-z]*)$'];

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, source: readFileSync(new URL(name, SOURCES), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '') }));
const PATTERNS = sources.flatMap(({ name, source }) =>
  [...source.matchAll(LITERAL)].map(([, text, flags]) => ({ text, flags, name })),
);

test('the patterns of the scripts are found', () => {
  assert.ok(PATTERNS.length > 100, `only ${PATTERNS.length}`);
  const made = sources.filter(({ source }) => MADE.test(source)).map(({ name }) => name);
  assert.deepEqual(made.sort(), KNOWN, 'of schemas, which the server tries, or of words of ours');
});

for (const { text, flags, name } of PATTERNS) {
  test(`/${text}/ of ${name} takes no time over a hostile text`, () => {
    assert.equal(faultOf(text, flags), null);
  });
}

for (const text of SLOW) {
  test(`/${text}/ would be found`, () => {
    assert.match(faultOf(text, 'g') ?? '', /polynomial|exponential/);
  });
}
