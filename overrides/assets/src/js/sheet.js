// @ts-check
// Builds the questions of a final check from its bank, in the shape that components/item.html gives to
// those of a practice quiz; and the list of what is still unanswered.
(function () {
  "use strict";

  const ktc = window.ktc;
  const el = ktc.el;

  /**
   * @typedef { {id: string, text: string, feedback: string} } Choice
   * @typedef { {id: string, kind: string, clauses: string[], right: string[], stem: string, lang?: string, choices: Choice[]} } Question
   */

  const sheet = (ktc.sheet = {
    /** A text of the bank; English that stands in for a translation is marked. @param {Question} question @param {string} text */
    text: (question, text) => (question.lang ? el("span", { lang: question.lang, dir: "ltr" }, text) : text),

    /** @param {Question} question @param {number} n @param {number} total */
    fieldset(question, n, total) {
      const id = "q-" + question.id;
      const one = question.kind === "one";
      return el("fieldset",
        {
          class: "ktc-question", id, "data-question": question.id, "data-kind": question.kind,
          "data-clause": question.clauses.join(" "), "aria-describedby": id + "-hint " + id + "-error",
        },
        el("legend", {}, el("span", { class: "ktc-number" }, ktc.word("quiz.question_of", { n, total })), " ", sheet.text(question, question.stem)),
        question.lang ? el("p", { class: "ktc-small" }, ktc.word("quiz.in_english")) : "",
        el("p", { class: "ktc-hint", id: id + "-hint" }, ktc.word(one ? "quiz.choose_one" : "quiz.choose_several")),
        el("p", { class: "ktc-error", id: id + "-error", hidden: true }),
        el("div", { class: "ktc-choices" }, ...question.choices.map((choice) => sheet.choice(question, choice, id))));
    },

    /** @param {Question} question @param {Choice} choice @param {string} name */
    choice(question, choice, name) {
      const id = name + "-" + choice.id;
      return el("div", { class: "ktc-choice" },
        el("input", { type: question.kind === "one" ? "radio" : "checkbox", id, name, value: choice.id }),
        el("label", { for: id }, sheet.text(question, choice.text)));
    },

    /** Shows the list of problems and focuses it; its links lead to the first choice of a question. @param {any} box @param {any[]} fieldsets */
    problems(box, fieldsets) {
      const missing = fieldsets.filter((fieldset) => !ktc.question.chosen(fieldset));
      fieldsets.forEach((fieldset) => ktc.question.error(fieldset, missing.includes(fieldset)));
      const list = box.querySelector("ul");
      list.textContent = "";
      box.hidden = !missing.length;
      missing.forEach((fieldset) => list.append(el("li", {}, problem(fieldset, fieldsets.indexOf(fieldset) + 1))));
      if (missing.length) ktc.question.focus(box);
      return missing.length;
    },
  });

  /** @param {any} fieldset @param {number} n */
  function problem(fieldset, n) {
    const link = el("a", { href: "#" + fieldset.querySelector("input").id }, ktc.word("quiz.error_question", { n }));
    link.addEventListener("click", (/** @type {Event} */ event) => {
      event.preventDefault();
      ktc.question.focus(fieldset, "input");
    });
    return link;
  }
})();
