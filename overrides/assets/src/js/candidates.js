// Twin of certificates/verify.py (candidates): what a text or a file holds that can be checked, held together by
// tests/vectors/candidates.json.
// @ts-check
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /** Characters at the start of a file in which the certificate of a page to print stands. */
  const HEAD = 65536;

  /** A file that is JSON from its first character on, and the certificates in a page to print. */
  const DOCUMENT = /^\{[\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*["}]/;
  const EMBEDDED = /<script type="application\/ld\+json" id="ktc-certificate">([^]*?)<\/script>/g;

  const BEFORE = "<>()[]{}\"'«»“”‘’";
  const AFTER = BEFORE + ".,;:!?،؛؟";

  /** A loop, since a regular expression takes very long over a very long run of brackets. @param {string} token */
  function bare(token) {
    let [start, end] = [0, token.length];
    while (start < end && BEFORE.includes(token[start])) start++;
    while (start < end && AFTER.includes(token[end - 1])) end--;
    return token.slice(start, end);
  }

  /** @param {string} text Arabic and Persian digits become 0-9 */
  const westernDigits = (text) =>
    text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));

  /** @param {string} text @returns {string[]} */
  function words(text) {
    return text
      .split(/\s+/)
      .map((token) => westernDigits(bare(token)))
      .filter((token) => /#[rc]=/.test(token) || ktc.looksLikePayload(token));
  }

  /** @param {string} page that begins as HTML does @returns {string[]} */
  const embedded = (page) => (page.slice(0, HEAD).match(EMBEDDED) || []).map((script) => script.replace(EMBEDDED, "$1"));

  /**
   * The certificates in a pasted text or a file, in order; the whole text when there are none. JSON is one; each in a
   * page to print is one; in other texts links and payloads are.
   * @param {string} text
   * @returns {string[]}
   */
  ktc.findCandidates = function (text) {
    const start = text.replace(/^\s+/, "");
    const whole = text.slice(0, ktc.MOST_BYTES + 1);
    if (DOCUMENT.test(start)) return [whole];
    const pages = start.startsWith("<") ? embedded(text) : [];
    const found = pages.length ? pages : words(text);
    return found.length ? found : [whole];
  };
})();
