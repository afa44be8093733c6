// @ts-check
// Keeps the language of the page for reading without a network (overrides/root/sw.js), says so quietly at the
// foot of the page, and offers a newer version of the site when one is ready. Silent where browsers have no
// service workers: from a file, and over http without encryption.
(function () {
  "use strict";

  const ktc = window.ktc;
  const workers = navigator.serviceWorker;
  const line = document.querySelector(".ktc-offline");
  if (!workers || !line || !/^http/.test(location.protocol)) return;

  const QUIET = 2000; // milliseconds after loading: the page itself comes first

  /** Shows one of the texts of overrides/partials/offline.html. @param {string} what */
  function say(what) {
    /** @type {any} */ (line).hidden = false;
    /** @type {any} */ (line).querySelectorAll("[data-say]").forEach((/** @type {any} */ text) => {
      text.hidden = text.dataset.say !== what;
    });
  }

  /** @param {ServiceWorker} worker @param {string} what @returns {Promise<any>} its answer */
  function ask(worker, what) {
    return new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = (event) => resolve(event.data);
      worker.postMessage({ ask: what, language: ktc.lang }, [channel.port2]);
    });
  }

  // -- keeping the language

  /** @param {ServiceWorker} worker */
  async function keep(worker) {
    say("saving");
    say((await ask(worker, "keep")) ? "saved" : "failed");
  }

  /** On request where the reader asked the browser to save data, else once the browser has nothing to do. @param {ServiceWorker} worker */
  async function begin(worker) {
    const { saveData } = /** @type {any} */ (navigator).connection || {};
    if (await ask(worker, "kept")) say("saved");
    else if (saveData) say("save");
    else setTimeout(() => (window.requestIdleCallback || setTimeout)(() => keep(worker)), QUIET);
    /** @type {any} */ (line).querySelector("button").addEventListener("click", () => keep(worker));
  }

  // -- a newer version

  const LATER = ktc.store.prefix + "later";

  /** The reader's "later" holds as long as the tab. @param {(kept: Storage) => any} action */
  function inTab(action) {
    try {
      return action(window.sessionStorage);
    } catch (refused) {
      return null;
    }
  }

  /** @param {ServiceWorkerRegistration} registration */
  function offer(registration) {
    const place = /** @type {HTMLElement} */ (document.querySelector(".ktc-update"));
    // nothing to think about in the middle of a final check: the next page offers it
    const busy = document.querySelector(".ktc-sheet:not([hidden])") || inTab((kept) => kept.getItem(LATER));
    if (!registration.waiting || !workers.controller || place.firstChild || busy) return;
    const text = /** @type {HTMLTemplateElement} */ (document.querySelector("template.ktc-update-text"));
    place.append(document.importNode(text.content, true));
    place.addEventListener("click", (event) => {
      const { act } = /** @type {any} */ (event.target).dataset;
      if (act) place.textContent = "";
      if (act === "later") inTab((kept) => kept.setItem(LATER, "1"));
      if (act === "reload") reload(registration);
    });
  }

  /** @param {ServiceWorkerRegistration} registration */
  function reload(registration) {
    if (!registration.waiting) return location.reload(); // another tab was first
    workers.addEventListener("controllerchange", () => location.reload());
    registration.waiting.postMessage({ ask: "update" });
  }

  /** @param {ServiceWorkerRegistration} registration */
  function watch(registration) {
    offer(registration);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      if (next) next.addEventListener("statechange", () => offer(registration));
    });
  }

  async function start() {
    document.head.append(ktc.el("link", { rel: "manifest", href: ktc.page("manifest.webmanifest") }));
    try {
      const script = new URL("sw.js", ktc.root).href;
      watch(await workers.register(script, { scope: ktc.root.href, updateViaCache: "none" }));
      await begin(/** @type {ServiceWorker} */ ((await workers.ready).active));
    } catch (refused) {
      // a browser that keeps nothing, as in a private window: the site works without
    }
  }

  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
