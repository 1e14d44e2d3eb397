/** Sync from the service worker, when no page is open (Background Sync, Chromium only). */
import { accounts } from '../store/account.js';
import { sync } from './engine.js';
import { browserMeans } from './means.js';

/**
 * Sends what waits for the person who is signed in; rejects when the browser should try again.
 * A worker has no localStorage, so the server is asked who is there before anything is sent.
 * @param {import('./means.js').Means} [means]
 * @returns {Promise<void>}
 */
export async function syncInBackground(means = browserMeans()) {
  const response = await means.fetch('/api/me', { credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok) return;
  const { user } = await response.json();
  if (!(await accounts()).includes(user)) return;
  const outcome = await sync(user, { ...means, account: () => user });
  if (outcome.state === 'retry' || outcome.state === 'wait') throw new Error(outcome.state);
}
