// Twin of certificates/verify.py (check): the same steps, reasons and fields for any text, held together by
// tests/vectors/verdicts.json. Signed certificates are checked by signed.js, which is loaded when there is one.
// @ts-check
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /**
   * @typedef { {id: string, result: string, detail: string} } Check result: pass, fail, unknown or skip; detail: a reason code
   * @typedef { {verdict: string, reason: string, checks: Check[], certificate: any} } Result
   * @typedef { {reason: string, payload: string} } Place
   */

  const STEPS = ["size", "shape", "issuer", "key", "signature", "grade", "dates", "status", "name"];
  const MOST_BYTES = 16384;

  /** Clocks of phones run ahead a little. Seconds. */
  const CLOCK_SLACK = 300;

  /** What this copy of the site cannot tell; every other reason is a fault. */
  const CANNOT_TELL = ["unknown-version", "unknown-template", "unknown-issuer", "no-cryptography", "unknown-edition",
    "date-future", "date-before-edition", "status-missing", "status-damaged", "status-stale"];

  /** @param {string} text */
  const looksLikePayload = (text) => /^[0-9]+\.(?:[^.]*\.){5}[^.]*$/.test(text);

  /** @param {string} text without white space around it */
  const isSigned = (text) => text.startsWith("{") || (text.includes("#c=") && !text.includes("#r="));

  /** @param {string} text without white space around it @returns {Place} */
  function locate(text) {
    const marker = text.indexOf("#r=");
    if (marker >= 0) return { reason: "", payload: text.slice(marker + 3) };
    return looksLikePayload(text) ? { reason: "", payload: text } : { reason: "not-a-certificate", payload: "" };
  }

  /** @param {string} text */
  function sizeProblem(text) {
    if (text.length > MOST_BYTES || new TextEncoder().encode(text).length > MOST_BYTES) return "too-large";
    return text.trim() ? "" : "empty";
  }

  /** @param {number} finished Unix seconds @param {any} edition @param {number} now */
  function dateProblem(finished, edition, now) {
    if (finished > now + CLOCK_SLACK) return "date-future";
    return edition && finished * 1000 < Date.parse(edition.published + "T00:00:00Z") ? "date-before-edition" : "";
  }

  /** What a record says, in the words of the result. @param {any} fields @param {any} edition @param {any} grade @param {string} lang */
  function describe(fields, edition, grade, lang) {
    return {
      level: "self-recorded",
      quiz: edition ? edition.key.quiz : "",
      title: edition ? edition.title[lang] || edition.title.en || "" : "",
      edition: fields.edition,
      finished: new Date(fields.finished * 1000).toISOString().replace(".000", ""),
      session: fields.session,
      name: fields.name,
      right: grade.right,
      drawn: grade.drawn,
      passed: grade.passed,
    };
  }

  /** The steps that need a readable record. @param {any} fields @param {any} trust @param {number} now @param {string} lang */
  function judge(fields, trust, now, lang) {
    const edition = Object.prototype.hasOwnProperty.call(trust.editions, fields.edition) ? trust.editions[fields.edition] : null;
    const grade = edition
      ? ktc.grade(edition.key, fields.answers)
      : { reason: "unknown-edition", right: null, drawn: null, passed: null };
    const date = dateProblem(fields.finished, edition, now);
    const found = { grade: grade.reason, name: ktc.record.nameProblem(fields.name, trust.names) };
    // without the edition there is no day of publication to compare with: then only a date in the future says something
    if (edition || date) Object.assign(found, { dates: date });
    return { found, certificate: describe(fields, edition, grade, lang) };
  }

  /** @param {Object<string, string>} found reason by step, "" for passed @param {any} certificate */
  function conclude(found, certificate) {
    const result = (/** @type {string} */ id) =>
      !(id in found) ? "skip" : !found[id] ? "pass" : CANNOT_TELL.includes(found[id]) ? "unknown" : "fail";
    const checks = STEPS.map((id) => ({ id, result: result(id), detail: found[id] || "" }));
    const failed = checks.find((check) => check.result === "fail");
    const decisive = failed || checks.find((check) => check.result === "unknown");
    const unable = !failed && checks.some((check) => check.detail === "no-cryptography");
    const accepted = certificate && certificate.level === "section" ? "valid" : "self-recorded";
    const verdict = failed ? "invalid" : unable ? "could-not-run" : decisive ? "undecided" : accepted;
    const reason = unable ? "no-cryptography" : decisive ? decisive.detail : "";
    return { verdict, reason, checks, certificate };
  }

  /**
   * Checks one link, payload or text: size, shape, grade, dates, name. The other steps are for signed certificates,
   * whose result is a promise: records get along without anything that a browser may lack.
   * @param {string} text
   * @param {any} trust `ktc.trust`, see trust.js
   * @param {number} now Unix seconds
   * @param {string} lang of the titles; English where a title is missing
   * @returns {Result|Promise<Result>}
   *   certificate is null when the text could not be read
   */
  ktc.verdict = function (text, trust, now, lang) {
    const size = sizeProblem(text);
    if (size) return conclude({ size }, null);
    if (isSigned(text.trim())) return ktc.signed(text.trim(), trust, now, lang);
    const place = locate(text.trim());
    const decoded = place.reason ? { reason: place.reason, fields: null } : ktc.record.decode(place.payload);
    if (!decoded.fields) return conclude({ size, shape: decoded.reason }, null);
    const { found, certificate } = judge(decoded.fields, trust, now, lang);
    return conclude(Object.assign({ size, shape: "" }, found), certificate);
  };

  Object.assign(ktc, { conclude, isSigned, looksLikePayload, MOST_BYTES, CLOCK_SLACK });
})();
