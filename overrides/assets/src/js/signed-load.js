// Loads what checks signed certificates, once there is one to check: signed.js, and a library where the browser needs it.
// @ts-check
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @type {Promise<any>|null} */
  let ready = null;

  /** What the check needs of the browser or of the library; asked for again when neither could do it. @param {any} places */
  function means({ signed, ed25519 }) {
    ready = ready || ktc.load(signed, () => ktc.checkSigned).then(() => ktc.means.find(ed25519));
    const forget = () => (ready = null);
    ready.then((found) => found || forget(), forget);
    return ready;
  }

  /**
   * @param {any} places addresses of the scripts: signed, ed25519
   * @returns {(text: string, trust: any, now: number, lang: string) => Promise<any>} the check of a signed certificate
   */
  ktc.signedBy = (places) => (text, trust, now, lang) =>
    means(places)
      .then((found) => ktc.checkSigned(text, trust, now, lang, found))
      .catch(() => ktc.conclude({ size: "", signature: "no-cryptography" }, null)); // whatever failed: no verdict
})();
