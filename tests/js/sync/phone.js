/** A phone in a history: what stands on it, who is signed in, and its backups. */
import { deleteDB } from 'idb';

import { accounts, become, current, databaseName } from '../../../static/src/store/account.js';
import { close, read, write } from '../../../static/src/store/database.js';
import { localLocks } from '../../../static/src/sync/lock.js';
import { Device } from '../device.js';

/**
 * @typedef {import('../../../static/src/store/database.js').StoreName} StoreName
 * @typedef {Record<StoreName, any[]>} Held
 */

/** @type {StoreName[]} */
const ALL = ['records', 'outbox', 'refused', 'meta'];

export class Phone extends Device {
  /** @type {string | null} */
  cookie = this.user;
  tabs = [localLocks(), localLocks()];
  /** @type {Map<string, Held>} */
  backups = new Map();

  account() {
    return this.on(current);
  }

  /** Whose databases are on it. @returns {Promise<string[]>} */
  people() {
    return this.on(accounts);
  }

  /** Everything in this person's database. @param {string} user @returns {Promise<Held>} */
  held(user) {
    return this.on(() =>
      read(user, ALL, async (tx) => {
        const found = ALL.map(async (name) => [name, await tx.objectStore(name).getAll()]);
        return Object.fromEntries(await Promise.all(found));
      }),
    );
  }

  async keep() {
    for (const user of await this.people()) this.backups.set(user, await this.held(user));
  }

  async putBack() {
    for (const [user, backup] of this.backups) await this.on(() => replace(user, backup));
  }
}

/** Puts another content in a person's database, which then numbers its edits anew. @param {string} user @param {Held} held */
async function replace(user, held) {
  const account = current();
  become(user);
  await close(user);
  await deleteDB(databaseName(user));
  await write(user, ALL, async (tx) => {
    for (const name of ALL) await Promise.all(held[name].map((row) => tx.objectStore(name).put(row)));
  });
  if (account !== null) become(account);
}
