// No pattern of the scripts takes long over a hostile text.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const SIZE = 50_000; // characters
const MOST = 50; // milliseconds of the processor; what grows with the square takes far more
const PATIENCE = 60_000; // milliseconds, for a pattern that never ends
const SOURCES = new URL('../../static/src/', import.meta.url);
const LITERAL = /(?<=(?:[=(,:!&|?[{;]|return)\s*)\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuy]*)(?=[.,;)\]\s])/g;
const MADE = /new RegExp\(/;
const KNOWN = ['carry/out/fields.js', 'carry/table/ours.js', 'carry/table/places.js', 'tracker/check.js'];

/** The patterns that stand in the scripts: [text, flags, file]. */
function written() {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  return files.flatMap((name) => {
    const source = readFileSync(new URL(name, SOURCES), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
    return [...source.matchAll(LITERAL)].map(([, text, flags]) => [text, flags, name]);
  });
}

/** What is run apart: asks a pattern of every hostile text, and prints the most milliseconds. */
const WORK = `
  const [text, flags, size] = JSON.parse(process.argv[1]);
  const pattern = new RegExp(text, flags.replace('y', ''));
  const own = [...text.replace(/\\\\[pPuxkbBdDwWsS](?:\\{[^}]*\\})?/g, '').replace(/[\\\\^$?*+|(){}[\\]]/g, '')];
  const letters = [...new Set([' ', 'a', 'A', '0', '-', '.', '/', '\\n', 'é', '!', ...own])].slice(0, 13);
  const starts = ['', own.slice(0, 14).join(''), '#day=', '/static/build/'];
  const units = letters.flatMap((one) => [one, ...letters.map((two) => one + two)]);
  const least = (hostile) => {
    let found = Infinity;
    for (let time = 0; time < 3 && found >= ${MOST}; time += 1) {
      const began = process.cpuUsage();
      pattern.lastIndex = 0;
      hostile.replace(pattern, '');
      pattern.lastIndex = 0;
      pattern.test(hostile);
      found = Math.min(found, process.cpuUsage(began).user / 1000);
    }
    return found;
  };
  let most = 0;
  for (const start of starts) for (const unit of units) for (const end of ['', '\\0']) {
    if (most < ${MOST}) most = Math.max(most, least(start + unit.repeat(size / unit.length) + end));
  }
  console.log(most);
`;

/** @param {string} text @param {string} flags @param {number} [size] */
function slowest(text, flags, size = SIZE) {
  const told = JSON.stringify([text, flags, size]);
  return Number(execFileSync(process.execPath, ['-e', WORK, told], { timeout: PATIENCE, encoding: 'utf8' }));
}

const PATTERNS = written();

test('the patterns of the scripts are found', () => {
  assert.ok(PATTERNS.length > 15, `only ${PATTERNS.length}`);
  const made = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && MADE.test(readFileSync(new URL(name, SOURCES), 'utf8')));
  assert.deepEqual(made.sort(), KNOWN, 'of schemas, which the server tries, or of words of ours');
});

for (const [text, flags, name] of PATTERNS) {
  test(`/${text}/ of ${name} takes no time over a hostile text`, () => {
    assert.ok(slowest(text, flags) < MOST);
  });
}

for (const [text, size] of /** @type {[string, number][]} */ ([['\\s+$', SIZE], ['[^@]+@[^@]+', SIZE], ['(\\w+\\s?)+!', 24]])) {
  test(`/${text}/ would be found`, () => {
    assert.ok(slowest(text, 'g', size) >= MOST);
  });
}
