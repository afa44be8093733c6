// The service worker of the site, filled in by ktc/assembly/offline.py. What a reader has opened once stays
// readable without a network. It never reloads a page, and a new one waits until the reader agrees.
"use strict";

const BUILD = {{ build | tojson }};
const FILES = {{ files | tojson }}; // by language; "" is what all of them share
const ROOT = new URL("./", self.location.href).href;
// several sites may share an origin, so the site's path is part of every name
const PREFIX = "ktc:" + new URL(ROOT).pathname + ":";
const WHOLE = new URL("whole", ROOT).href; // in a cache that holds all its files
const PATIENCE = 4000; // milliseconds until a saved page is shown in place of one that does not come
const AT_ONCE = 6;

const nameOf = (language) => PREFIX + BUILD + ":" + language;

// -- saving a language

async function isWhole(cacheName) {
  return Boolean(await caches.match(WHOLE, { cacheName }));
}

async function store(cache, url) {
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(url);
  // made anew: browsers refuse a redirected answer for a page (some hosts redirect index.html to its folder), and
  // what the answer varied with means nothing here
  const headers = new Headers(answer.headers);
  ["vary", "content-encoding", "content-length"].forEach((name) => headers.delete(name));
  await cache.put(url, new Response(await answer.blob(), { headers }));
}

/** Whether the host still has this build: files of two builds must not mix. */
async function isCurrent() {
  return (await (await fetch(self.location.href, { cache: "no-store" })).text()).includes(BUILD);
}

/** Goes on where an earlier attempt was cut off. */
async function save(language) {
  if (await isWhole(nameOf(language))) return;
  const cache = await caches.open(nameOf(language));
  const held = new Set((await cache.keys()).map((request) => request.url));
  const missing = FILES[language].map((file) => new URL(file, ROOT).href).filter((url) => !held.has(url));
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    await Promise.all(missing.slice(at, at + AT_ONCE).map((url) => store(cache, url)));
  }
  if (await isCurrent()) await cache.put(WHOLE, new Response(""));
  else {
    await caches.delete(nameOf(language));
    throw new Error("the site has changed meanwhile");
  }
}

const saving = {};

/** Resolves to whether the language is saved; two tabs that ask at once share the work. */
function keep(language) {
  const done = () => delete saving[language];
  saving[language] = saving[language] || save(language).then(() => true, () => false);
  saving[language].then(done);
  return saving[language];
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** A new build is saved in every language that the reader had of an earlier one, before it can take over. */
async function prepare() {
  await save("");
  for (const name of await ours()) {
    const language = name.split(":").pop();
    if (FILES[language] && (await isWhole(name))) await save(language);
  }
}

async function takeOver() {
  const others = (await ours()).filter((name) => !name.startsWith(PREFIX + BUILD + ":"));
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// -- answering

/** The saved answer to a request, if there is one. */
async function saved(request) {
  const url = new URL(request.url);
  url.hash = "";
  if (!url.search.startsWith("?h=")) url.search = "";
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  const language = url.href.slice(ROOT.length).split("/")[0];
  const found = await caches.match(url.href, { cacheName: nameOf(language) });
  return found || caches.match(url.href, { cacheName: nameOf("") });
}

/** An address with a digest always means the same bytes. */
async function heldFirst(request) {
  return (await saved(request)) || fetch(request);
}

async function networkFirst(request) {
  const held = await saved(request);
  const fresh = fetch(request).then((answer) => (held && answer.status >= 500 ? held : answer));
  if (held) return Promise.race([fresh, new Promise((show) => setTimeout(show, PATIENCE, held))]).catch(() => held);
  if (request.mode !== "navigate") return fresh;
  return fresh.catch(() => Response.redirect(new URL("offline.html", ROOT).href));
}

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || request.headers.has("range")) return;
  event.respondWith(new URL(request.url).search.startsWith("?h=") ? heldFirst(request) : networkFirst(request));
});

// pages ask: is this language kept, keep it, take over
self.addEventListener("message", (event) => {
  const { ask, language } = event.data;
  const answer = (value) => event.ports[0].postMessage(value);
  if (ask === "kept") event.waitUntil(isWhole(nameOf(language)).then(answer));
  if (ask === "keep") event.waitUntil(keep(language).then(answer));
  if (ask === "update") self.skipWaiting();
});
