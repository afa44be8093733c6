// Takes the service worker back. If sw.js ever does harm, put this file in its place on the host (under the name
// sw.js): every reader's browser fetches it at the next visit, forgets what was saved, and reads from the network
// again. Answers and certificates are kept elsewhere and stay.
"use strict";

const PREFIX = "ktc:" + new URL("./", self.location.href).pathname + ":";

async function leave() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
