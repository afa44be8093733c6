// @ts-check
// A table as a CSV file that spreadsheets open as text, never as formulas (RFC 4180, with a byte order mark for Excel).
(function () {
  "use strict";

  const ktc = window.ktc;

  /**
   * What a spreadsheet takes for a formula at the start of a cell; some split cells at semicolons, so there too.
   * An apostrophe in front makes it text.
   */
  const FORMULA = /(^|[;\t\r\n])(?=[=+\-@\t\r＝＋－＠])/g;

  /** @param {string} text */
  const cell = (text) => '"' + text.replace(FORMULA, "$1'").replace(/"/g, '""') + '"';

  /** @param {string[][]} rows @returns {string} */
  ktc.csv = (rows) => "\ufeff" + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
})();
