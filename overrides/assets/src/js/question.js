// @ts-check
// One question in the page, whoever put it there: its answer, its order, its error, its verdict. What differs by kind
// stands in kinds.js.
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /** @param {any} fieldset */
  const kind = (fieldset) => ktc.kinds[fieldset.dataset.kind];

  /** @param {Element} fieldset @param {string} name @returns {any} */
  const part = (fieldset, name) => fieldset.querySelector(".ktc-" + name);

  /** @param {string} name */
  function icon(name) {
    const box = /** @type {HTMLTemplateElement} */ (document.querySelector("template.ktc-icons"));
    return document.importNode(/** @type {any} */ (box.content.querySelector('[data-icon="' + name + '"]')).firstChild, true);
  }

  /** A new order of rows; those of each step of a story stay together. @param {any[]} rows @returns {any[]} */
  function shuffled(rows) {
    const groups = Array.from(new Set(rows.map((row) => row.parentNode)));
    return [].concat(...groups.map((group) => ktc.shuffle(rows.filter((row) => row.parentNode === group))));
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

    /** What a question can first be answered with. */
    FIRST: "input:enabled, select",

    /** @param {Element} fieldset @returns {string} ids in one string, as records have them; with digits while something lacks */
    chosen: (fieldset) => kind(fieldset).chosen(fieldset),

    /** @param {Element} fieldset @param {string} ids */
    choose: (fieldset, ids) => kind(fieldset).choose(fieldset, ids),

    /** Whether an answer lacks nothing. @param {any} ids */
    isWhole: (ids) => /^[a-h]+$/.test(ids),

    /** @param {Element} fieldset @returns {string} key of the word that says what the answer lacks, or "" */
    fault: (fieldset) => kind(fieldset).fault(ktc.question.chosen(fieldset)),

    /**
     * Shows the rows in the saved order, or in a new one if the saved one does not fit any more.
     * @param {Element} fieldset
     * @param {any} saved
     * @returns {string} names of the rows in the order shown
     */
    arrange(fieldset, saved) {
      const { rows, name } = kind(fieldset);
      const shown = rows(fieldset);
      const names = shown.map(name).join("");
      const fits = typeof saved === "string" && saved.split("").sort().join("") === names.split("").sort().join("");
      const order = fits ? saved : shuffled(shown).map(name).join("");
      if (order === names) return order; // moved nodes would lose the focus
      const byName = new Map(shown.map((/** @type {any} */ row) => [name(row), row]));
      order.split("").forEach((/** @type {string} */ one) => byName.get(one).parentNode.append(byName.get(one)));
      return order;
    },

    /** The text is put in only when there is a problem: a description is read out even while hidden. @param {Element} fieldset @param {string} fault */
    error(fieldset, fault) {
      part(fieldset, "error").textContent = fault && ktc.word(fault);
      part(fieldset, "error").hidden = !fault;
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
      line.firstElementChild.max = n;
      line.firstElementChild.value = done;
      line.lastElementChild.textContent = ktc.word("quiz.answered", { done, n });
      part(form, "kept").textContent = ktc.word(ktc.store.persistent ? "quiz.saved_here" : "quiz.not_saved");
    },
  };
})();
