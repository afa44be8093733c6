// @ts-check
// The certificates kept on this device: open one, or delete it after a question asked in place.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {string} word @param {string} style @param {function(): void} pressed @param {string} [name] for screen readers */
  function button(word, style, pressed, name) {
    const element = ktc.el("button", { type: "button", class: "ktc-button" + style, "aria-label": name }, ktc.word(word));
    element.addEventListener("click", pressed);
    return element;
  }

  /** Focus goes to the way back, so that a second press deletes nothing. @param {any} actions @param {function(): void} remove */
  function confirm(actions, remove) {
    const back = () => {
      box.replaceWith(actions);
      actions.querySelector("button").focus();
    };
    const no = button("site.cancel", " ktc-button--quiet", back);
    const question = ktc.word("cert.delete_confirm");
    const answers = ktc.el("div", { class: "ktc-actions" }, button("cert.delete", "", remove), no);
    const box = ktc.el("div", { role: "group", "aria-label": question }, ktc.el("p", {}, question), answers);
    box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") back();
    });
    actions.replaceWith(box);
    no.focus();
  }

  /** @param {any} one a kept record @param {any} trust @param {function(): void} changed */
  function entry(one, trust, changed) {
    const shown = ktc.certificate.check("#r=" + one.payload, trust).certificate || { finished: one.saved * 1000 };
    const date = ktc.date(new Date(shown.finished).getTime() / 1000);
    const title = ktc.el("a", { href: "#r=" + one.payload }, shown.title || ktc.word("cert.title"));
    const name = ktc.el("bdi", { dir: "auto" }, shown.name || ktc.word("cert.name_withheld"));
    const remove = () => {
      ktc.certificate.forget(one.payload);
      changed();
    };
    const ask = button("cert.delete", " ktc-button--quiet", () => confirm(actions, remove), ktc.word("cert.delete_named", { date }));
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
    const entries = ktc.certificate.all().reverse().map((/** @type {any} */ one) => entry(one, trust, changed));
    list.textContent = "";
    list.append(...entries);
    return entries.length;
  };
})();
