// @ts-check
// Keeps what a learner did on this device. Never throws: where the browser refuses, or its storage is
// full, values live in memory until the page is closed, and `persistent` is false.
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /** Project sites on one host share an origin, so the site's path is part of every key. */
  const prefix = "ktc:" + ktc.root.pathname + ":";
  const ASIDE = "aside/";

  /** @type {Object<string, string>} JSON texts that the browser did not take */
  const memory = Object.create(null);

  /** @param {(disk: Storage) => any} action @returns {any} undefined when the browser refuses */
  function attempt(action) {
    try {
      return action(window.localStorage);
    } catch (refused) {
      return undefined;
    }
  }

  /** A text that is no JSON is kept for whoever can mend it, and no longer in the way. @param {string} key @param {string} text */
  function setAside(key, text) {
    attempt((disk) => {
      disk.setItem(prefix + ASIDE + key, text);
      disk.removeItem(prefix + key);
    });
    return null;
  }

  /** @param {string} key @param {string} text */
  function parse(key, text) {
    try {
      return JSON.parse(text);
    } catch (damaged) {
      return key.startsWith(ASIDE) ? null : setAside(key, text);
    }
  }

  const store = (ktc.store = {
    prefix,

    persistent: attempt((disk) => {
      disk.setItem(prefix, "");
      disk.removeItem(prefix);
      return true;
    }) === true,

    /** @param {string} key @returns {any} null when there is none */
    get(key) {
      const text = key in memory ? memory[key] : attempt((disk) => disk.getItem(prefix + key));
      return typeof text === "string" ? parse(key, text) : null;
    },

    /** @param {string} key @param {any} value what JSON can hold @returns {boolean} whether it outlives the page */
    set(key, value) {
      const text = JSON.stringify(value);
      store.persistent = attempt((disk) => {
        disk.setItem(prefix + key, text);
        return disk.getItem(prefix + key) === text;
      }) === true;
      if (store.persistent) delete memory[key];
      else memory[key] = text;
      return store.persistent;
    },

    /** @param {string} key */
    remove(key) {
      delete memory[key];
      attempt((disk) => disk.removeItem(prefix + key));
    },

    /** What was no JSON under this key. @param {string} key @returns {string} "" when nothing was */
    damaged(key) {
      const raw = store.get(key) === null && attempt((disk) => disk.getItem(prefix + key)); // where there is no room to set it aside
      return attempt((disk) => disk.getItem(prefix + ASIDE + key)) || (raw === "null" ? "" : raw) || "";
    },

    /** @param {string} key */
    forgetDamaged: (key) => store.remove(ASIDE + key),

    /** @returns {string[]} texts set aside included, as `aside/...` */
    keys() {
      const found = attempt((disk) => Object.keys(disk).filter((key) => key.startsWith(prefix)));
      const onDisk = (found || []).map((/** @type {string} */ key) => key.slice(prefix.length));
      return onDisk.concat(Object.keys(memory).filter((key) => !onDisk.includes(key)));
    },

    /** An object kept under the key; an empty one for whatever else stands there. @param {string} key @returns {Object<string, any>} */
    object: (key) => ktc.object(store.get(key)),

    /**
     * Calls `changed` when another tab has written the key (any of ours for "*"), and when the page comes back from
     * the browser's store of pages, where it heard of nothing.
     * @param {string} key @param {() => void} changed
     */
    watch(key, changed) {
      const ours = (/** @type {string} */ name) => (key === "*" ? name.startsWith(prefix) : name === prefix + key);
      window.addEventListener("storage", (event) => {
        if (event.key === null || ours(event.key)) changed();
      });
      window.addEventListener("pageshow", (event) => {
        if (event.persisted) changed();
      });
    },
  });
})();
