// The parts of a verdict: badge, explanation, fields, steps. Whatever a certificate says goes in as text, never as
// markup; names and codes stand apart from the direction around them.
// @ts-check
(function () {
  "use strict";

  const ktc = window.ktc;
  const el = ktc.el;

  /** Verdict, field or step in the keys of words: self-recorded is self_recorded. @param {string} code */
  const key = (code) => code.replace(/-/g, "_");

  /** @param {string} text */
  const typed = (text) => el("bdi", { dir: "auto" }, text);

  /** @param {string} text */
  const code = (text) => el("bdi", { dir: "ltr", class: "ktc-code" }, text);

  /** @param {string} name of a verdict or of a step's result */
  function icon(name) {
    const box = /** @type {HTMLTemplateElement} */ (document.querySelector("template[data-verify-icons]"));
    return document.importNode(/** @type {Node} */ (box.content.querySelector('[data-icon="' + name + '"]')), true);
  }

  /** Icon and word, so that colour alone says nothing. @param {any} result of ktc.verdict @param {string} tag */
  function badge({ verdict, certificate }, tag) {
    const said = ktc.word("verify.verdict_" + key(verdict), { issuer: certificate && isolated(certificate.issuer) });
    return el(tag, { class: "ktc-verdict ktc-verdict--" + verdict, "data-verdict": verdict }, icon(verdict), el("span", {}, said));
  }

  /** A name in the middle of a sentence, whatever its direction. @param {string|undefined} text */
  const isolated = (text) => "\u2068" + (text || "") + "\u2069";

  /** @param {any} shown a certificate of a verdict @returns {string} */
  const score = (shown) => (shown.right === null ? "" : ktc.word("verify.score", { right: shown.right, n: shown.drawn }));

  /** @param {any} shown @returns {string} */
  const day = (shown) => ktc.date(Date.parse(shown.finished) / 1000);

  /** @param {any} shown */
  const name = (shown) => (shown.name ? typed(shown.name) : ktc.word("cert.name_withheld"));

  /** Label and value; nothing without a value. The labels are the words verify.col_... @param {string} label @param {Node|string} value */
  const field = (label, value) =>
    value ? el("div", {}, el("dt", {}, ktc.word(label.includes(".") ? label : "verify.col_" + label)), el("dd", {}, value)) : "";

  /** Whether the signature was found good: only then is anyone named as the one who signed. @param {any} result */
  const isProven = ({ checks }) =>
    ["key", "signature"].every((step) => checks.find((/** @type {any} */ check) => check.id === step).result === "pass");

  /** Who signed, if that is shown. @param {any} result @returns {string} */
  const signer = (result) => (result.certificate && result.certificate.issuer && isProven(result) ? result.certificate.issuer : "");

  /** What only signed certificates have. @param {any} result */
  function signedFields(result) {
    const shown = result.certificate;
    if (shown.level !== "section") return [];
    return [
      field("sheet.signed_by", signer(result) && typed(shown.issuer)),
      field("sheet.signed_on", ktc.date(Date.parse(shown.signed) / 1000)),
      field("sheet.good_until", ktc.date(Date.parse(shown.until) / 1000)),
      field("sheet.number", code(shown.id.replace("urn:uuid:", ""))),
    ];
  }

  /** The label of a name: one that was typed, or one that a section vouches for. @param {any} shown */
  const nameLabel = (shown) => (shown.name && shown.level !== "section" ? "name" : "nameless");

  /** Every field of a record or a certificate. @param {any} result @param {string} file */
  function fields(result, file) {
    const shown = result.certificate;
    const time = shown.finished.slice(11, 16) + " UTC";
    return el("dl", { class: "ktc-fields" },
      field(nameLabel(shown), name(shown)),
      field("title", shown.title && typed(shown.title)),
      field("score", score(shown)),
      field("finished", day(shown)),
      field("time", el("bdi", { dir: "ltr" }, time)),
      ...signedFields(result),
      field("session", shown.session && code(shown.session)),
      field("edition", code(shown.edition)),
      field("file", file && typed(file)));
  }

  /** @param {any} check */
  function step(check) {
    const reason = check.detail ? el("p", { class: "ktc-small" }, ktc.certificate.reason(check.detail)) : "";
    const result = el("span", { class: "ktc-step ktc-step--" + check.result }, icon(check.result), ktc.word("step_result." + check.result));
    return el("li", {}, el("span", {}, ktc.word("step." + check.id)), " ", result, reason);
  }

  /** @param {any} result of ktc.verdict @param {string} text that was checked */
  function explanation(result, text) {
    const kind = key(result.verdict) + (result.verdict === "invalid" && ktc.isSigned(text.trim()) ? "_signed" : "");
    const about = "verify.verdict_" + kind + "_about";
    const why = result.reason && [ktc.word("verify.why"), ktc.certificate.reason(result.reason)];
    const advice = [ktc.word("verify.what_to_do"), ktc.word("verify.do_" + kind)];
    const lines = [why, advice].filter(Boolean).map(([label, text]) => el("p", {}, el("strong", {}, label + ": "), text));
    const named = result.verdict === "self-recorded" && result.certificate.name ? " " + ktc.word("verify.name_unchecked") : "";
    return [el("p", {}, ktc.word(about) + named), ...lines];
  }

  ktc.verifyParts = { badge, code, day, explanation, fields, name, nameLabel, score, signer, step, typed };
})();
