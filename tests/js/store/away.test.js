// A page that is left lets go of the database, and goes on when it is back.
import assert from 'node:assert/strict';
import { test } from 'node:test';

const page = new EventTarget();
globalThis.addEventListener = page.addEventListener.bind(page);
const { write } = await import('../../../static/src/store/database.js');
const { Device } = await import('../device.js');

const USER = '11111111-1111-4111-8111-111111111111';

/** @param {string} name @param {boolean} persisted */
const happen = (name, persisted) => page.dispatchEvent(Object.assign(new Event(name), { persisted }));

const ways = [
  { persisted: true, freezes: false, brokenOff: true },
  { persisted: false, freezes: false, brokenOff: false },
  { persisted: true, freezes: true, brokenOff: false },
];
for (const { persisted, freezes, brokenOff } of ways) {
  test(`left and ${persisted ? 'kept' : 'thrown away'}, by one that ${freezes ? 'tells' : 'does not tell'} of sleep`, async (t) => {
    if (freezes) Object.assign(globalThis, { document: { onfreeze: null } });
    t.after(() => Reflect.deleteProperty(globalThis, 'document'));
    const phone = new Device(USER, () => Promise.reject(new TypeError('no network')));
    await phone.save('a', { worst: 5 });
    let goes = 0;
    let ended = false;
    const work = phone.on(() =>
      write(USER, ['records'], async (tx) => {
        await tx.objectStore('records').count();
        if (++goes === 1) happen('pagehide', persisted);
        await tx.objectStore('records').count();
      }),
    );
    void work.then(() => (ended = true));
    await new Promise((go) => setTimeout(go, 50));
    assert.deepEqual([goes, ended], [1, !brokenOff]);

    happen('pageshow', persisted);
    await work;
    assert.equal(goes, brokenOff ? 2 : 1);
  });
}
