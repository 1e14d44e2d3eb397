// The same random histories as tests/histories, lived through by the real scripts: the hash of all
// that everybody holds must be the one that Python found. SEED=123 RUNS=1 node --test <this file>
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import { ends, digest } from './ends.js';
import { World } from './world.js';

const FIRST = process.env.SEED ?? '1';
const RUNS = process.env.RUNS ?? '300';
const ROOT = new URL('../../../', import.meta.url).pathname;
const PYTHON = existsSync(`${ROOT}.venv/bin/python`) ? `${ROOT}.venv/bin/python` : 'python3';

/** The hash of all that everybody holds, before all is healed and after. @param {import('./world.js').Trace} trace */
async function lived(trace) {
  const world = new World(trace);
  for (const step of trace.steps) await world.step(step);
  const before = await ends(world);
  await world.heal();
  return digest([before, await ends(world)]);
}

test(`${RUNS} random histories from seed ${FIRST} end as they do in Python`, async () => {
  const python = spawn(PYTHON, ['-m', 'tests.histories', FIRST, RUNS], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let count = 0;
  for await (const line of createInterface({ input: python.stdout })) {
    const { trace, hash } = JSON.parse(line);
    assert.equal(await lived(trace), hash, `seed ${trace.seed}`);
    count += 1;
  }
  assert.equal(count, Number(RUNS));
});
