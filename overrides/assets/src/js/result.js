// @ts-check
// The result of a final check: the score, what to read again, and for each question the reasons.
(function () {
  "use strict";

  const ktc = window.ktc;
  const { el } = ktc;
  const { icon, verdict, again } = ktc.question;
  const { text } = ktc.sheet;

  /** Links to the clauses of questions, in the order of the code; to the places they rest on where they cite none. @param {any[]} questions @returns {any[]} */
  function links(questions) {
    const box = /** @type {HTMLTemplateElement} */ (document.querySelector("template.ktc-links"));
    const ids = [].concat(...questions.map((question) => (question.clauses.length ? question.clauses : question.id)));
    return Array.from(document.importNode(box.content, true).children).filter((link) => ids.includes(/** @type {any} */ (link).dataset.read));
  }

  /** One line of a review. @param {any} question @param {boolean} right @param {string} word @param {any} said @param {any} more beside it, or "" @param {string} reason */
  const line = (question, right, word, said, more, reason) =>
    el("li", { "data-result": right ? "right" : "notyet" },
      icon(right ? "right" : "notyet"), " ", el("strong", {}, word), " ",
      el("span", { class: "ktc-said" }, said), " ",
      more ? el("span", { class: "ktc-mine" }, more) : "", " ",
      el("span", { class: "ktc-why" }, text(question, reason)));

  /** The chosen and the right choices. @param {any} question @param {string} ids */
  const choices = (question, ids) =>
    question.choices.filter(({ id }) => ids.includes(id) || question.right.includes(id)).map((/** @type {any} */ choice) => {
      const right = question.right.includes(choice.id);
      const mine = ids.includes(choice.id);
      const word = !right ? "quiz.answer_not" : mine || question.kind === "one" ? "quiz.answer_right" : "quiz.missed";
      return line(question, right, ktc.word(word), text(question, choice.text), mine ? ktc.word("quiz.your_choice") : "", choice.feedback);
    });

  /** By kind, what a review shows. @type {Object<string, (question: any, ids: string) => any[]>} */
  const LINES = {
    one: choices,
    several: choices,

    /** The right order, with the places that were given to lines in others. */
    order: (question, ids) =>
      question.right.map((/** @type {string} */ id, /** @type {number} */ at) => {
        const choice = question.choices.find((/** @type {any} */ one) => one.id === id);
        const mine = ids.indexOf(id);
        const wrong = mine === at ? "" : ktc.word("quiz.your_place", { n: mine + 1 });
        return line(question, !wrong, ktc.word("quiz.place_n", { n: at + 1 }), text(question, choice.text), wrong, choice.feedback);
      }),

    /** The pairs as they were chosen, with the right side where it is another. */
    match: (question, ids) =>
      question.prompts.map((/** @type {any} */ prompt, /** @type {number} */ at) => {
        const side = (/** @type {string} */ id) => question.choices.find((/** @type {any} */ one) => one.id === id).text;
        const right = ids[at] === question.right[at];
        const pair = el("span", {}, text(question, prompt.text), " – ", text(question, side(ids[at])));
        const other = right ? "" : el("span", {}, ktc.word("quiz.answer_right"), ": ", text(question, side(question.right[at])));
        return line(question, right, ktc.word(right ? "quiz.right" : "quiz.not_yet"), pair, other, prompt.feedback);
      }),
  };

  /** A question with what was given and what is right. @param {any} question @param {string} ids @param {number} n its number in the check */
  function review(question, ids, n) {
    const right = ktc.isRight(question, ids);
    const said = verdict(right);
    if (question.must && !right) said.append(el("span", { class: "ktc-badge ktc-badge--disputed" }, ktc.word("quiz.must_badge")));
    return el("li", { value: n, "data-question": question.id, "data-result": right ? "right" : "notyet" },
      el("p", { class: "ktc-stem" }, text(question, question.stem)),
      said,
      el("ul", { class: "ktc-whys" }, ...LINES[question.kind](question, ids)),
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
