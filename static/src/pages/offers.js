/** What this device kept for whoever comes: a diary without an account, and what was kept without any diary. */
import { offerLocal } from '../carry/local/offer.js';
import { offerKept } from '../library/offer.js';

/** @param {string} user */
export async function offer(user) {
  offerKept(user);
  await offerLocal(user);
}
