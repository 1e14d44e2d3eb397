/** Somebody on a device that is not their own: all that is kept here is sealed, and the key goes with the browser. */
import { accounts } from './account.js';
import { StoreError, wipe } from './database.js';
import { holdKey, lendKey, sealed, setSealing } from './key.js';
import { KEY_BYTES, sealWith } from './sealed.js';
import { sealAll } from './sealing.js';
import { useSeal } from './seals.js';

/** Before anything of this person is kept here. @param {string} user */
export async function beginGuest(user) {
  const before = sealed();
  if (before?.how === 'guest' && before.user !== user) await wipe(before.user);
  const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  holdKey(user, key);
  setSealing({ user, how: 'guest' });
  if ((await accounts()).includes(user)) await sealWhatIsHere(user, sealWith(key));
  useSeal(user, sealWith(key));
  lendKey(user, () => true);
}

/** @param {string} user @param {import('./sealed.js').Seal} seal */
async function sealWhatIsHere(user, seal) {
  try {
    await sealAll(user, seal);
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'locked')) throw error;
    await wipe(user); // sealed with a key that nobody has any more
  }
}
