/**
 * Making a file asks first who it is, where the server can be asked: whoever holds an open phone for
 * a moment takes no diary along. Without network the phone makes it from what it holds anyway.
 */
import { isLocal } from '../../store/account.js';

const PATIENCE = 5_000;

/** Whether the server wants to know first who this is. @param {string} user */
export async function mustConfirm(user) {
  if (isLocal(user)) return false;
  try {
    const answer = await fetch('/api/recent', { credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    return answer.status === 403 && (await answer.json()).error?.code === 'not_recent';
  } catch {
    return false;
  }
}
