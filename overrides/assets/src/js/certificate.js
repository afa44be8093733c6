// @ts-check
// Completion records: their links, and what the trust file says of them.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** Where others can open this site: its configured address, else the one it was opened from, else none. */
  function base() {
    const meta = document.querySelector('meta[name="ktc-site"]');
    const site = (meta && meta.getAttribute("content")) || "";
    return site || (ktc.alone ? "" : ktc.root.href);
  }

  /** Codes that are told as one: people need not know which rule of JSON, or which part, it was. @type {Object<string, string>} */
  const SAID = {};
  ["json-too-deep", "json-duplicate-key", "json-number", "json-surrogate"].forEach((code) => (SAID[code] = "bad-json"));
  ["context", "proof", "issuer", "key", "address", "text", "language", "id", "index", "signature"]
    .forEach((part) => (SAID["bad-" + part] = "bad-part"));

  const certificate = (ktc.certificate = {
    /** The page that shows it as a sheet. @param {string} payload */
    href: (payload) => ktc.page("certificates/index.html") + "#r=" + payload,

    /** What its owner hands out; the bare payload when the site has no address. @param {string} payload @param {string} lang */
    link(payload, lang) {
      const site = base();
      return site ? site.replace(/\/?$/, "/") + lang + "/verify/index.html#r=" + payload : payload;
    },

    /** The page that checks it. @param {string} payload */
    verifyPage: (payload) => ktc.page("verify/index.html") + "#r=" + payload,

    /** The published editions, from a classic script so that it works from a file. @returns {Promise<any>} */
    trust: ktc.loadTrust,

    /** @param {string} text @param {any} trust */
    check: (text, trust) => ktc.verdict(text, trust, ktc.now(), ktc.lang),

    /** @param {string} code of the verdict @returns {string} what is the matter and what to do */
    reason: (code) => ktc.word("reason." + (SAID[code] || code).replace(/-/g, "_")),
  });
})();
