// @ts-check
// Whether others can open this copy of the site at the address it stands at.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** "" when they can: a web address, or one on a network. A file and this device's own name for itself lead nowhere else. */
  ktc.alone =
    location.protocol === "file:" ? "file" : /(^|\.)localhost$|^127\.|^\[::1\]$/.test(location.hostname) ? "localhost" : "";
})();
