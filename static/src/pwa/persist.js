/** Asks the browser not to clear what is on this phone when space gets short. */

const ASKED = 'rugwijs-asked-to-persist';

/**
 * Call after something was saved. It asks once per device: some browsers show a question.
 * @param {{storage?: Pick<StorageManager, 'persist' | 'persisted'>}} [browser]
 * @param {Pick<Storage, 'getItem' | 'setItem'>} [memory]
 * @returns {Promise<boolean>} whether what is saved here stays
 */
export async function askToPersist(browser = navigator, memory = localStorage) {
  const { storage } = browser;
  if (!storage?.persist) return false;
  if (await storage.persisted()) return true;
  if (memory.getItem(ASKED)) return false;
  memory.setItem(ASKED, '1');
  return storage.persist();
}
