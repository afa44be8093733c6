// The QR code on the sheet of a record, for the camera of a trainer's phone; its library is loaded on this page alone.
// @ts-check
(function () {
  "use strict";

  const ktc = window.ktc;

  const SVG = "http://www.w3.org/2000/svg";

  /** A square for each run of dark modules in a row. @param {boolean[]} row @param {number} y */
  const runs = (row, y) =>
    row.map((dark, x) => {
      if (!dark || row[x - 1]) return "";
      const end = row.indexOf(false, x);
      return "M" + x + " " + y + "h" + ((end < 0 ? row.length : end) - x) + "v1H" + x + "z";
    }).join("");

  /** @param {boolean[][]} rows dark and light modules, the light margin among them */
  function drawing(rows) {
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 " + rows.length + " " + rows.length);
    svg.setAttribute("shape-rendering", "crispEdges");
    path.setAttribute("d", rows.map(runs).join(""));
    svg.append(path);
    return svg;
  }

  /** Where the library is missing there is no code, and the sheet is good without. @param {HTMLElement} box @param {string} src @param {string} text */
  ktc.drawQr = function (box, src, text) {
    box.hidden = true;
    box.dataset.text = text;
    return ktc.load(src, () => ktc.qrcode).then(() => {
      if (box.dataset.text !== text) return; // the address has changed meanwhile
      const place = /** @type {Element} */ (box.lastElementChild);
      place.textContent = "";
      place.append(drawing(ktc.qrcode(text)));
      box.hidden = false;
    }).catch(() => {});
  };
})();
