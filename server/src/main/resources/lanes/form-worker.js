// Keeps the form in the browser, so that it opens without a network, and sends what waits once there is one, also when the form
// has been closed.
'use strict';
importScripts('form-outbox.js');

const KEPT = 'vigie-form';
const SHELL = ['form', 'form.css', 'form.js', 'form-outbox.js'];
const WAIT_MAX = 4000;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(SHELL)));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The newest form where the network is quick enough, else the one that is kept.
const fresh = async (request) => {
  const cache = await caches.open(KEPT);
  const stopped = new AbortController();
  const late = setTimeout(() => stopped.abort(), WAIT_MAX);
  try {
    const answer = await fetch(request, { signal: stopped.signal });
    // Whatever else answers here, such as the portal of a network, is not the form.
    const ours = answer.ok && answer.headers.has('X-Form');
    if (ours) await cache.put(request, answer.clone());
    return ours ? answer : (await cache.match(request, { ignoreSearch: true })) ?? answer;
  } catch (away) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw away;
  } finally {
    clearTimeout(late);
  }
};

self.addEventListener('fetch', (event) => {
  const ours = SHELL.some((name) => new URL(name, self.location).pathname === new URL(event.request.url).pathname);
  if (event.request.method === 'GET' && ours) event.respondWith(fresh(event.request));
});

// An open page sends by itself: first its turn, or everything would go out twice.
const TURN = 4000;
const sync = async () => {
  const pages = await self.clients.matchAll({ type: 'window' });
  if (pages.length > 0) await new Promise((done) => setTimeout(done, TURN));
  const how = await outbox.deliver();
  if (how.waiting > 0) throw new Error('later');
};

self.addEventListener('sync', (event) => event.waitUntil(sync()));
