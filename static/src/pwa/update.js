/** A new version: it asks, waits for forms, and reloads the page once. */

/**
 * @typedef {{show(accept: () => void): void, wait(): void}} Offer
 *   show: there is a new version; wait: it comes as soon as the form here is saved
 * @typedef {{
 *   container: EventTarget & {controller: unknown},
 *   isDirty: () => boolean,
 *   offer: Offer,
 *   reload: () => void,
 *   again: (work: () => void) => void,
 * }} Means again: runs work in a second
 * @typedef {EventTarget & {state: string, postMessage(message: unknown): void}} Worker
 * @typedef {EventTarget & {waiting: Worker | null, installing: Worker | null}} Registration
 */

/**
 * @param {ServiceWorkerRegistration | Registration} registration
 * @param {Means} means
 */
export function watchUpdates(registration, { container, isDirty, offer, reload, again }) {
  // The first worker ever takes over a page that is as new as itself: no reason to reload.
  let controlled = container.controller !== null;
  let reloading = false;

  /** @param {() => void} work */
  function whenSaved(work) {
    if (!isDirty()) return work();
    offer.wait();
    again(() => whenSaved(work));
  }

  /** @param {Worker} worker */
  function propose(worker) {
    if (container.controller === null) return;
    offer.show(() => whenSaved(() => worker.postMessage({ type: 'skip-waiting' })));
  }

  if (registration.waiting) propose(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') propose(worker);
    });
  });

  container.addEventListener('controllerchange', () => {
    if (!controlled) {
      controlled = true;
      return;
    }
    whenSaved(() => {
      if (reloading) return;
      reloading = true;
      reload();
    });
  });
}
