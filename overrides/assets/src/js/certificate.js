// @ts-check
// The completion records kept on this device (make.js makes them), their links, and what the trust file says of them.
(function () {
  "use strict";

  const ktc = window.ktc;

  const KEY = "records";

  /** Unix seconds. */
  const now = () => Math.floor(Date.now() / 1000);

  /** Where others can open this site: its configured address, else the one it was opened from, else none. */
  function base() {
    const meta = document.querySelector('meta[name="ktc-site"]');
    const site = (meta && meta.getAttribute("content")) || "";
    return site || (/^http/.test(ktc.root.protocol) ? ktc.root.href : "");
  }

  const certificate = (ktc.certificate = {
    /** @returns { {payload: string, lang: string, saved: number}[] } oldest first */
    all() {
      const saved = ktc.store.get(KEY);
      return Array.isArray(saved) ? saved.filter((one) => one && typeof one.payload === "string") : [];
    },

    /** @param {string} payload @param {string} lang in which it was taken @returns {boolean} whether it outlives the page */
    keep(payload, lang) {
      const others = certificate.all().filter((one) => one.payload !== payload);
      return ktc.store.set(KEY, others.concat({ payload, lang, saved: now() }));
    },

    /** @param {string} payload */
    forget(payload) {
      ktc.store.set(KEY, certificate.all().filter((one) => one.payload !== payload));
    },

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
    trust: () => ktc.load(new URL("trust.js", ktc.root).href).then(() => ktc.trust || Promise.reject(new Error("trust.js"))),

    /** @param {string} text @param {any} trust */
    check: (text, trust) => ktc.verdict(text, trust, now(), ktc.lang),

    /** @param {string} code of the verdict @returns {string} what is the matter and what to do */
    reason: (code) => ktc.word("reason." + code.replace(/-/g, "_")),
  });
})();
