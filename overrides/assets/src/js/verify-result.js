// @ts-check
// How a verdict is shown: one as a card with every field and step, many as a table and as rows for a CSV file.
// Whatever a record says goes in as text, never as markup; names and codes stand apart from the direction around them.
(function () {
  "use strict";

  const ktc = window.ktc;
  const el = ktc.el;

  /**
   * @typedef { {text: string, file: string, result: any, again?: {same: boolean, n: number}} } Item text: the candidate;
   *   file: "" when pasted; again: how it repeats the item with the running number n
   */

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

  /** Icon and word, so that colour alone says nothing. @param {string} verdict @param {string} tag */
  const badge = (verdict, tag) =>
    el(tag, { class: "ktc-verdict ktc-verdict--" + verdict, "data-verdict": verdict }, icon(verdict), el("span", {}, ktc.word("verify.verdict_" + key(verdict))));

  /** @param {any} shown a certificate of a verdict @returns {string} */
  const score = (shown) => (shown.right === null ? "" : ktc.word("verify.score", { right: shown.right, n: shown.drawn }));

  /** @param {any} shown @returns {string} */
  const day = (shown) => ktc.date(Date.parse(shown.finished) / 1000);

  /** @param {any} shown */
  const name = (shown) => (shown.name ? typed(shown.name) : ktc.word("cert.name_withheld"));

  /** What stands behind #r= in a link, or the payload itself. @param {string} text */
  const payloadOf = (text) => text.trim().replace(/^[^]*?#r=/, "");

  /** Label and value; nothing without a value. The labels are the words verify.col_... @param {string} label @param {Node|string} value */
  const field = (label, value) =>
    value ? el("div", {}, el("dt", {}, ktc.word("verify.col_" + label)), el("dd", {}, value)) : "";

  /** Every field of a record. @param {any} shown certificate of a verdict @param {string} file */
  function fields(shown, file) {
    const time = shown.finished.slice(11, 16) + " UTC";
    return el("dl", { class: "ktc-fields" },
      field(shown.name ? "name" : "nameless", name(shown)),
      field("title", shown.title && typed(shown.title)),
      field("score", score(shown)),
      field("finished", day(shown)),
      field("time", el("bdi", { dir: "ltr" }, time)),
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

  /** @param {any} result of ktc.verdict */
  function explanation(result) {
    const about = "verify.verdict_" + key(result.verdict) + "_about";
    const why = result.reason && [ktc.word("verify.why"), ktc.certificate.reason(result.reason)];
    const advice = [ktc.word("verify.what_to_do"), ktc.word("verify.do_" + key(result.verdict))];
    const lines = [why, advice].filter(Boolean).map(([label, text]) => el("p", {}, el("strong", {}, label + ": "), text));
    const named = result.verdict === "self-recorded" && result.certificate.name ? " " + ktc.word("verify.name_unchecked") : "";
    return [el("p", {}, ktc.word(about) + named), ...lines];
  }

  /** @param {Item} item @returns {Element} */
  function card({ text, file, result }) {
    const shown = result.certificate;
    const steps = el("details", { open: result.verdict !== "self-recorded" },
      el("summary", {}, ktc.word("verify.steps")), el("ol", { class: "ktc-steps" }, ...result.checks.map(step)));
    return el("div", { class: "ktc-card ktc-verify__card ktc-verify__card--" + result.verdict },
      badge(result.verdict, "p"), ...explanation(result), shown ? fields(shown, file) : "", steps,
      shown && shown.passed && result.verdict !== "invalid" ? el("p", {}, sheetLink(text)) : "");
  }

  /** @param {string} text of a record that was accepted: a link or a payload */
  function sheetLink(text) {
    return el("a", { class: "ktc-button ktc-button--quiet", href: ktc.certificate.href(payloadOf(text)) }, ktc.word("cert.open"));
  }

  /**
   * Notes on an item whether it repeats an earlier one. Every record has a random part of its own, so one that shares
   * it is the same record once more, or a changed copy.
   * @param {Item} item
   * @param {number} n its running number
   * @param {Map<string, {n: number, payload: string}[]>} seen earlier ones, by random part
   */
  function compare(item, n, seen) {
    if (!item.result.certificate) return;
    const payload = payloadOf(item.text);
    const nonce = payload.split(".")[3];
    const earlier = seen.get(nonce) || [];
    const same = earlier.find((one) => one.payload === payload);
    if (earlier.length) item.again = { same: Boolean(same), n: (same || earlier[0]).n };
    if (!same) earlier.push({ n, payload });
    seen.set(nonce, earlier);
  }

  /** @param {Item} item @returns {string} "" when it repeats nothing */
  const repeat = ({ again }) => (again ? ktc.word(again.same ? "verify.same_as" : "verify.changed_from", again) : "");

  const COLUMNS = ["number", "verdict", "name", "title", "finished", "session"];

  /** What stands below the main thing of a cell. @param {string} text @param {string} [label] */
  const below = (text, label) => (text ? el("span", { class: "ktc-below" }, label ? ktc.word("verify.col_" + label) + ": " : "", text) : "");

  /** The parts of each cell, by column. @param {Item} item @param {number} index @returns {Object<string, any[]>} */
  function cells(item, index) {
    const { result, file } = item;
    const shown = result.certificate;
    const again = repeat(item);
    const first = {
      number: [ktc.number(index + 1)],
      verdict: [badge(result.verdict, "span"), again && el("strong", { class: "ktc-below" }, again),
        below(result.reason && ktc.certificate.reason(result.reason)), below(file, "file")],
    };
    return shown ? Object.assign(first, {
      name: [name(shown)],
      title: [typed(shown.title), below(score(shown), "score")],
      finished: [day(shown)],
      session: shown.session && [code(shown.session)],
    }) : first;
  }

  /** Cells are named too, since a phone shows each row as a card. @param {Item} item @param {number} index @returns {Element} */
  function row(item, index) {
    const parts = cells(item, index);
    return el("tr", { role: "row" }, ...COLUMNS.map((column) =>
      el("td", { role: "cell", "data-label": ktc.word("verify.col_" + column), "data-empty": !parts[column] },
        el("div", {}, ...(parts[column] || [])))));
  }

  /** @param {Element[]} rows */
  function table(rows) {
    const heads = COLUMNS.map((column) => el("th", { role: "columnheader", scope: "col" }, ktc.word("verify.col_" + column)));
    return el("table", { role: "table", class: "ktc-verify__table" },
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)),
      el("tbody", { role: "rowgroup" }, ...rows));
  }

  /** @param {Item[]} items */
  function summary(items) {
    const first = items.filter((item) => !item.again);
    const count = (/** @type {string} */ verdict) => first.filter((item) => item.result.verdict === verdict).length;
    const said = [ktc.word("verify.summary", { accepted: count("self-recorded"), invalid: count("invalid"), undecided: count("undecided") })];
    [true, false].forEach((same) => {
      const n = items.filter(({ again }) => again && again.same === same).length;
      if (n) said.push(ktc.word(same ? "verify.summary_same" : "verify.summary_changed", { n }));
    });
    return said.join(" ");
  }

  /** For counting and sorting: the verdict as in verify.py, dates as in ISO 8601. @param {Item} item @param {number} index */
  function record(item, index) {
    const { text, file, result } = item;
    const shown = result.certificate || { name: "", title: "", right: null, finished: "", session: "", edition: "" };
    const reason = result.reason && ktc.certificate.reason(result.reason);
    return [String(index + 1), result.verdict, reason, repeat(item), shown.name, shown.title,
      shown.right === null ? "" : shown.right + "/" + shown.drawn, shown.finished, shown.session, shown.edition, file, text.slice(0, 500)];
  }

  /** @param {Item[]} items @returns {string[][]} */
  function records(items) {
    const names = ["number", "verdict", "reason", "repeat", "name", "title", "score", "finished", "session", "edition", "file", "link"];
    return [names.map((label) => ktc.word("verify.col_" + label))].concat(items.map(record));
  }

  ktc.verifyResult = { card, compare, row, table, summary, records };
})();
