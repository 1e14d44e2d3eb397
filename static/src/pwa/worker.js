/** The service worker as a list of rules; what they mean is in worker/. */
import { setCatchHandler } from 'workbox-routing/setCatchHandler.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { syncInBackground } from '../sync/background.js';
import { files } from './worker/files.js';
import { articles, pages, unknown } from './worker/pages.js';
import { offlinePage } from './worker/offline.js';
import { answer } from './worker/messages.js';
import { KEPT, scope } from './worker/scope.js';

const { origin } = scope.location;
const app = pages(KEPT.app, origin);
const library = articles(KEPT.library, origin);
const assets = files(KEPT.assets, origin);
const offline = offlinePage(KEPT.offline, app);

// Fetching: only addresses of the list are ever stored; everything else goes to the network.
registerRoute(({ url }) => app.has(url), app.strategy);
registerRoute(({ url }) => library.has(url), library.strategy);
registerRoute(({ url }) => assets.has(url), assets.strategy);
registerRoute(({ request }) => request.mode === 'navigate', unknown);
setCatchHandler(async ({ request }) => (await offline(/** @type {Request} */ (request))) ?? Response.error());

// Living: a new version installs beside the old one and waits until a person asks for it.
scope.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([app.install(event), assets.install(), library.renew()]));
});
scope.addEventListener('activate', (event) => {
  // Firefox fails a page whose preload fails: without a network none would open there, and after three it
  // drops the worker (GoogleChrome/workbox#3134). Disabled, for a worker before this one enabled it.
  const preload = scope.registration.navigationPreload?.[navigator.userAgent.includes('Gecko/') ? 'disable' : 'enable']();
  event.waitUntil(Promise.all([preload, app.prune(event), assets.prune(), library.prune(), scope.clients.claim()]));
});

// Listening: to our own pages, and to the browser when the network is back.
scope.addEventListener('message', (event) => answer(event, { library }));
scope.addEventListener('sync', (event) => {
  if (event.tag === 'rugwijs-sync') event.waitUntil(syncInBackground());
});
