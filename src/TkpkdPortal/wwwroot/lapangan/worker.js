// Keeps the shell of the field app and its files, all of one version, so that it opens without a signal. Nothing else is ever kept: every
// other request goes past this worker as if it were not there. The line above, with `kept`, is written by the portal.

const CACHE = `lapangan-${kept.version}`;
const SHELL = '/lapangan';

self.addEventListener('install', event => event.waitUntil(install()));

self.addEventListener('activate', event => event.waitUntil(activate()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname === SHELL && request.mode === 'navigate') event.respondWith(fromCache(SHELL, request));
  else if (kept.files.includes(url.pathname + url.search)) event.respondWith(fromCache(url.pathname + url.search, request));
  // Without a signal the browser would show its own page; the field app is what can be used then.
  else if (request.mode === 'navigate' && !navigator.onLine) event.respondWith(fetch(request).catch(() => Response.redirect(SHELL)));
});

async function install() {
  const cache = await caches.open(CACHE);
  // Past the browser's own cache, so that the files are of one version.
  await cache.addAll([SHELL, ...kept.files].map(path => new Request(path, { cache: 'reload', credentials: 'omit' })));
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys())
    if (name.startsWith('lapangan-') && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function fromCache(path, request) {
  const cache = await caches.open(CACHE);
  return await cache.match(path) ?? fetch(request);
}
