/**
 * A device in a process of its own, for a test in Python: it does what each line of its input says and
 * answers with a line. Its network is that of the test: it says what it sends, and is told the answer.
 */
import { createInterface } from 'node:readline';

import { view, viewOf } from '../../../static/src/store/entries.js';
import { syncAtOnce } from '../../../static/src/sync/engine.js';
import { Device } from '../device.js';

const user = process.argv[2];
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const device = new Device(user, async (_, init) => {
  say({ post: String(init.body) });
  const answer = await hear();
  if (answer === null) throw new TypeError('no answer came');
  /** @type {Record<string, string>} */
  const headers = answer.wait === null ? {} : { 'Retry-After': String(answer.wait) };
  return new Response(answer.body, { status: answer.status, headers });
});

/** @type {Record<string, (...how: any[]) => Promise<unknown>>} */
const acts = {
  shown: async (id) => (await device.on(() => viewOf(user, id)))?.body ?? null,
  save: (id, body) => device.save(id, body),
  remove: (id) => device.remove(id),
  sync: async () => (await device.on(() => syncAtOnce(user, device.means))).state,
  view: async () => Object.fromEntries((await all()).map(({ id, kind, body }) => [id, { kind, body }])),
  refused: async () => (await device.refused()).map(({ op }) => op),
};

for (let told = await hear(); told; told = await hear()) say({ done: await acts[told.act](...told.how) });

function all() {
  return device.on(() => view(user));
}

/** @returns {Promise<any>} null where no answer came, undefined at the end */
async function hear() {
  const { value, done } = await input.next();
  return done ? undefined : JSON.parse(value);
}

/** @param {unknown} told */
function say(told) {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
