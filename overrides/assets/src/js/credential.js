// Twin of certificates/verify.py (decode_credential, decode_short): the values in a signed certificate, or why it has none.
// @ts-check
(function () {
  "use strict";

  const ktc = window.ktc;
  const { CONTEXTS, SHAPES, canonical, kindOf, fill, match } = ktc.shapes;
  const { base58, unbase58, moment, formProblem } = ktc.forms;
  const { toBase64, fromBase64, readName } = ktc.record;

  /** @typedef { {reason: string, values?: Object<string, string>} } Decoded values only when the reason is "" */

  /** Opening brackets and braces in a JSON text; ours have fewer than 30. */
  const BRACKETS = 64;

  /** @param {string} text */
  const utf8 = (text) => new TextEncoder().encode(text);

  /** @param {Uint8Array} bytes */
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

  /** @param {string} digits 32 of them */
  const uuid = (digits) => "urn:uuid:" + digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

  /** A UUID of version 8 (RFC 9562, B.2): the first 16 bytes of SHA-256, with six bits replaced. @param {string} text @param {any} means */
  async function uuid8(text, means) {
    const bytes = (await means.sha256(utf8(text))).slice(0, 16);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return uuid(hex(bytes));
  }

  /** Without a name, the subject has an id, made from that of the certificate. @param {any} values @param {any} means */
  const complete = async (values, means) =>
    kindOf(values) === "nameless" ? Object.assign({}, values, { subject: await uuid8(values.id, means) }) : values;

  /** Every text in parsed JSON. @param {any} value @param { {names: number, texts: string[]} } [found] names: members in it */
  function texts(value, found = { names: 0, texts: [] }) {
    if (typeof value === "string") found.texts.push(value);
    else if (value && typeof value === "object") {
      const names = Array.isArray(value) ? [] : Object.keys(value);
      found.names += names.length;
      found.texts.push(...names);
      Object.keys(value).forEach((name) => texts(value[name], found));
    }
    return found;
  }

  const STRING = /"(?:[^"\\]|\\[^])*"(\s*:)?/g;

  /** JSON without numbers, repeated members, lone surrogates. @param {string} text @returns { {reason: string, value?: any} } */
  function strictJson(text) {
    if ((text.match(/[[{]/g) || []).length > BRACKETS) return { reason: "json-too-deep" };
    let value;
    try {
      value = JSON.parse(text);
    } catch (damaged) {
      return { reason: "bad-json" };
    }
    const found = texts(value);
    const written = (text.match(STRING) || []).filter((string) => string.endsWith(":")).length;
    const reason =
      written > found.names ? "json-duplicate-key"
      : /[0-9]/.test(text.replace(STRING, "")) ? "json-number"
      : found.texts.some((one) => /[\ud800-\udfff]/u.test(one)) ? "json-surrogate"
      : "";
    return { reason, value };
  }

  /** @param {any} given @param {string[]} kinds that it may be @param {any} means null where subjects cannot be compared @returns {Promise<Decoded>} */
  async function readValues(given, kinds, means) {
    const { proof, ...rest } = given;
    const [body, proofs] = [canonical(rest), canonical(proof)];
    const kind = kinds[kinds.length > 1 && !body.includes('"identityHash":') ? 1 : 0];
    /** @type {Object<string, string>} */
    const values = {};
    if (!match(SHAPES[kind].body, body, values)) return { reason: "not-canonical" };
    if (!match(SHAPES[kind].proofs, proofs, values)) return { reason: "bad-proof" };
    values.name = values.name || "";
    const wrong = formProblem(values);
    if (wrong) return { reason: wrong };
    const whole = means ? await complete(values, means) : values;
    const same = kind === kindOf(values) && whole.subject === values.subject;
    return same ? { reason: "", values } : { reason: "not-canonical" };
  }

  /**
   * @param {string} text JSON
   * @param {any} means
   * @param {string[]} [kinds] "named" and "nameless" for a certificate, "list" for a status list
   * @returns {Promise<Decoded>}
   */
  async function decode(text, means, kinds = ["named", "nameless"]) {
    const { reason, value } = strictJson(text);
    if (reason) return { reason };
    const has = (/** @type {string} */ name) => Object.prototype.hasOwnProperty.call(value, name);
    if (!["@context", "credentialSubject", "proof"].every(has)) return { reason: "not-a-certificate" };
    const contexts = kinds[0] === "list" ? CONTEXTS.slice(0, 1) : CONTEXTS;
    if (canonical(value["@context"]) !== canonical(contexts)) return { reason: "bad-context" };
    return readValues(value, kinds, means);
  }

  const SHORT = new RegExp(
    "^1\\.([\\w-]{12})\\.([\\w-]{22})\\.([\\w-]*)\\.([0-9a-z]{1,8})\\.([0-9a-z]{1,8})\\.([0-9a-z]{1,8})" +
    "\\.(\\d{1,6})\\.([\\w-]{86})\\.([\\w-]{86})$");

  /** @param {string} template @param {any} values */
  function encodeShort(template, values) {
    const id = fromHex(values.id.slice(9).replace(/-/g, ""));
    const times = ["signed", "done", "until"].map((part) => (Date.parse(values[part]) / 1000).toString(36));
    const proofs = ["rdfc", "jcs"].map((part) => toBase64(unbase58(values[part])));
    return ["1", template, toBase64(id), toBase64(utf8(values.name)), ...times, values.index, ...proofs].join(".");
  }

  /** @param {string} digits */
  const fromHex = (digits) => Uint8Array.from((digits.match(/../g) || []).map((pair) => parseInt(pair, 16)));

  /** @param {string} payload what follows #c= in a QR code @param {any} templates of the trust list @returns {Decoded} */
  function decodeShort(payload, templates) {
    if (/^(?!1\.)[0-9]+\./.test(payload)) return { reason: "unknown-version" };
    const parts = SHORT.exec(payload);
    if (!parts) return { reason: "malformed" };
    const [, template, id, encodedName, signed, done, until, index, rdfc, jcs] = parts;
    if (!Object.prototype.hasOwnProperty.call(templates, template)) return { reason: "unknown-template" };
    const name = readName(encodedName);
    if (name === null) return { reason: "bad-name-encoding" };
    const time = (/** @type {string} */ text) => moment(parseInt(text, 36));
    const values = Object.assign({}, templates[template], {
      id: uuid(hex(fromBase64(id))), name, index, signed: time(signed), done: time(done), until: time(until),
      rdfc: base58(fromBase64(rdfc)), jcs: base58(fromBase64(jcs)),
    });
    const wrong = formProblem(values);
    if (wrong) return { reason: wrong };
    return encodeShort(template, values) === payload ? { reason: "", values } : { reason: "not-canonical" };
  }

  /** What the second proof signs (vc-di-eddsa, 3.3): hashes of its options and of the body. @param {any} values @param {any} means */
  async function signedBytes(values, means) {
    const whole = await complete(values, means);
    const { body, options } = SHAPES[kindOf(values)];
    const hashes = [await means.sha256(utf8(fill(options, whole))), await means.sha256(utf8(fill(body, whole)))];
    return Uint8Array.from([...hashes[0], ...hashes[1]]);
  }

  ktc.credential = { decode, decodeShort, signedBytes };
})();
