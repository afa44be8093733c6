// @ts-check
// Builds the questions of a final check from its bank, in the shape that components/item.html gives to
// those of a practice quiz; and the list of what is still unanswered.
(function () {
  "use strict";

  const ktc = window.ktc;
  const el = ktc.el;

  /**
   * @typedef { {id: string, text: string, feedback: string} } Choice
   * @typedef { {text: string, feedback: string} } Prompt
   * @typedef { {id: string, kind: string, clauses: string[], right: string[], stem: string, lang?: string,
   *   sensitive?: boolean, choices: Choice[], prompts?: Prompt[]} } Question
   */

  const sheet = (ktc.sheet = {
    /** A text of the bank; English that stands in for a translation is marked. @param {Question} question @param {string} text */
    text: (question, text) => (question.lang ? el("span", { lang: question.lang, dir: "ltr" }, text) : text),

    /** The letter shown for a choice. @param {string} id */
    letter: (id) => ktc.word("quiz.letters").split(" ")["abcdefgh".indexOf(id)],

    /** @param {Question} question @param {number} n @param {number} total */
    fieldset(question, n, total) {
      const id = "q-" + question.id;
      return el("fieldset",
        {
          class: "ktc-question", id, "data-question": question.id, "data-kind": question.kind,
          "data-clause": question.clauses.join(" "), "aria-describedby": id + "-hint " + id + "-error",
        },
        el("legend", {}, el("span", { class: "ktc-number" }, ktc.word("quiz.question_of", { n, total })), " ",
          question.sensitive ? el("span", { class: "ktc-content-note" }, ktc.word("quiz.sensitive")) : "", " ",
          sheet.text(question, question.stem)),
        question.lang ? el("p", { class: "ktc-small" }, ktc.word("quiz.in_english")) : "",
        el("p", { class: "ktc-hint", id: id + "-hint" }, ktc.word("quiz.choose_" + question.kind)),
        el("p", { class: "ktc-error", id: id + "-error", hidden: true }),
        question.kind === "match" ? sides(question) : "",
        el("div", { class: "ktc-choices" }, ...ROWS[question.kind](question, id)));
    },

    /** Shows the list of problems and focuses it; its links lead to the first choice of a question. @param {any} box @param {any[]} fieldsets */
    problems(box, fieldsets) {
      const missing = fieldsets.filter((fieldset) => ktc.question.fault(fieldset));
      fieldsets.forEach((fieldset) => ktc.question.error(fieldset, ktc.question.fault(fieldset)));
      const list = box.querySelector("ul");
      list.textContent = "";
      box.hidden = !missing.length;
      missing.forEach((fieldset) => list.append(el("li", {}, problem(fieldset, fieldsets.indexOf(fieldset) + 1))));
      if (missing.length) ktc.question.focus(box);
      return missing.length;
    },
  });

  /** By kind, what a question is answered with. @type {Object<string, (question: Question, id: string) => any[]>} */
  const ROWS = {
    one: (question, id) => question.choices.map((choice) => box(question, choice, id, "radio")),
    several: (question, id) => question.choices.map((choice) => box(question, choice, id, "checkbox")),
    order(question, id) {
      const places = question.choices.map((_, at) => el("option", {}, String(at + 1)));
      return question.choices.map((choice) => select(question, choice.text, id, choice.id, "quiz.place", places));
    },
    match(question, id) {
      const choices = question.choices.map((choice) =>
        el("option", { value: choice.id, lang: question.lang, dir: question.lang && "ltr" }, sheet.letter(choice.id) + ". " + choice.text));
      return (question.prompts || []).map((prompt, at) => select(question, prompt.text, id, String(at + 1), "quiz.pair", choices));
    },
  };

  /** @param {Question} question @param {Choice} choice @param {string} name @param {string} type */
  function box(question, choice, name, type) {
    const id = name + "-" + choice.id;
    return el("div", { class: "ktc-choice" },
      el("input", { type, id, name, value: choice.id }),
      el("label", { for: id }, sheet.text(question, choice.text)));
  }

  /**
   * @param {Question} question @param {string} text @param {string} name of the question @param {string} row
   * @param {string} none word for nothing chosen @param {any[]} options
   */
  function select(question, text, name, row, none, options) {
    const id = name + "-" + row;
    return el("div", { class: "ktc-entry" + (question.kind === "match" ? " ktc-entry--wide" : "") },
      el("label", { for: id }, sheet.text(question, text)),
      el("select", { id, name: id, "data-for": row },
        el("option", { value: "" }, ktc.word(none)), ...options.map((one) => one.cloneNode(true))));
  }

  /** What can belong to the lines of a match, in full: a narrow list cuts its lines off. @param {Question} question */
  const sides = (question) =>
    el("ul", { class: "ktc-sides" }, ...question.choices.map((choice) =>
      el("li", { "data-side": choice.id }, el("b", {}, sheet.letter(choice.id)), " ", el("span", {}, sheet.text(question, choice.text)))));

  /** @type {Object<string, string>} */
  const PROBLEMS = { order: "quiz.error_question_order", match: "quiz.error_question_match" };

  /** @param {any} fieldset @param {number} n */
  function problem(fieldset, n) {
    const first = fieldset.querySelector(ktc.question.FIRST);
    const link = el("a", { href: "#" + first.id }, ktc.word(PROBLEMS[fieldset.dataset.kind] || "quiz.error_question", { n }));
    link.addEventListener("click", (/** @type {Event} */ event) => {
      event.preventDefault();
      ktc.question.focus(fieldset, ktc.question.FIRST);
    });
    return link;
  }
})();
