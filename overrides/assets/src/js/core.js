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

  /** One digit set per language, and everyone's calendar. */
  const locale = ktc.lang + "-u-ca-gregory-nu-" + (meta("numerals") || "latn");

  /** @param {number} n @param {Intl.NumberFormatOptions} [options] */
  ktc.number = (n, options) => new Intl.NumberFormat(locale, options).format(n);

  /** @param {number} share from 0 to 1 */
  ktc.percent = (share) => ktc.number(share, { style: "percent", maximumFractionDigits: 0 });

  /** A day in UTC, so that certificate, verify page and script name the same one. @param {number} seconds Unix time */
  ktc.date = (seconds) =>
    new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" })
      .format(new Date(seconds * 1000));

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

  /** Runs a classic script; unlike fetch this works from a file too. A failed one can be asked for again. @param {string} src */
  ktc.load = function (src) {
    loading[src] = loading[src] || new Promise((resolve, reject) => {
      const script = ktc.el("script", { src: src });
      script.onload = () => resolve();
      script.onerror = () => {
        delete loading[src];
        reject(new Error(src));
      };
      document.head.append(script);
    });
    return loading[src];
  };

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

  /** Calls `start` on every element of the page that fits. @param {string} selector @param {(element: any) => void} start */
  ktc.each = function (selector, start) {
    const run = () => document.querySelectorAll(selector).forEach((element) => start(element));
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
    else run();
  };
})();
