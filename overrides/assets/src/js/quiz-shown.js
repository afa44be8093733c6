// @ts-check
// What a practice quiz (quiz.js) shows of its state: feedback, the labels of its buttons, progress, and the summary.
(function () {
  "use strict";

  const ktc = window.ktc;
  const { chosen, isWhole, progress, again } = ktc.question;
  const { reasons } = ktc;

  /** Feedback of one question, if it is checked or skipped. @param {any} quiz @param {any} fieldset */
  ktc.showQuestion = function (quiz, fieldset) {
    const id = fieldset.dataset.question;
    const feedback = quiz.find(fieldset, ".ktc-feedback");
    feedback.textContent = "";
    delete fieldset.dataset.result;
    reasons.mark(fieldset, []);
    if (quiz.state.checked[id] && isWhole(chosen(fieldset))) judge(quiz, fieldset, feedback);
    else if (quiz.state.skipped[id]) {
      fieldset.dataset.result = "skipped";
      feedback.append(ktc.el("p", {}, ktc.word("quiz.skipped")));
    }
  };

  /** @param {any} quiz @param {any} fieldset @param {Element} feedback */
  function judge(quiz, fieldset, feedback) {
    const ids = chosen(fieldset);
    const { kind, question } = fieldset.dataset;
    const whys = reasons.whys(quiz.entry(fieldset));
    const right = reasons.right(whys);
    const results = ktc.kinds[kind].results(fieldset, ids, right);
    fieldset.dataset.result = right === ids ? "right" : "notyet";
    if (right === ids) quiz.state.known[question] = true;
    reasons.mark(fieldset, results);
    feedback.append(...reasons.said(kind, results, whys, ids), quiz.find(quiz.entry(fieldset), ".ktc-read").cloneNode(true));
  }

  /** Labels of the buttons, progress, and the summary once every question is checked. @param {any} quiz */
  ktc.showProgress = function (quiz) {
    const open = quiz.fieldsets.filter((/** @type {any} */ fieldset) => !fieldset.dataset.result);
    quiz.fieldsets.forEach((/** @type {any} */ fieldset) => label(quiz, fieldset, open.length));
    quiz.answers.hidden = open.length > 0;
    if (!quiz.reading) sum(quiz, open.length);
  };

  /** @param {any} quiz @param {any} fieldset @param {number} open */
  function label(quiz, fieldset, open) {
    const { result, kind } = fieldset.dataset;
    const skip = quiz.find(fieldset, '[data-do="skip"]');
    const onward = quiz.reading ? "quiz.start_over" : open ? "quiz.next" : "quiz.result";
    const first = kind === "story" ? "quiz.story_on" : "quiz.check_answer";
    const retry = kind === "story" ? "quiz.story_again" : "quiz.try_again";
    quiz.find(fieldset, '[data-do="check"]').textContent = ktc.word(!result ? first : result === "notyet" ? retry : onward);
    if (skip) skip.hidden = Boolean(result);
  }

  /** @param {any} quiz @param {number} open */
  function sum(quiz, open) {
    const { fieldsets, result } = quiz;
    const [right, wrong] = ["right", "notyet"].map((state) =>
      fieldsets.filter((/** @type {any} */ one) => one.dataset.result === state));
    const n = right.length + wrong.length;
    progress(quiz.form, fieldsets.length - open, fieldsets.length);
    result.hidden = open > 0;
    const score = wrong.length ? ktc.word("quiz.score", { right: right.length, n }) : ktc.word("quiz.all_right");
    quiz.find(result, ".ktc-score").textContent = n ? score : "";
    const links = wrong.map((/** @type {any} */ fieldset) => Array.from(quiz.entry(fieldset).querySelectorAll("[data-read]")));
    again(quiz.find(result, ".ktc-again"), [].concat(...links));
    offer(quiz, wrong.length > 0);
  }

  /** What can be done at the end: of a round, of the bank, of a review. @param {any} quiz @param {boolean} wrong */
  function offer(quiz, wrong) {
    const n = quiz.ids.length;
    const review = quiz.review.length > 0;
    const some = Boolean(quiz.size) && quiz.size < n && !review;
    const hide = (/** @type {string} */ selector, /** @type {boolean} */ hidden) =>
      quiz.form.querySelectorAll(selector).forEach((/** @type {any} */ one) => (one.hidden = hidden));
    hide('[data-do="retry"]', !wrong);
    hide('[data-do="another"], .ktc-so-far', !some);
    hide(".ktc-review-title, .ktc-review-back", !review);
    hide('[data-do="over"], .ktc-to-check', review);
    const done = quiz.ids.filter((/** @type {string} */ id) => quiz.state.known[id]).length;
    quiz.find(quiz.result, ".ktc-so-far").textContent = ktc.word("quiz.so_far", { done, n });
  }
})();
