/** Lives through a history with the real scripts, as tests/histories/world.py does with its own. */
import { IDBFactory } from 'fake-indexeddb';

import { become } from '../../../static/src/store/account.js';
import * as entries from '../../../static/src/store/entries.js';
import { syncAtOnce } from '../../../static/src/sync/engine.js';
import { CRAMPS, entryOf, USERS } from './cast.js';
import { canonical } from './ends.js';
import { Phone } from './phone.js';
import { refusal, Twin } from './twin.js';

/**
 * @typedef {any[]} Step name and arguments, as of tests/histories/traces.py
 * @typedef {[string, Step[], Step[]]} Fate
 * @typedef {{seed: number, page: number, room: number, accounts: number[], steps: Step[]}} Trace
 */

const ROUNDS = 5;
/** @type {Fate} */
const TRUE = ['ok', [], []];

/** @type {Record<string, () => Response>} */
const REFUSALS = {
  busy: () => refusal(503, 'busy'),
  torn: () => refusal(503, 'busy', { 'Retry-After': '10' }),
  limit: () => refusal(429, 'too_many', { 'Retry-After': '60' }),
  hotel: () => new Response('<h1>Hotel</h1>'),
  odd: () => Response.json({ welcome: true }),
};

export class World {
  /** @type {string[]} */
  log = [];
  /** @type {{cookie: string | null, text: string}[]} */
  late = [];
  /** @type {ReturnType<Twin['backup']>[][]} of the server */
  backups = [];

  /** @param {Trace} trace */
  constructor({ page, room, accounts }) {
    this.twins = USERS.map((user, who) => new Twin(user, { page, room, epoch: who + 1 }));
    this.consenting = new Set(USERS);
    this.phones = accounts.map((who) => new Phone(USERS[who], async () => refusal(503, 'busy')));
  }

  /** @param {Step} step */
  async step([name, ...how]) {
    const ended = await this.steps[name](...how);
    if (ended !== undefined) this.log.push(`${name} ${ended}`);
  }

  /** @type {Record<string, (...how: any[]) => Promise<string | void>>} */
  steps = {
    save: (which, record, filled, emptied) => this.save(this.phones[which], record, filled, emptied),
    remove: (which, record) => this.remove(this.phones[which], record),
    burst: (which, first, many) => this.burst(this.phones[which], first, many),
    sync: (which, fates, tab) => this.sync(this.phones[which], fates, tab),
    deliver: async (which) => {
      for (const one of this.late.splice(which % this.late.length, 1)) this.arrive(one);
    },
    clock: async (which, by) => void (this.phones[which].clock.time += by),
    cookie: async (which, who) => void (this.phones[which].cookie = who === null ? null : USERS[who]),
    account: async (which, who) => this.phones[which].on(() => become(USERS[who])),
    consent: async (who, given) => void (given ? this.consenting.add(USERS[who]) : this.consenting.delete(USERS[who])),
    evict: async (which) => void (this.phones[which].factory = new IDBFactory()),
    keep: (which) => this.phones[which].keep(),
    putback: (which) => this.phones[which].putBack(),
    backup: async () => void this.backups.push(this.twins.map((twin) => twin.backup())),
    restore: async (which) => this.restore(this.backups[which % this.backups.length]),
    purge: async () => this.twins.forEach((twin) => twin.collect()),
  };

  /** @param {Phone} phone @param {number} record @param {Record<string, unknown>} filled @param {string[]} emptied */
  async save(phone, record, filled, emptied) {
    const user = String(phone.account());
    const { id, kind, blank } = await entryOf(user, record);
    const shown = await phone.on(() => entries.viewOf(user, id));
    /** @type {Record<string, unknown>} */
    const body = { ...(shown?.body ?? blank), ...filled };
    for (const name of emptied) delete body[name];
    const op = await phone.on(() => entries.save(user, { kind, id, body }, phone.clock.now()));
    return op === null ? 'nothing' : 'saved';
  }

  /** @param {Phone} phone @param {number} record */
  async remove(phone, record) {
    const user = String(phone.account());
    const { id } = await entryOf(user, record);
    const op = await phone.on(() => entries.remove(user, id, phone.clock.now()));
    return op === null ? 'nothing' : 'saved';
  }

  /** @param {Phone} phone @param {number} first @param {number} many */
  async burst(phone, first, many) {
    let saved = 0;
    for (let n = first; n < first + many; n += 1) {
      if ((await this.save(phone, n % CRAMPS, { note: `${n}` }, [])) === 'saved') saved += 1;
    }
    return `${saved}`;
  }

  /** @param {ReturnType<Twin['backup']>[]} [backup] */
  restore(backup) {
    if (backup) this.twins.forEach((twin, who) => twin.restore(backup[who]));
  }

  /** @param {Phone} phone @param {Fate[]} fates @param {number} tab */
  async sync(phone, fates, tab = 0) {
    const waiting = [...fates];
    const means = {
      ...phone.means,
      locks: phone.tabs[tab],
      fetch: (/** @type {string} */ _, /** @type {RequestInit} */ init) =>
        this.meet(phone, String(init.body), waiting.shift() ?? TRUE),
    };
    const { state, code, wait } = await phone.on(() => syncAtOnce(String(phone.account()), means));
    return [state, code, wait].filter((part) => part !== undefined).join(':');
  }

  /** @param {Phone} phone @param {string} text @param {Fate} fate */
  async meet(phone, text, [what, before, after]) {
    for (const step of before) await this.step(step);
    const response = await this.carried(what, { cookie: phone.cookie, text });
    for (const step of after) await this.step(step);
    if (response === null) throw new TypeError(what);
    return response;
  }

  /** @param {string} what @param {{cookie: string | null, text: string}} request */
  async carried(what, request) {
    if (what === 'late') this.late.push(request);
    if (what === 'lost' || what === 'late') return null;
    if (what in REFUSALS) return REFUSALS[what]();
    if (what === 'twice') this.arrive(request);
    const response = this.arrive(request);
    if (what !== 'half') return what === 'deaf' ? null : response;
    const text = await response.text();
    return new Response(text.slice(0, text.length / 2), response);
  }

  /** @param {{cookie: string | null, text: string}} request */
  arrive({ cookie, text }) {
    if (cookie === null) return refusal(401, 'signed_out');
    const twin = this.twins[USERS.indexOf(cookie)];
    return twin.answer(text, this.consenting.has(cookie));
  }

  /** The network is whole again: all syncs until all are level. */
  async heal() {
    USERS.forEach((user) => this.consenting.add(user));
    for (const request of this.late.splice(0)) this.arrive(request);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const phone of this.phones) await this.drain(phone);
      if (await this.isLevel()) return;
    }
    throw new Error(`not level after ${ROUNDS} rounds`);
  }

  /** @param {Phone} phone */
  async drain(phone) {
    for (const user of await usersOf(phone)) {
      phone.on(() => become(user));
      phone.cookie = user;
      await this.step(['sync', this.phones.indexOf(phone), [], 0]);
    }
  }

  async isLevel() {
    for (const phone of this.phones) {
      for (const user of await usersOf(phone)) {
        const shown = await phone.on(() => entries.view(user));
        const view = Object.fromEntries(shown.map(({ id, body }) => [id, body]));
        if (canonical(view) !== canonical(this.twins[USERS.indexOf(user)].view())) return false;
      }
    }
    return true;
  }
}

/** Whose databases are on this phone; when there is none, whose phone it is. @param {Phone} phone */
async function usersOf(phone) {
  const found = await phone.people();
  return found.length ? USERS.filter((user) => found.includes(user)) : [String(phone.account())];
}
