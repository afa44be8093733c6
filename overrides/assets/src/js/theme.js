// @ts-check
// Runs in the head, before the first paint: the reader's light or dark, one choice for the whole site, and
// header menus that close again. It stands alone: base.js comes at the end of the page. Notices for whoever has no
// scripts ([data-without]) stay out of sight until every script has had its chance: one that works has hidden its own
// by then, and the notice of one that is missing or broken comes up.
(function () {
  "use strict";

  const page = document.documentElement;
  const root = document.querySelector('meta[name="ktc-root"]');
  const key = "ktc:" + new URL((root ? root.getAttribute("content") : ".") + "/", location.href).pathname + ":scheme";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  page.classList.replace("no-js", "js");
  page.classList.add("ktc-starting");
  window.addEventListener("load", () => page.classList.remove("ktc-starting"));

  /** What the reader chose here earlier; storage may be refused, or hold anything. @returns {string|undefined} */
  function chosen() {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || "null");
      return ["slate", "default"].find((scheme) => scheme === kept);
    } catch (refused) {
      return undefined;
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
