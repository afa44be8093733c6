// @ts-check
// Runs in the head, before the first paint: the reader's light or dark, one choice for the whole site, and
// header menus that close again. It stands alone: base.js comes at the end of the page.
(function () {
  "use strict";

  const page = document.documentElement;
  const root = document.querySelector('meta[name="ktc-root"]');
  const key = "ktc:" + new URL((root ? root.getAttribute("content") : ".") + "/", location.href).pathname + ":scheme";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  /** What the reader chose here earlier; storage may be refused. @returns {string|null} */
  function chosen() {
    try {
      return JSON.parse(localStorage.getItem(key) || "null");
    } catch (refused) {
      return null;
    }
  }

  function show() {
    page.dataset.mdColorScheme = chosen() || (dark.matches ? "slate" : "default");
  }

  function change() {
    page.dataset.mdColorScheme = page.dataset.mdColorScheme === "slate" ? "default" : "slate";
    try {
      localStorage.setItem(key, JSON.stringify(page.dataset.mdColorScheme));
    } catch (refused) {
      return; // the choice then holds for this page only
    }
  }

  /** Closes open header menus, except the one that holds `inside`. @param {Node} [inside] */
  function close(inside) {
    document.querySelectorAll(".ktc-menu[open]").forEach((menu) => {
      if (!inside || !menu.contains(inside)) menu.removeAttribute("open");
    });
  }

  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest(".ktc-scheme")) change();
    close(target);
  });
  document.addEventListener("keydown", (event) => {
    /** @type {HTMLElement|null} */
    const opener = event.key === "Escape" ? document.querySelector(".ktc-menu[open] > summary") : null;
    if (!opener) return;
    close();
    opener.focus();
  });
  if (dark.addEventListener) dark.addEventListener("change", show);
  show();
})();
