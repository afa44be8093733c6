// @ts-check
// Session codes: a trainer's link ends in `#s=CODE`, and records made from it carry the code. Joined
// sessions are kept by check until the learner leaves them.
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /** Arabic and Persian digits as 0 to 9. @param {string} digit */
  const plain = (digit) => String((digit.charCodeAt(0) - 0x660) % 0x90);

  ktc.session = {
    /** What a person typed, as a code. @param {string} typed @returns {string} "" when it is none */
    code(typed) {
      const code = typed.trim().toUpperCase().replace(/[\u0660-\u0669\u06f0-\u06f9]/g, plain);
      return /^[A-Z0-9]{1,12}$/.test(code) ? code : "";
    },

    /** @returns {string|null} what stands behind `#s=` in the address, null when nothing does */
    typed() {
      const found = /[#&]s=([^&]+)/.exec(location.hash);
      try {
        return found && decodeURIComponent(found[1]);
      } catch (damaged) {
        return "?";
      }
    },

    /** @param {string} quiz @returns {string} the code joined, or "" */
    joined: (quiz) => ktc.session.code(String(ktc.store.object("session")[quiz] || "")),

    /** @param {string} quiz @param {string} code "" to leave */
    join(quiz, code) {
      const joined = { ...ktc.store.object("session"), [quiz]: code };
      if (!code) delete joined[quiz];
      if (Object.keys(joined).length) ktc.store.set("session", joined);
      else ktc.store.remove("session");
    },
  };
})();
