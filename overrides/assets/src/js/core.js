// @ts-check
// Where the page stands, its language and its words: what every other script builds on.
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /** @param {string} name */
  function meta(name) {
    const found = document.querySelector('meta[name="ktc-' + name + '"]');
    return (found && found.getAttribute("content")) || "";
  }

  /** The folder that holds all languages: on a web host, on a LAN address, or a file: address. */
  ktc.root = new URL((meta("root") || ".") + "/", location.href);
  ktc.lang = meta("lang") || document.documentElement.lang || "en";

  /** @param {string} path of a page inside the folder of the page's language */
  ktc.page = (path) => new URL(ktc.lang + "/" + path, ktc.root).href;

  /** One digit set per language, and everyone's calendar; English for the world, with the day before the month. */
  const locale = ktc.lang.replace(/^en$/, "en-GB") + "-u-ca-gregory-nu-" + (meta("numerals") || "latn");

  /** @param {number} n @param {Intl.NumberFormatOptions} [options] */
  ktc.number = (n, options) => new Intl.NumberFormat(locale, options).format(n);

  /** Without the direction marks that some browsers add, so that pages say it as Babel does at build. @param {number} share from 0 to 1 */
  ktc.percent = (share) => ktc.number(share, { style: "percent", maximumFractionDigits: 0 }).replace(/[\u061c\u200e\u200f]/g, "");

  /** A day in UTC, so that certificate, verify page and script name the same one. @param {number} seconds Unix time */
  ktc.date = (seconds) =>
    new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" })
      .format(new Date(seconds * 1000));

  /** The last second of the year 9999: more no record can hold. Unix time. */
  ktc.LATEST = 253402300799;

  /** Unix seconds by this device's clock, which may stand anywhere; never 0, and never more than a record can hold. */
  ktc.now = () => Math.min(Math.max(Math.floor(Date.now() / 1000), 1), ktc.LATEST);

  /** Whether something is a whole number that a time or a count can be. @param {any} value */
  ktc.isCount = (value) => Number.isSafeInteger(value) && value >= 0 && value <= ktc.LATEST;

  /** An object as it is; an empty one for whatever else. @param {any} value @returns {Object<string, any>} */
  ktc.object = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});

  /** @type {Object<string, any>} */
  let words;

  /** @returns {Object<string, any>} */
  function allWords() {
    const blocks = Array.from(document.querySelectorAll(".ktc-words"));
    return Object.assign({}, ...blocks.map((block) => JSON.parse(block.textContent || "")));
  }

  /** @param {number} n */
  const pluralCategory = (n) => (Intl.PluralRules ? new Intl.PluralRules(ktc.lang).select(n) : "other");

  /**
   * A text of the interface, from the page's .ktc-words blocks. An unknown key shows itself, so that
   * a slip in the words never stops a quiz.
   * @param {string} key
   * @param {Object<string, any>} [params]
   * @returns {string}
   */
  ktc.word = function (key, params) {
    const given = params || {};
    words = words || allWords();
    let pattern = words[key];
    if (pattern === undefined) return key;
    if (pattern.by) pattern = pattern[pluralCategory(given[pattern.by])] || pattern.other;
    return pattern.replace(/\{(\w+)\}/g, (/** @type {string} */ whole, /** @type {string} */ name) => {
      if (!(name in given)) return whole;
      return typeof given[name] === "number" ? ktc.number(given[name]) : given[name];
    });
  };

  /** @type {Object<string, Promise<void>>} */
  const loading = {};

  /**
   * Runs a classic script; unlike fetch this works from a file too. One that is missing or damaged can be asked for again.
   * @param {string} src
   * @param {() => any} [done] whether the script did what it is for: one that arrived in part runs not at all
   */
  ktc.load = function (src, done) {
    loading[src] = loading[src] || new Promise((resolve, reject) => {
      const script = ktc.el("script", { src: src });
      const failed = () => {
        delete loading[src];
        reject(new Error(src));
      };
      script.onload = () => (done && !done() ? failed() : resolve());
      script.onerror = failed;
      document.head.append(script);
    });
    return loading[src];
  };

  /** The published editions and the letters of names, in `ktc.trust`. @returns {Promise<any>} */
  ktc.loadTrust = () => ktc.load(new URL("trust.js", ktc.root).href, () => ktc.trust).then(() => ktc.trust);

  /**
   * An element with attributes (true: present, false or null: left out) and children.
   * @param {string} tag
   * @param {Object<string, any>} [attributes]
   * @param {...(Node|string)} children
   * @returns {any}
   */
  ktc.el = function (tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => {
      if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
    });
    element.append(...children);
    return element;
  };

  /** A part of the page works: what is for whoever has no scripts goes, what is true with them comes. @param {Element} part */
  ktc.started = (part) =>
    part.querySelectorAll("[data-without], [data-with]").forEach((/** @type {any} */ text) => (text.hidden = "without" in text.dataset));

  /** Calls `start` on every element of the page that fits. @param {string} selector @param {(element: any) => void} start */
  ktc.each = function (selector, start) {
    const run = () => document.querySelectorAll(selector).forEach((element) => start(element));
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
    else run();
  };
})();
