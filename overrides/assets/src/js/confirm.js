// @ts-check
// A question asked in place, before something is deleted: no dialog of the browser, and Escape is the way back.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {string} text @param {string} style @param {function(): void} pressed @param {string} [name] for screen readers */
  ktc.button = function (text, style, pressed, name) {
    const element = ktc.el("button", { type: "button", class: "ktc-button" + style, "aria-label": name }, text);
    element.addEventListener("click", pressed);
    return element;
  };

  /**
   * Stands in the place of `actions` until it is answered. Focus goes to the way back, so that a second press deletes
   * nothing; on that way it returns to where it came from.
   * @param {any} actions
   * @param {string} question
   * @param {string} yes what the button says that does it
   * @param {function(): void} act
   */
  ktc.confirm = function (actions, question, yes, act) {
    const from = /** @type {any} */ (actions.contains(document.activeElement) ? document.activeElement : actions.querySelector("button"));
    const back = () => {
      box.replaceWith(actions);
      from.focus();
    };
    const confirmed = () => {
      box.replaceWith(actions);
      act();
    };
    const no = ktc.button(ktc.word("site.cancel"), " ktc-button--quiet", back);
    const answers = ktc.el("div", { class: "ktc-actions" }, ktc.button(yes, "", confirmed), no);
    const box = ktc.el("div", { role: "group", "aria-label": question }, ktc.el("p", {}, question), answers);
    box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") back();
    });
    actions.replaceWith(box);
    no.focus();
  };
})();
