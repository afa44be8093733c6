// @ts-check
// Runs in the head, before the first paint: the reader's colour scheme, header menus that close again, and the
// globals that the theme's own script expects (guarded, because storage may be refused; one scope for the whole
// site, so that the choice holds in every language).
(function () {
  "use strict";
  var page = document.documentElement;
  var meta = document.querySelector('meta[name="ktc-root"]');
  var scope = new URL((meta ? meta.getAttribute("content") : ".") + "/", location.href);
  var key = "ktc:" + scope.pathname + ":scheme";

  /** @param {string} name @param {Storage} [store] */
  function read(name, store) {
    try {
      return JSON.parse((store || localStorage).getItem(name) || "null");
    } catch (refused) {
      return null;
    }
  }

  /** @param {string} name @param {unknown} value @param {Storage} [store] */
  function write(name, value, store) {
    try {
      (store || localStorage).setItem(name, JSON.stringify(value));
    } catch (refused) {
      return; // the choice then holds for this page only
    }
  }

  Object.assign(window, {
    __md_scope: scope,
    __md_hash: function (/** @type {string} */ text) { return text.length; },
    __md_get: function (/** @type {string} */ name) { return read(scope.pathname + "." + name); },
    __md_set: function (/** @type {string} */ name, /** @type {unknown} */ value) { write(scope.pathname + "." + name, value); }
  });

  var dark = matchMedia("(prefers-color-scheme: dark)");

  function show() {
    var wanted = read(key) || (dark.matches ? "slate" : "default");
    page.setAttribute("data-md-color-scheme", wanted);
  }

  function change() {
    var now = page.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
    write(key, now);
    page.setAttribute("data-md-color-scheme", now);
  }

  /** Closes every open header menu that the event did not happen in. @param {Node} [inside] */
  function close(inside) {
    document.querySelectorAll(".ktc-menu[open]").forEach(function (menu) {
      if (!inside || !menu.contains(inside)) menu.removeAttribute("open");
    });
  }

  document.addEventListener("click", function (event) {
    var target = /** @type {Element} */ (event.target);
    if (target.closest(".ktc-scheme")) change();
    close(target);
  });
  document.addEventListener("keydown", function (event) {
    var open = document.querySelector(".ktc-menu[open] > summary");
    if (event.key !== "Escape" || !(open instanceof HTMLElement)) return;
    close();
    open.focus();
  });
  if (dark.addEventListener) dark.addEventListener("change", show);
  show();
})();
