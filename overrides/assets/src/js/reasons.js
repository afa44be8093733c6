// @ts-check
// What practice says of a checked answer: marks on what was given, and the reasons, by kind. The reasons stand in the
// list of answers below, and are copied from there.
(function () {
  "use strict";

  const ktc = window.ktc;
  const { el } = ktc;
  const { icon, verdict } = ktc.question;

  /** @param {any} row @returns {string} */
  const state = (row) => (row.right ? "right" : "notyet");

  /** What was given gets the icon and the colour of its own truth; a right choice that was missed stays as it is. @param {Element} fieldset @param {any[]} results */
  function mark(fieldset, results) {
    fieldset.querySelectorAll(".ktc-choice, .ktc-entry").forEach((/** @type {any} */ row) => {
      row.querySelectorAll("svg").forEach((/** @type {Element} */ old) => old.remove());
      delete row.dataset.result;
    });
    results.forEach((result) => {
      result.row.dataset.result = state(result);
      result.row.querySelector("label").append(icon(state(result)));
    });
  }

  /** @param {any[]} whys @param {any} result @returns {any} the entry of what was given, in the list of answers */
  const entry = (whys, result) => whys.find((why) => (why.dataset.prompt || why.dataset.choice) === result.name);

  /** @param {any} why @param {string} name @returns {Node} */
  const copy = (why, name) => why.querySelector(".ktc-" + name).cloneNode(true);

  /** A line with its own verdict. @param {any} result @param {string} word @param {...Node} parts */
  const line = (result, word, ...parts) =>
    el("li", { "data-result": state(result) }, icon(state(result)), " ", el("strong", {}, ktc.word(word)), " ",
      ...[].concat(...parts.map((part) => [part, " "])));

  /** @param {Node[]} lines */
  const lines = (lines) => [el("ul", { class: "ktc-whys" }, ...lines)];

  /** The text of what was chosen. @param {any} result */
  const picked = (result) => el("span", { class: "ktc-picked" }, result.row.querySelector("select").selectedOptions[0].textContent);

  /** By kind: the reasons for what was given. @type {Object<string, (results: any[], whys: any[], ids: string) => Node[]>} */
  const REASONS = {
    one: (results, whys) => results.map((result) => el("p", {}, copy(entry(whys, result), "why"))),

    several(results, whys) {
      const missed = whys.filter((why) => why.dataset.result === "right").length > results.filter((one) => one.right).length;
      const said = lines(results.map((result) => entry(whys, result).cloneNode(true)));
      return missed ? [...said, el("p", {}, ktc.word("quiz.more_right"))] : said;
    },

    order: (results, whys, ids) =>
      lines(results.slice().sort((a, b) => ids.indexOf(a.name) - ids.indexOf(b.name)).map((result) =>
        line(result, result.right ? "quiz.in_place" : "quiz.not_in_place",
          copy(entry(whys, result), "said"), copy(entry(whys, result), "why")))),

    match: (results, whys) =>
      lines(results.map((result) =>
        line(result, result.right ? "quiz.right" : "quiz.not_yet",
          copy(entry(whys, result), "said"), picked(result), copy(entry(whys, result), "why")))),

    // the consequences of earlier choices stand below them
    story: (results, whys, ids) => [
      ...REASONS.one(results.filter((result) => result.name === ids[ids.length - 1]), whys, ids),
      el("p", {}, ktc.word("quiz.story_end")),
    ],
  };

  ktc.reasons = {
    mark,

    /** @param {Element} entry a question's part of the list of answers @returns {any[]} one entry a choice or pair */
    whys: (entry) => Array.from(entry.querySelectorAll("[data-choice]")),

    /** @param {any[]} whys @returns {string} the right ids, as records have them */
    right: (whys) => whys.filter((why) => why.dataset.result === "right").map((why) => why.dataset.choice).join(""),

    /** Verdict and reasons. @param {string} kind @param {any[]} results @param {any[]} whys @param {string} ids @returns {Node[]} */
    said: (kind, results, whys, ids) => [verdict(ids === ktc.reasons.right(whys)), ...REASONS[kind](results, whys, ids)],
  };
})();
