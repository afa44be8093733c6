// Twin of certificates/verify.py (grade, draw_fits): one rule in two languages, held together by tests/vectors/grading.json.
// @ts-check
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /**
   * @typedef { {kind: string, topic: string, choices: any[], right: string[], must: boolean} } Question
   * @typedef { {pass_mark: number, draw: {topic: string, count: number}[], questions: Question[]} } Key
   * @typedef {[number, string]} Answer index of the question in the key, chosen ids in one string
   */

  /** All or nothing, for every kind. @param {Question} question @param {string} ids */
  ktc.isRight = (question, ids) => ids === question.right.join("");

  /** Choices are ids in a published key, and objects with an id in a bank. @param {Question} question @param {string} id */
  const offers = (question, id) => question.choices.some((choice) => (choice.id || choice) === id);

  /** @param {string[]} ids */
  const ascending = (ids) => ids.length > 0 && ids.every((id, n) => !n || ids[n - 1] < id);

  /** By kind, whether an answer has its one way of writing; each id is offered. @type {Object<string, (ids: string[], question: Question) => boolean>} */
  const SHAPES = {
    one: (ids) => ids.length === 1,
    several: ascending,
    order: (ids, question) => new Set(ids).size === ids.length && ids.length === question.choices.length, // the sequence
    match: (ids, question) => ids.length === question.right.length, // right-hand ids in left-hand order
    story: ascending, // the path
  };

  /** @param {Key} key @param {Answer} answer @returns {string} reason code, "" when the answer can be graded */
  function fault(key, [index, ids]) {
    const question = key.questions[index];
    if (!question) return "unknown-question";
    const chosen = ids.split("");
    if (!chosen.every((id) => offers(question, id))) return "unknown-choice";
    return SHAPES[question.kind](chosen, question) ? "" : "answer-shape";
  }

  /** Whether questions were drawn as the key's rule says: so many of each topic, none twice. @param {Key} key @param {number[]} indexes */
  ktc.drawFits = function (key, indexes) {
    const topics = indexes.map((index) => key.questions[index].topic);
    const total = key.draw.reduce((sum, rule) => sum + rule.count, 0);
    const each = key.draw.every((rule) => topics.filter((topic) => topic === rule.topic).length === rule.count);
    return each && total === indexes.length && new Set(indexes).size === total;
  };

  /**
   * Right over drawn against the pass mark, in integers; every drawn question marked `must` has to be right.
   * @param {Key} key
   * @param {Answer[]} answers
   * @returns { {reason: string, right: number|null, drawn: number|null, passed: boolean} } reason is "" when passed;
   *   right and drawn are null when an answer cannot be graded
   */
  ktc.grade = function (key, answers) {
    const broken = answers.map((answer) => fault(key, answer)).find(Boolean);
    if (broken) return { reason: broken, right: null, drawn: null, passed: false };
    const wrong = answers.filter(([index, ids]) => !ktc.isRight(key.questions[index], ids));
    const drawn = answers.length;
    const right = drawn - wrong.length;
    let reason = "";
    if (!ktc.drawFits(key, answers.map((answer) => answer[0]))) reason = "draw";
    else if (100 * right < key.pass_mark * drawn) reason = "below-pass-mark";
    else if (wrong.some(([index]) => key.questions[index].must)) reason = "must-be-right";
    return { reason, right, drawn, passed: !reason };
  };
})();
