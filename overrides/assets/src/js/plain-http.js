// @ts-check
// Over http without encryption (a trainer's laptop) browsers copy nothing by themselves and install nothing:
// shows the notices that say so, each where it matters.
(function () {
  "use strict";

  const ktc = window.ktc;
  const plain = location.protocol === "http:" && !window.isSecureContext;
  const site = document.querySelector('meta[name="ktc-site"]');

  ktc.each("[data-plain-http]", (/** @type {HTMLElement} */ notice) => {
    notice.hidden = !plain;
    // a site with a web address of its own names that one in its links
    const own = /** @type {HTMLElement|null} */ (notice.querySelector("[data-own-address]"));
    if (own) own.hidden = Boolean(site && site.getAttribute("content"));
  });
})();
