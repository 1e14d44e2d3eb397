/** What a person does with a tap: kept, shown, told, and taken back if they wish. */
import { goOn } from './focus.js';
import { toast } from './toast.js';
import { words } from './words.js';

/**
 * @typedef {{work(): Promise<unknown>, back?(): Promise<unknown>, told(): string}} Deed
 *   told: what the message says once it is kept
 */

/** @param {Deed} deed @param {() => Promise<unknown>} look shows what is kept now */
export async function carryOut({ work, back, told }, look) {
  const attempt = async (/** @type {() => Promise<unknown>} */ deed, /** @type {() => void} */ tell) => {
    try {
      await deed();
      await look();
      tell();
      goOn();
    } catch (error) {
      toast(troubleOf(error));
    }
  };
  const undo = back ? [{ label: words.undo, work: () => void attempt(back, () => toast(words.restored)) }] : [];
  await attempt(work, () => toast(told(), ...undo));
}

/** Why it could not be kept, in words. @param {unknown} error that of the store says why; any other is a fault */
export function troubleOf(error) {
  const { code } = /** @type {{code?: unknown}} */ (error ?? {});
  const known = typeof code === 'string' && Object.hasOwn(words.store, code);
  return words.store[known ? /** @type {keyof typeof words.store} */ (code) : 'broken'];
}
