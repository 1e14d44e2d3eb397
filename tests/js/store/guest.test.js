import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { BroadcastChannel as Channel } from 'node:worker_threads';

import { accounts, become } from '../../../static/src/store/account.js';
import * as entries from '../../../static/src/store/entries.js';
import { beginGuest } from '../../../static/src/store/guest.js';
import { heldKey, sealed } from '../../../static/src/store/key.js';
import { markOf } from '../../../static/src/store/lock.js';
import { Device } from '../device.js';

const ALICE = '11111111-1111-4111-8111-111111111111';
const BOB = '22222222-2222-4222-8222-222222222222';
/** What each tab keeps for itself: `tab` is the one that looks. @type {Map<string, string>[]} */
const tabs = [new Map(), new Map()];
let tab = 0;
Object.defineProperty(globalThis, 'sessionStorage', {
  value: {
    getItem: (/** @type {string} */ name) => tabs[tab].get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ text) => void tabs[tab].set(name, text),
  },
});

/** As in a browser, it does not keep anything running. */
class Quiet extends Channel {
  constructor(/** @type {string} */ name) {
    super(name);
    this.unref();
  }
}
const awake = setInterval(() => undefined, 1000);
after(() => clearInterval(awake));
Object.defineProperty(globalThis, 'BroadcastChannel', { value: Quiet, configurable: true });

const phoneOf = (/** @type {string} */ user) => new Device(user, () => Promise.reject(new TypeError('no network')));

test('from the first page on, a tab gives the key to another that asks', async () => {
  const phone = phoneOf(ALICE);
  await phone.on(async () => {
    await beginGuest(ALICE);
    const asking = new Quiet('rugwijs-key');
    const answer = new Promise((resolve) => (asking.onmessage = ({ data }) => data.key && resolve(data)));
    asking.postMessage({ ask: BOB });
    asking.postMessage({ ask: ALICE });
    const { user, key } = await answer;
    assert.equal(user, ALICE);
    assert.deepEqual(key, await heldKey(ALICE));
    asking.close();
    tab = 1;
    assert.equal(await heldKey(BOB), null, 'nobody has one');
    tab = 0;
  });
});

test('what was here readable is sealed, and what an older key sealed goes', async () => {
  const phone = phoneOf(ALICE);
  await phone.save('a', { worst: 7 });
  await phone.on(async () => {
    await beginGuest(ALICE);
    assert.deepEqual(await markOf(ALICE), { how: 'guest' });
    assert.deepEqual((await entries.view(ALICE)).map(({ body }) => body), [{ worst: 7 }]);
    become(BOB);
    await beginGuest(BOB);
    assert.deepEqual([sealed()?.user, await accounts()], [BOB, []], 'nothing of who was there before');
  });
});
