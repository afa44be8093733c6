// Twin of certificates/verify.py (FORMS, base58, moment): the forms that the values of a signed certificate may have.
// @ts-check
(function () {
  "use strict";

  const ktc = window.ktc;

  const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const BIDI = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

  /** Long division: a number in digits of one base, in those of another; both with the highest first. @param {ArrayLike<number>} digits @param {number} from @param {number} to */
  function inBase(digits, from, to) {
    /** @type {number[]} the lowest first */
    const out = [];
    Array.from(digits).forEach((digit) => {
      let carry = digit;
      for (let n = 0; n < out.length || carry; n++) {
        carry += (out[n] || 0) * from;
        out[n] = carry % to;
        carry = Math.floor(carry / to);
      }
    });
    return out.reverse();
  }

  /** @param {ArrayLike<number>} digits */
  const zeros = (digits) => Array.from(digits).findIndex((digit) => digit !== 0);

  /** @param {ArrayLike<number>} digits @param {number} from @param {number} to @returns {number[]} with as many zeros in front */
  const rebase = (digits, from, to) => {
    const before = zeros(digits) < 0 ? digits.length : zeros(digits);
    return new Array(before).fill(0).concat(inBase(digits, from, to));
  };

  /** Multibase base58btc. @param {Uint8Array} bytes */
  const base58 = (bytes) => "z" + rebase(bytes, 256, 58).map((digit) => BASE58[digit]).join("");

  /** @param {string} text of the alphabet, after its z */
  const unbase58 = (text) => Uint8Array.from(rebase(text.slice(1).split("").map((letter) => BASE58.indexOf(letter)), 58, 256));

  /** YYYY-MM-DDThh:mm:ssZ, from 1970 to 9999. @param {number} seconds Unix time */
  const moment = (seconds) =>
    new Date(Math.min(Math.max(Math.floor(seconds), 0), ktc.record.LATEST) * 1000).toISOString().replace(".000", "");

  /** @param {string} text */
  const isTime = (text) => Date.parse(text) >= 0 && moment(Date.parse(text) / 1000) === text;

  const always = () => true;

  /** @type {[string, string, RegExp, (text: string) => boolean][]} values, reason, form, what else must hold; in the order of complaints */
  const FORMS = [
    ["issuer", "bad-issuer", /^did:web:[a-z0-9.-]+(%3A\d{1,5})?(:[\w.-]+)*$/, always],
    ["issuer_name title description", "bad-text",
      new RegExp("^[^\\0-\\x1f\\x7f-\\x9f\\u2028\\u2029" + BIDI + "]{1,500}$", "u"), always],
    ["key", "bad-key", new RegExp("^z6Mk[" + BASE58 + "]{44}$"), (key) => unbase58(key).length === 34],
    ["achievement criteria status", "bad-address", /^https:\/\/[\w.~:/?#@!$&'()*+,;=%-]{1,500}$/, always],
    ["language", "bad-language", /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, always],
    ["edition", "bad-edition", /^[\w-]{22}$/, always],
    ["id", "bad-id", /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, always],
    ["signed done until", "bad-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, isTime],
    ["index", "bad-index", /^(0|[1-9]\d{0,5})$/, (index) => Number(index) < 131072],
    ["list", "status-damaged", /^u[\w-]+$/, always],
    ["rdfc jcs", "bad-signature", new RegExp("^z[" + BASE58 + "]{64,88}$"), (proof) => unbase58(proof).length === 64],
  ];

  /** @param {Object<string, string>} values @returns {string} reason of the first value that does not have its form, or "" */
  function formProblem(values) {
    const wrong = FORMS.find(([parts, , form, holds]) =>
      parts.split(" ").some((part) => part in values && !(form.test(values[part]) && holds(values[part]))));
    return wrong ? wrong[1] : "";
  }

  ktc.forms = { base58, unbase58, moment, formProblem };
})();
