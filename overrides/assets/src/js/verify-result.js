// @ts-check
// How verdicts are shown: one as a card with every field and step, many as a table and as rows for a CSV file.
(function () {
  "use strict";

  const ktc = window.ktc;
  const el = ktc.el;
  const { badge, code, day, explanation, fields, name, nameLabel, score, signer, step, typed } = ktc.verifyParts;

  /**
   * @typedef { {text: string, file: string, result: any, again?: {same: boolean, n: number}} } Item text: the candidate;
   *   file: "" when pasted; again: how it repeats the item with the running number n
   */

  /** What stands behind #r= in a link, or the payload itself. @param {string} text */
  const payloadOf = (text) => text.trim().replace(/^[^]*?#r=/, "");

  /** @param {Item} item @returns {Element} */
  function card({ text, file, result }) {
    const shown = result.certificate;
    const steps = el("details", { open: !["self-recorded", "valid"].includes(result.verdict) },
      el("summary", {}, ktc.word("verify.steps")), el("ol", { class: "ktc-steps" }, ...result.checks.map(step)));
    return el("div", { class: "ktc-card ktc-verify__card ktc-verify__card--" + result.verdict },
      badge(result, "p"), ...explanation(result, text), shown ? fields(result, file) : "", steps,
      shown && shown.passed && result.verdict !== "invalid" ? el("p", {}, sheetLink(text)) : "");
  }

  /** @param {string} text of a record that was accepted: a link or a payload */
  function sheetLink(text) {
    return el("a", { class: "ktc-button ktc-button--quiet", href: ktc.certificate.href(payloadOf(text)) }, ktc.word("cert.open"));
  }

  /** What makes it one of its kind, and all that it says. @param {Item} item @returns {[string, string]} */
  function identity({ text, result }) {
    if (result.certificate.level === "section") return [result.certificate.id, JSON.stringify(result.certificate)];
    const payload = payloadOf(text);
    return [payload.split(".")[3], payload];
  }

  /**
   * Notes on an item whether it repeats an earlier one. Every record has a random part of its own and every certificate
   * a number, so one that shares it is the same once more, or a changed copy.
   * @param {Item} item
   * @param {number} n its running number
   * @param {Map<string, {n: number, whole: string}[]>} seen earlier ones, by random part
   */
  function compare(item, n, seen) {
    if (!item.result.certificate) return;
    const [one, whole] = identity(item);
    const earlier = seen.get(one) || [];
    const same = earlier.find((other) => other.whole === whole);
    if (earlier.length) item.again = { same: Boolean(same), n: (same || earlier[0]).n };
    if (!same) earlier.push({ n, whole });
    seen.set(one, earlier);
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
      verdict: [badge(result, "span"), again && el("strong", { class: "ktc-below" }, again),
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
    const shown = item.result.certificate;
    const label = (/** @type {string} */ column) => (column === "name" && shown && shown.level === "section" ? nameLabel(shown) : column);
    return el("tr", { role: "row" }, ...COLUMNS.map((column) =>
      el("td", { role: "cell", "data-label": ktc.word("verify.col_" + label(column)), "data-empty": !parts[column] },
        el("div", {}, ...(parts[column] || [])))));
  }

  /** Where a section vouches for a name, not all were only typed. @param {Item[]} items */
  const columnNames = (items) =>
    COLUMNS.map((column) => (column === "name" && items.some(({ result }) => signer(result)) ? "nameless" : column));

  /** @param {Element[]} rows @param {Item[]} items */
  function table(rows, items) {
    const heads = columnNames(items).map((column) =>
      el("th", { role: "columnheader", scope: "col" }, ktc.word("verify.col_" + column)));
    return el("table", { role: "table", class: "ktc-verify__table" },
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)),
      el("tbody", { role: "rowgroup" }, ...rows));
  }

  /** @param {Item[]} items */
  function summary(items) {
    const first = items.filter((item) => !item.again);
    const count = (/** @type {string} */ verdict) => first.filter((item) => item.result.verdict === verdict).length;
    const more = (/** @type {string} */ label, /** @type {number} */ n) => (n ? [ktc.word("verify.summary_" + label, { n })] : []);
    const repeats = (/** @type {boolean} */ same) => items.filter(({ again }) => again && again.same === same).length;
    const said = [ktc.word("verify.summary", { accepted: count("self-recorded"), invalid: count("invalid"), undecided: count("undecided") })];
    said.push(...more("valid", count("valid")), ...more("not_run", count("could-not-run")));
    said.push(...more("same", repeats(true)), ...more("changed", repeats(false)));
    return said.join(" ");
  }

  /** For counting and sorting: the verdict as in verify.py, dates as in ISO 8601. @param {Item} item @param {number} index */
  function record(item, index) {
    const { text, file, result } = item;
    const shown = result.certificate || { name: "", title: "", right: null, finished: "", session: "", edition: "" };
    const reason = result.reason && ktc.certificate.reason(result.reason);
    return [String(index + 1), result.verdict, reason, repeat(item), shown.name, shown.title,
      shown.right === null ? "" : shown.right + "/" + shown.drawn, shown.finished, shown.session, shown.edition, file,
      signer(result), text.slice(0, 500)];
  }

  /** @param {Item[]} items @returns {string[][]} */
  function records(items) {
    const names = ["number", "verdict", "reason", "repeat", "name", "title", "score", "finished", "session", "edition", "file",
      "sheet.signed_by", "link"];
    return [names.map((label) => ktc.word(label.includes(".") ? label : "verify.col_" + label))].concat(items.map(record));
  }

  ktc.verifyResult = { card, compare, row, table, summary, records };
})();
