/** The worker's surroundings, with the types that the DOM library lacks. */

/**
 * @typedef {[address: string, revision: string | null]} Entry
 * @typedef {{release: string, app: Entry[], library: Entry[], assets: Entry[], offline: Record<string, string>}} Kept
 * @typedef {Event & {waitUntil(work: Promise<unknown>): void}} LivingEvent
 * @typedef {LivingEvent & {tag: string}} SyncEvent
 * @typedef {LivingEvent & {data: unknown, origin: string, ports: readonly MessagePort[],
 *   source: {postMessage(message: unknown): void} | null}} WordEvent
 * @typedef {{
 *   KEPT: Kept,
 *   location: Location,
 *   registration: ServiceWorkerRegistration,
 *   clients: {claim(): Promise<void>},
 *   skipWaiting(): Promise<void>,
 *   addEventListener(type: 'install' | 'activate', listener: (event: LivingEvent) => void): void,
 *   addEventListener(type: 'message', listener: (event: WordEvent) => void): void,
 *   addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void,
 * }} Scope
 */

const own = /** @type {unknown} */ (globalThis);

export const scope = /** @type {Scope & {addEventListener(type: string, listener: (event: any) => void): void}} */ (own);

/** What this release keeps: written by the server on the first line of /sw.js. */
export const KEPT = scope.KEPT;
