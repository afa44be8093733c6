// @ts-check
// The result of a final check: the score, what to read again, and for each question the reasons.
(function () {
  "use strict";

  const ktc = window.ktc;
  const { el } = ktc;
  const { icon, verdict, again } = ktc.question;

  /** Links to the clauses of questions, in the order of the code; to the places they rest on where they cite none. @param {any[]} questions @returns {any[]} */
  function links(questions) {
    const box = /** @type {HTMLTemplateElement} */ (document.querySelector("template.ktc-links"));
    const ids = [].concat(...questions.map((question) => (question.clauses.length ? question.clauses : question.id)));
    return Array.from(document.importNode(box.content, true).children).filter((link) => ids.includes(/** @type {any} */ (link).dataset.read));
  }

  /** One choice with its reason. @param {any} question @param {any} choice @param {string} ids chosen ones */
  function why(question, choice, ids) {
    const right = question.right.includes(choice.id);
    const mine = ids.includes(choice.id);
    const word = !right ? "quiz.answer_not" : mine || question.kind === "one" ? "quiz.answer_right" : "quiz.missed";
    return el("li", { "data-choice": choice.id, "data-result": right ? "right" : "notyet" },
      icon(right ? "right" : "notyet"), " ", el("strong", {}, ktc.word(word)), " ",
      el("span", { class: "ktc-said" }, ktc.sheet.text(question, choice.text)), " ",
      mine ? el("span", { class: "ktc-mine" }, ktc.word("quiz.your_choice")) : "", " ",
      el("span", { class: "ktc-why" }, ktc.sheet.text(question, choice.feedback)));
  }

  /** A question with the chosen and the right choices. @param {any} question @param {string} ids @param {number} n its number in the check */
  function review(question, ids, n) {
    const shown = question.choices.filter((/** @type {any} */ choice) => ids.includes(choice.id) || question.right.includes(choice.id));
    const right = ktc.isRight(question, ids);
    const said = verdict(right);
    if (question.must && !right) said.append(el("span", { class: "ktc-badge ktc-badge--disputed" }, ktc.word("quiz.must_badge")));
    return el("li", { value: n, "data-question": question.id, "data-result": right ? "right" : "notyet" },
      el("p", { class: "ktc-stem" }, ktc.sheet.text(question, question.stem)),
      said,
      el("ul", { class: "ktc-whys" }, ...shown.map((/** @type {any} */ choice) => why(question, choice, ids))),
      el("p", { class: "ktc-read" }, ...links([question])));
  }

  /** @param {any} bank @param { {right: number, drawn: number, passed: boolean, reason: string} } grade */
  function score(bank, grade) {
    const mark = { percent: ktc.percent(grade.right / grade.drawn), pass_mark: ktc.percent(bank.pass_mark / 100) };
    const said = ["quiz.score", "quiz.score_percent", "quiz.pass_mark"];
    if (grade.reason === "must-be-right") said.push("quiz.must_be_right");
    return said.map((key) => ktc.word(key, { right: grade.right, n: grade.drawn, ...mark })).join(" ");
  }

  /**
   * Fills the result section of components/check.html.
   * @param {HTMLElement} section
   * @param {any} bank
   * @param {any} grade
   * @param {[any, string][]} given questions in the order shown, with the chosen ids
   */
  ktc.showResult = function (section, bank, grade, given) {
    const find = (/** @type {string} */ selector) => /** @type {any} */ (section.querySelector(selector));
    const passed = verdict(grade.passed);
    passed.querySelector("strong").textContent = ktc.word(grade.passed ? "quiz.passed" : "quiz.not_passed");
    find(".ktc-score").textContent = "";
    find(".ktc-score").append(passed, el("p", {}, score(bank, grade)));
    again(find(".ktc-again"), links(given.filter((pair) => !ktc.isRight(...pair)).map((pair) => pair[0])));
    const reviews = given.map((pair, at) => review(...pair, at + 1));
    ["notyet", "right"].forEach((result) => {
      const some = reviews.filter((one) => one.dataset.result === result);
      const list = find('.ktc-reasons[data-result="' + result + '"]');
      list.textContent = "";
      list.append(...some);
      list.parentNode.hidden = !some.length;
    });
    find("summary.ktc-count").textContent = ktc.word("quiz.right_ones", { n: grade.right });
    find('[data-do="again"]').hidden = grade.passed;
  };
})();
