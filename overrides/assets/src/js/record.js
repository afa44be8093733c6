// Completion records, the text in a certificate's link: 1.EDITION.FINISHED.NONCE.SESSION.NAME.ANSWERS
// Twin of certificates/verify.py, like grade.js. No hash, no network: it works from a file and over plain http.
// @ts-check
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /**
   * @typedef { {edition: string, finished: number, nonce: string, session: string, name: string, answers: [number, string][]} } Fields
   *   finished: Unix seconds; edition and nonce: base64url of 16 bytes; answers: index and chosen ids
   */

  /** The last second of the year 9999. */
  const LATEST = 253402300799;

  /** @param {Uint8Array} bytes */
  const toBase64 = (bytes) =>
    btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

  /** @param {string} text */
  const fromBase64 = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));

  /** @param {string} text @returns {string|null} null when it is not base64url of UTF-8 */
  function readName(text) {
    try {
      // ignoreBOM keeps a leading U+FEFF, for the name rules to refuse
      return /^[\w-]*$/.test(text) ? new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(fromBase64(text)) : null;
    } catch (damaged) {
      return null;
    }
  }

  /** @param {string} text such as 0b1ac3c @returns {[number, string][]|null} null unless indexes ascend */
  function readAnswers(text) {
    if (!/^((0|[1-9][0-9]{0,3})[a-h]+)+$/.test(text)) return null;
    const answers = (text.match(/[0-9]+[a-h]+/g) || []).map((answer) => [parseInt(answer, 10), answer.replace(/[0-9]+/, "")]);
    return answers.every((answer, n) => !n || answers[n - 1][0] < answer[0]) ? /** @type {any} */ (answers) : null;
  }

  /** @param {string[]} parts @returns { {reason: string, fields: Fields|null} } */
  function read([, edition, time, nonce, session, encodedName, encodedAnswers]) {
    const finished = /^[0-9a-z]{1,8}$/.test(time) ? parseInt(time, 36) : Infinity;
    const name = readName(encodedName);
    const answers = readAnswers(encodedAnswers);
    const reason =
      !/^[\w-]{22}$/.test(edition) ? "bad-edition"
      : finished > LATEST ? "bad-time"
      : !/^[\w-]{22}$/.test(nonce) ? "bad-nonce"
      : !/^[A-Z0-9]{0,12}$/.test(session) ? "bad-session"
      : name === null ? "bad-name-encoding"
      : answers === null ? "bad-answers"
      : "";
    return { reason, fields: reason ? null : { edition, finished, nonce, session, name: name || "", answers: answers || [] } };
  }

  const HIDDEN = new RegExp(
    // Default_Ignorable_Code_Point of Unicode 14 without the bidi ones, written out so that every browser agrees
    "[\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200d\\u2060-\\u206f\\u3164" +
    "\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]", "u");

  /** U+200C and U+200D where scripts need them: straight after Arabic to Myanmar or Khmer and Mongolian, and not last. */
  const JOINED = /([\u0600-\u109f\u1780-\u18af])[\u200c\u200d](?=[^])/g;

  /** @param {string} text */
  const codePoints = (text) => Array.from(text, (char) => char.codePointAt(0) || 0);

  /** @param {number} code */
  const isNoncharacter = (code) => (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);

  const record = (ktc.record = {
    toBase64,
    fromBase64,
    readName,
    LATEST,

    /** @param {Fields} fields @returns {string} the payload */
    encode(fields) {
      const name = toBase64(new TextEncoder().encode(fields.name));
      const answers = fields.answers.map(([index, ids]) => index + ids).join("");
      // decoded and encoded again, so that stray bits in their last characters are not canonical
      const [edition, nonce] = [fields.edition, fields.nonce].map((text) => toBase64(fromBase64(text)));
      return ["1", edition, fields.finished.toString(36), nonce, fields.session, name, answers].join(".");
    },

    /** @param {string} payload @returns { {reason: string, fields: Fields|null} } reason "" when it can be read */
    decode(payload) {
      const parts = payload.split(".");
      if (/^[0-9]+\../.test(payload) && parts[0] !== "1") return { reason: "unknown-version", fields: null };
      if (parts[0] !== "1" || parts.length !== 7) return { reason: "malformed", fields: null };
      const result = read(parts);
      const canonical = !result.fields || record.encode(result.fields) === payload;
      return canonical ? result : { reason: "not-canonical", fields: null };
    },

    /**
     * @param {string} name as it stands in a record
     * @param { {ranges: number[][]} } alphabet `ktc.trust.names`
     * @returns {string} reason code, "" when the name may stand on a certificate
     */
    nameProblem(name, alphabet) {
      const codes = codePoints(name);
      const visible = name.replace(JOINED, "$1");
      const known = (/** @type {number} */ code) => alphabet.ranges.some(([first, last]) => first <= code && code <= last);
      return (
        codes.length > 80 ? "name-too-long"
        : /[\0-\x1f\x7f-\x9f]/.test(name) ? "name-control"
        : codes.some(isNoncharacter) ? "name-noncharacter"
        : /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name) ? "name-bidi"
        : HIDDEN.test(visible) ? "name-zero-width"
        : /^\s|\s$|\s\s|[^\S ]/.test(name) ? "name-space"
        : !codePoints(visible).every(known) ? "name-alphabet"
        : name.normalize("NFC") !== name ? "name-not-nfc"
        : ""
      );
    },

    /**
     * What a person typed, put in order: NFC, single spaces, none at the ends. Nothing else is removed in silence.
     * @param {string} typed
     * @param { {ranges: number[][]} } alphabet
     * @returns { {name: string, problem: string} } problem: a reason code, or ""
     */
    cleanName(typed, alphabet) {
      const name = typed.normalize("NFC").replace(/\s+/g, " ").trim();
      return { name, problem: record.nameProblem(name, alphabet) };
    },
  });
})();
