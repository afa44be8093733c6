// Twin of certificates/verify.py (check_signed): the steps of a section certificate. Issuers, keys and status lists are
// those of the trust list; nothing that the certificate names is fetched.
// @ts-check
(function () {
  "use strict";

  const ktc = window.ktc;
  const { unbase58, moment } = ktc.forms;

  const LIST_BYTES = 16384;

  /** @param {any} object @param {string} name */
  const own = (object, name) => (object && Object.prototype.hasOwnProperty.call(object, name) ? object[name] : null);

  /** The second proof, by the key that it names, which keyProblem judges. @param {any} values @param {any} means */
  async function signatureProblem(values, means) {
    if (!means) return "no-cryptography";
    const message = await ktc.credential.signedBytes(values, means);
    const key = unbase58(values.key).slice(2);
    return (await fits(means, unbase58(values.jcs), message, key)) ? "" : "signature-wrong";
  }

  /** @param {any} means @param {...Uint8Array} given */
  async function fits(means, ...given) {
    try {
      return (await means.verify(...given)) === true;
    } catch (refused) {
      return false;
    }
  }

  /** Whether it is the issuer's, has not leaked, and was in use at that time. @param {any} issuer @param {string} key @param {string} signed */
  function keyProblem(issuer, key, signed) {
    const life = issuer.keys.find((/** @type {any} */ one) => one.multibase === key);
    if (!life) return "unknown-key";
    if (life.compromised) return "key-compromised";
    return life.from <= signed && signed <= (life.until || "9999") ? "" : "key-outside-life";
  }

  /** @param {any} values @param {number} now */
  function dateProblem(values, now) {
    if (values.done > values.signed || values.signed >= values.until) return "date-order";
    if (values.signed > moment(now + ktc.CLOCK_SLACK)) return "date-future";
    return values.until < moment(now) ? "expired" : "";
  }

  /** @param {string} text @param {any} means @returns {Promise<{reason: string, values?: any, bits?: Uint8Array}>} */
  async function readList(text, means) {
    const { reason, values } = await ktc.credential.decode(text, means, ["list"]);
    if (reason) return { reason: "status-damaged" };
    const packed = ktc.record.fromBase64(values.list.slice(1));
    const bits = await means.gunzip(packed, LIST_BYTES);
    return { reason: bits.length === LIST_BYTES ? await signatureProblem(values, means) : "status-damaged", values, bits };
  }

  /** Lists that were read already, by the means and by their text: many certificates share one. */
  const lists = new WeakMap();

  /** @param {string} text @param {any} means */
  function listOf(text, means) {
    const known = lists.get(means) || new Map();
    lists.set(means, known);
    if (!known.has(text)) known.set(text, readList(text, means).catch(() => ({ reason: "status-damaged" })));
    return known.get(text);
  }

  /** Whether the list says revoked; one that is out of date may still say so, but not the contrary. @param {any} values @param {any} issuer @param {any} trust @param {number} now @param {any} means */
  async function statusProblem(values, issuer, trust, now, means) {
    if (!issuer.status.includes(values.status)) return "status-address";
    const text = own(trust.status, values.status);
    if (text === null) return "status-missing";
    if (!means) return "no-cryptography";
    const list = await listOf(text, means);
    const theirs = !list.reason && list.values.status === values.status && list.values.issuer === values.issuer;
    if (!theirs || keyProblem(issuer, list.values.key, list.values.signed)) return "status-damaged";
    const index = Number(values.index);
    if ((list.bits[index >> 3] >> (7 - (index % 8))) & 1) return "revoked";
    return list.values.signed <= moment(now + ktc.CLOCK_SLACK) && moment(now) <= list.values.until ? "" : "status-stale";
  }

  /** What a reader is shown; the issuer by its name on the trust list, never by that in the file. @param {any} values @param {any} issuer @param {any} trust @param {string} lang */
  function describe(values, issuer, trust, lang) {
    const edition = own(trust.editions, values.edition) || { key: { quiz: "" }, title: {} };
    return {
      level: "section", quiz: edition.key.quiz, title: edition.title[lang] || edition.title.en || values.title,
      edition: values.edition, finished: values.done, session: "", name: values.name,
      right: null, drawn: null, passed: null, issuer: issuer ? issuer.name : "",
      id: values.id, language: values.language, signed: values.signed, until: values.until,
    };
  }

  /** @param {any} values @param {any} issuer @param {any} trust @param {number} now @param {any} means */
  async function byIssuer(values, issuer, trust, now, means) {
    const key = keyProblem(issuer, values.key, values.signed);
    const signature = key === "unknown-key" ? {} : { signature: await signatureProblem(values, means) };
    return Object.assign({ key, status: await statusProblem(values, issuer, trust, now, means) }, signature);
  }

  /**
   * @param {string} text JSON, or a text with #c=
   * @param {any} trust `ktc.trust`, see trust.js
   * @param {number} now Unix seconds
   * @param {string} lang of the title
   * @param {any} means see crypto.js; null where this browser has none
   */
  ktc.checkSigned = async function (text, trust, now, lang, means) {
    const { reason, values } = text.startsWith("{")
      ? await ktc.credential.decode(text, means)
      : ktc.credential.decodeShort(text.slice(text.indexOf("#c=") + 3), trust.templates || {});
    if (reason) return ktc.conclude({ size: "", shape: reason }, null);
    const issuer = own(trust.issuers, values.issuer);
    const found = { size: "", shape: "", issuer: issuer ? "" : "unknown-issuer",
      dates: dateProblem(values, now), name: ktc.record.nameProblem(values.name, trust.names) };
    if (issuer) Object.assign(found, await byIssuer(values, issuer, trust, now, means));
    return ktc.conclude(found, describe(values, issuer, trust, lang));
  };
})();
