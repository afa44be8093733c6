// @ts-check
// The theme's search, held back until its field is first used, and working from a file too. The theme would
// load its worker and the index with every page; from a file, browsers start no workers at all.
(function () {
  "use strict";

  const ktc = window.ktc;
  const box = document.querySelector('[data-md-component="search"]');
  const form = box && box.querySelector("form");
  if (!box || !form) return;

  const Original = window.Worker;
  const own = /** @type {HTMLElement} */ (document.currentScript);
  const fromFile = location.protocol === "file:";
  const told = /** @type {HTMLElement} */ (box.querySelector(".md-search-result__meta"));

  /** What the theme takes for its worker. @type {any} */
  const face = document.createDocumentFragment();
  /** @param {any} data */
  const hear = (data) => face.dispatchEvent(new MessageEvent("message", { data }));
  let address = "";

  // @ts-ignore: looks like a worker to the theme, whose form has no name="search", so it loads no index itself
  window.Worker = function (src, options) {
    if (!/\/search\.\w+\.min\.js/.test(src)) return new Original(src, options);
    address = new URL(src, location.href).href;
    if (form.contains(document.activeElement)) begin();
    return face;
  };

  /** @returns {Promise<(data: any) => void>} what passes a message on */
  function worker() {
    const real = new Original(address);
    real.onmessage = (event) => hear(event.data);
    real.onerror = () => failed();
    return Promise.resolve((data) => real.postMessage(data));
  }

  /** The worker's script in a blank frame: "postMessage" there is all that it needs. */
  function frame() {
    return new Promise((resolve, reject) => {
      const blank = ktc.el("iframe", { hidden: true, title: form && form.query.getAttribute("aria-label") });
      blank.onload = () => {
        const inside = blank.contentWindow;
        inside.postMessage = hear;
        const script = inside.document.createElement("script");
        script.onload = () => resolve((/** @type {any} */ data) => inside.dispatchEvent(new MessageEvent("message", { data })));
        script.onerror = reject;
        script.src = address;
        inside.document.head.append(script);
      };
      document.body.append(blank);
    });
  }

  let begun = false;

  /** Loads index and worker; the theme sends what was typed as soon as the worker says that it is ready. */
  async function begin() {
    if (begun || !address) return;
    begun = true;
    try {
      await ktc.load(ktc.page("search/index.js"));
      face.postMessage = await (fromFile ? frame() : worker());
      face.postMessage({ type: 0, data: ktc.index });
    } catch (missing) {
      failed();
    }
  }

  function failed() {
    begun = false;
    told.textContent = /** @type {HTMLElement} */ (box).dataset.failed || "";
  }

  /** @type {Promise<any>|null} the theme's script, a third of a page, loaded when search is first used */
  let theme = null;

  function wake() {
    theme = theme || ktc.load(own.dataset.theme);
    return theme.then(begin, () => {
      theme = null;
      failed();
    });
  }

  // On a phone the field opens by a label; the theme would move the focus, but only once it is here.
  const toggle = document.getElementById("__search");
  if (toggle) {
    toggle.addEventListener("change", () => {
      if (!(/** @type {HTMLInputElement} */ (toggle).checked)) return;
      form.query.focus();
      wake();
    });
  }

  form.addEventListener("focusin", wake);
  form.addEventListener("input", async () => {
    await wake();
    form.query.dispatchEvent(new Event("keyup")); // all that the theme listens to; pasted and spoken words have none
  });
  form.addEventListener("submit", (event) => event.preventDefault());
})();
