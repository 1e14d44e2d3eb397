/** The devices of a person: asked of the server, and kept so that the list is there offline too. */
import { announce } from '../store/changes.js';
import { read, write } from '../store/database.js';
import { browserMeans } from './means.js';
import { limited } from './wire.js';

/**
 * @typedef {import('./means.js').Means} Means
 * @typedef {{device: string, name: string | null, seen_at: string}} Known
 * @typedef {{own: string | null, synced: number | null, at: number | null, devices: Known[]}} Told
 *   own: the number of this device; synced: when it did so last; at: when the server told of the others, in milliseconds
 */

const TIME_LIMIT = 10_000;
const ADDRESS = '/api/devices';
/** Names in the store: what was told, and under which number this device told its name. */
const [KEPT, NAMED] = ['devices', 'device_named'];

/** What is known here of a person's devices. @param {string} user @returns {Promise<Told>} */
export async function keptDevices(user) {
  const { device = null, last_sync: synced = null, [KEPT]: kept } = await known(user);
  return { own: device, synced, at: kept?.at ?? null, devices: kept?.devices ?? [] };
}

/**
 * Asks the server anew; what cannot be had now leaves what was kept. Whether the server told.
 * @param {string} user @param {Means} [means] @returns {Promise<boolean>}
 */
export async function askDevices(user, means = browserMeans()) {
  const { ok, told } = await ask(means, '');
  if (!ok || !Array.isArray(told?.devices) || means.account() !== user) return false;
  await keep(user, { [KEPT]: { at: means.clock.now(), devices: told.devices } });
  announce({ user, what: 'devices' });
  return true;
}

/** Gives a device another name; whether the server has it. @param {string} user @param {string} device @param {string} name @param {Means} [means] */
export async function nameDevice(user, device, name, means = browserMeans()) {
  const { ok } = await ask(means, `/${device}`, 'PATCH', { name });
  if (ok) await amend(user, means, (devices) => devices.map((one) => (one.device === device ? { ...one, name } : one)));
  return ok;
}

/** Has the server forget a device; whether it did. @param {string} user @param {string} device @param {Means} [means] */
export async function forgetDevice(user, device, means = browserMeans()) {
  const { ok, status } = await ask(means, `/${device}`, 'DELETE');
  const gone = ok || status === 404; // somebody was before us
  if (gone) await amend(user, means, (devices) => devices.filter((one) => one.device !== device));
  return gone;
}

/** Whether the server was not told yet what this device is called. @param {string} user */
export async function isUnnamed(user) {
  const { device, [NAMED]: named } = await known(user);
  return device !== undefined && device !== named;
}

/**
 * Tells the server what this device is called: as before it took another number, else as `guess` says.
 * @param {string} user @param {string} guess @param {Means} [means]
 */
export async function introduce(user, guess, means = browserMeans()) {
  const { device, [NAMED]: before, [KEPT]: kept } = await known(user);
  const name = kept?.devices.find((/** @type {Known} */ one) => one.device === before)?.name ?? guess;
  if (!(await nameDevice(user, device, name, means))) return;
  await keep(user, { [NAMED]: device });
  await askDevices(user, means);
}

/**
 * What the server took is shown at once: the next list may be long in coming.
 * @param {string} user @param {Means} means @param {(devices: Known[]) => Known[]} change
 */
async function amend(user, means, change) {
  if (means.account() !== user) return;
  const { [KEPT]: kept } = await known(user);
  if (kept) await keep(user, { [KEPT]: { ...kept, devices: change(kept.devices) } });
  announce({ user, what: 'devices' });
}

/** @param {Means} means @param {string} path @param {string} [method] @param {unknown} [body] */
async function ask(means, path, method = 'GET', body) {
  const sent = body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  try {
    return await limited(means, TIME_LIMIT, async (signal) => {
      // Who signs out goes on to another page.
      const asked = { method, credentials: 'same-origin', cache: 'no-store', redirect: 'error', keepalive: method === 'DELETE', signal, ...sent };
      const response = await means.fetch(ADDRESS + path, /** @type {RequestInit} */ (asked));
      const told = response.ok && response.status !== 204 ? await response.json() : null;
      // A hotel's sign-in page says 200 too: what writes is answered with 204.
      return { ok: method === 'GET' ? response.ok : response.status === 204, status: response.status, told };
    });
  } catch {
    return { ok: false, status: 0, told: null };
  }
}

/** @param {string} user @returns {Promise<Record<string, any>>} */
function known(user) {
  return read(user, ['meta'], async (tx) => {
    const rows = await tx.objectStore('meta').getAll();
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  });
}

/** @param {string} user @param {Record<string, unknown>} values */
function keep(user, values) {
  return write(user, ['meta'], async (tx) => {
    const rows = Object.entries(values).map(([name, value]) => ({ name, value }));
    await Promise.all(rows.map((row) => tx.objectStore('meta').put(row)));
  });
}
