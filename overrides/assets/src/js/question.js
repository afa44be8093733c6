// @ts-check
// One question in the page, whoever put it there: its choices, its order, its error, its feedback.
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /** @param {Element} fieldset @returns {any[]} */
  const inputs = (fieldset) => Array.from(fieldset.querySelectorAll("input"));

  /** @param {Element} fieldset @param {string} name @returns {any} */
  const part = (fieldset, name) => fieldset.querySelector(".ktc-" + name);

  /** @param {string} name */
  function icon(name) {
    const box = /** @type {HTMLTemplateElement} */ (document.querySelector("template.ktc-icons"));
    return document.importNode(/** @type {any} */ (box.content.querySelector('[data-icon="' + name + '"]')).firstChild, true);
  }

  // browsers that cannot style a closed <details> open would print a quiz without its answers
  /** @type {any[]} */
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("details.ktc-key:not([open])"));
    closed.forEach((key) => (key.open = true));
  });
  window.addEventListener("afterprint", () => closed.forEach((key) => (key.open = false)));

  ktc.question = {
    icon,

    /** @param {Element} fieldset @returns {string} chosen ids in one string, ascending, as records have them */
    chosen: (fieldset) => inputs(fieldset).filter((input) => input.checked).map((input) => input.value).sort().join(""),

    /** @param {Element} fieldset @param {string} ids */
    choose(fieldset, ids) {
      inputs(fieldset).forEach((input) => (input.checked = ids.includes(input.value)));
    },

    /**
     * Shows the choices in the saved order, or in a new one if the saved one does not fit any more.
     * @param {Element} fieldset
     * @param {any} saved
     * @returns {string} ids in the order shown
     */
    arrange(fieldset, saved) {
      const ids = inputs(fieldset).map((input) => input.value);
      const fits = typeof saved === "string" && saved.split("").sort().join() === ids.slice().sort().join();
      const order = fits ? saved.split("") : ktc.shuffle(ids);
      if (order.join() === ids.join()) return order.join(""); // moved nodes would lose the focus
      order.forEach((/** @type {string} */ id) => {
        part(fieldset, "choices").append(inputs(fieldset).find((input) => input.value === id).parentNode);
      });
      return order.join("");
    },

    /** The text is put in only when there is a problem: a description is read out even while hidden. @param {Element} fieldset @param {boolean} missing */
    error(fieldset, missing) {
      const several = /** @type {HTMLElement} */ (fieldset).dataset.kind === "several";
      part(fieldset, "error").textContent = missing ? ktc.word(several ? "quiz.error_several" : "quiz.error_one") : "";
      part(fieldset, "error").hidden = !missing;
    },

    /** Brings the start of a box into sight, and the focus to it or to something in it. @param {any} box @param {string} [within] */
    focus(box, within) {
      box.scrollIntoView({ behavior: "instant" });
      (within ? box.querySelector(within) : box).focus({ preventScroll: true });
    },

    /** "Right" or "Not yet": icon and word. @param {boolean} right */
    verdict: (right) =>
      ktc.el("p", { class: "ktc-verdict", "data-result": right ? "right" : "notyet" },
        icon(right ? "right" : "notyet"), " ", ktc.el("strong", {}, ktc.word(right ? "quiz.right" : "quiz.not_yet"))),

    /** Links to read again, each name once. @param {Element} list @param {any[]} links */
    again(list, links) {
      const seen = new Map(links.map((link) => [link.textContent, link]));
      list.textContent = "";
      seen.forEach((link) => list.append(ktc.el("li", {}, link.cloneNode(true))));
    },

    /** How many are answered, and whether the browser keeps them. @param {Element} form @param {number} done @param {number} n */
    progress(form, done, n) {
      const line = part(form, "progress");
      line.hidden = false;
      line.firstElementChild.value = done;
      line.lastElementChild.textContent = ktc.word("quiz.answered", { done, n });
      part(form, "kept").textContent = ktc.word(ktc.store.persistent ? "quiz.saved_here" : "quiz.not_saved");
    },
  };
})();
