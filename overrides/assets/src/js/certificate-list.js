// @ts-check
// The certificates kept on this device: open one, or delete it after a question asked in place.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {any} one a kept record @param {any} trust @param {function(): void} changed */
  function entry(one, trust, changed) {
    const shown = ktc.certificate.check("#r=" + one.payload, trust).certificate || { finished: one.saved * 1000 };
    const date = ktc.date(new Date(shown.finished).getTime() / 1000);
    const title = ktc.el("a", { href: "#r=" + one.payload }, shown.title || ktc.word("cert.title"));
    const name = ktc.el("bdi", { dir: "auto" }, shown.name || ktc.word("cert.name_withheld"));
    const remove = () => {
      ktc.records.forget(one.payload);
      changed();
    };
    const ask = ktc.button(ktc.word("cert.delete"), " ktc-button--quiet", () => {
      ktc.confirm(actions, ktc.word("cert.delete_confirm"), ktc.word("cert.delete"), remove);
    }, ktc.word("cert.delete_named", { date }));
    const actions = ktc.el("div", { class: "ktc-actions" }, ask);
    return ktc.el("li", { class: "ktc-card" },
      ktc.el("h3", {}, title), ktc.el("p", {}, name, " · ", ktc.el("bdi", {}, date)), actions);
  }

  /**
   * Fills the list, newest first.
   * @param {Element} list
   * @param {any} trust
   * @param {function(): void} changed called after one was deleted
   * @returns {number} how many there are
   */
  ktc.certificate.list = function (list, trust, changed) {
    const entries = ktc.records.all().reverse().map((/** @type {any} */ one) => entry(one, trust, changed));
    list.textContent = "";
    list.append(...entries);
    return entries.length;
  };
})();
