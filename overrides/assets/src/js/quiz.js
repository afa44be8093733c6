// @ts-check
// Practice quizzes and questions inside the reading: the reason at once, another try for what is not
// right yet, and everything still there after a reload. The questions stand in the page already.
(function () {
  "use strict";

  const ktc = window.ktc;
  const { chosen, choose, arrange, error, focus, verdict, again, progress } = ktc.question;

  /**
   * What is kept, by question id; answers and orders are choice ids in one string.
   * @typedef { {order: Object<string, string>, answers: Object<string, string>, checked: Object<string, boolean>} } State
   */

  /** @param {any} value @returns {Object<string, any>} */
  const dictionary = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});

  /** Chosen answers get the icon and the colour of their own truth; a right one that was missed stays as it is. @param {Element} fieldset @param {any[]} whys */
  function mark(fieldset, whys) {
    fieldset.querySelectorAll(".ktc-choice").forEach((/** @type {any} */ choice) => {
      const why = whys.find((one) => one.dataset.choice === choice.firstElementChild.value);
      choice.querySelectorAll("svg").forEach((/** @type {Element} */ old) => old.remove());
      delete choice.dataset.result;
      if (!why) return;
      choice.dataset.result = why.dataset.result;
      choice.lastElementChild.append(why.querySelector("svg").cloneNode(true));
    });
  }

  class Quiz {
    /** @param {HTMLFormElement} form */
    constructor(form) {
      this.form = form;
      /** @type {State} */
      this.state = { order: {}, answers: {}, checked: {} };
      this.reading = "reading" in form.dataset;
      this.key = (this.reading ? "question/" : "quiz/") + form.dataset.quiz;
      this.answers = this.find(form, ".ktc-key");
      this.result = this.find(form, ".ktc-result");
      /** @type {any[]} */
      this.fieldsets = Array.from(form.querySelectorAll("[data-question]"));
      this.fieldsets.forEach((fieldset) => {
        fieldset.addEventListener("change", () => this.changed(fieldset));
        this.find(fieldset, "button").addEventListener("click", () => this.press(fieldset));
        this.find(fieldset, "button").hidden = false;
      });
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("click", (event) => this.act(/** @type {any} */ (event.target).dataset.do));
      ktc.store.watch(this.key, () => this.restore());
      this.restore();
      ktc.started(form);
    }

    /** @param {Element} within @param {string} selector @returns {any} */
    find(within, selector) {
      return within.querySelector(selector);
    }

    /** Ids of questions that the page no longer has stay in the state, unread. Nothing is kept before the first answer. */
    restore() {
      const saved = ktc.store.object(this.key);
      this.saved = JSON.stringify(saved);
      this.state = { order: dictionary(saved.order), answers: dictionary(saved.answers), checked: dictionary(saved.checked) };
      this.fieldsets.forEach((fieldset) => {
        const id = fieldset.dataset.question;
        this.state.order[id] = arrange(fieldset, this.state.order[id]);
        choose(fieldset, String(this.state.answers[id] || ""));
        // what was there before is not news: a screen reader stays silent until the next answer
        this.find(fieldset, ".ktc-feedback").setAttribute("aria-live", "off");
        this.show(fieldset);
      });
      this.tally();
    }

    save() {
      const done = this.fieldsets.filter((fieldset) => fieldset.dataset.result).length;
      const state = { ...this.state, done, total: this.fieldsets.length, saved: ktc.now() };
      this.saved = JSON.stringify(state);
      ktc.store.set(this.key, state);
    }

    /** Takes in what another tab has saved since, in case its message is still to come. */
    catchUp() {
      const kept = ktc.store.get(this.key);
      if (kept && JSON.stringify(kept) !== this.saved) this.restore();
    }

    /** Feedback of one question, if it is checked. @param {any} fieldset */
    show(fieldset) {
      const ids = chosen(fieldset);
      const feedback = this.find(fieldset, ".ktc-feedback");
      feedback.textContent = "";
      delete fieldset.dataset.result;
      mark(fieldset, []);
      if (!ids || !this.state.checked[fieldset.dataset.question]) return;
      /** @type {any[]} */
      const whys = Array.from(this.entry(fieldset).querySelectorAll("[data-choice]"));
      const right = whys.filter((why) => why.dataset.result === "right").map((why) => why.dataset.choice);
      fieldset.dataset.result = right.join("") === ids ? "right" : "notyet";
      mark(fieldset, whys.filter((why) => ids.includes(why.dataset.choice)));
      feedback.append(verdict(right.join("") === ids), ...this.reasons(fieldset, whys, ids));
      if (right.some((id) => !ids.includes(id)) && fieldset.dataset.kind === "several") {
        feedback.append(ktc.el("p", {}, ktc.word("quiz.more_right")));
      }
      feedback.append(this.find(this.entry(fieldset), ".ktc-read").cloneNode(true));
    }

    /** @param {any} fieldset @returns {Element} the question's part of the list of answers */
    entry(fieldset) {
      return this.find(this.answers, '[data-key="' + fieldset.dataset.question + '"]');
    }

    /** @param {any} fieldset @param {any[]} whys @param {string} ids */
    reasons(fieldset, whys, ids) {
      const picked = whys.filter((why) => ids.includes(why.dataset.choice));
      if (fieldset.dataset.kind === "several") {
        return [ktc.el("ul", { class: "ktc-whys" }, ...picked.map((why) => why.cloneNode(true)))];
      }
      return picked.map((why) => ktc.el("p", {}, this.find(why, ".ktc-why").cloneNode(true)));
    }

    /** Labels of the buttons, progress, and the summary once every question is checked. */
    tally() {
      const open = this.fieldsets.filter((fieldset) => !fieldset.dataset.result);
      const wrong = this.fieldsets.filter((fieldset) => fieldset.dataset.result === "notyet");
      const onward = this.reading ? "quiz.start_over" : open.length ? "quiz.next" : "quiz.result";
      this.fieldsets.forEach((fieldset) => {
        const labels = /** @type {Object<string, string>} */ ({ right: onward, notyet: "quiz.try_again" });
        this.find(fieldset, "button").textContent = ktc.word(labels[fieldset.dataset.result] || "quiz.check_answer");
      });
      this.answers.hidden = open.length > 0;
      if (!this.reading) this.sum(open.length, wrong);
    }

    /** @param {number} open @param {any[]} wrong */
    sum(open, wrong) {
      const n = this.fieldsets.length;
      progress(this.form, n - open, n);
      this.result.hidden = open > 0;
      this.find(this.result, ".ktc-score").textContent =
        wrong.length ? ktc.word("quiz.score", { right: n - wrong.length, n }) : ktc.word("quiz.all_right");
      const links = wrong.map((fieldset) => Array.from(this.entry(fieldset).querySelectorAll("[data-read]")));
      again(this.find(this.result, ".ktc-again"), [].concat(...links));
      this.find(this.result, '[data-do="retry"]').hidden = !wrong.length;
    }

    /** A changed answer is a new one: it has to be checked again. @param {any} fieldset @param {boolean} [checked] */
    changed(fieldset, checked) {
      const id = fieldset.dataset.question;
      const ids = chosen(fieldset);
      this.catchUp();
      choose(fieldset, ids);
      this.state.answers[id] = ids;
      if (checked) this.state.checked[id] = true;
      else delete this.state.checked[id];
      this.find(fieldset, ".ktc-feedback").removeAttribute("aria-live");
      error(fieldset, false);
      this.show(fieldset);
      this.tally();
      this.save();
    }

    /** The one button of a question: check, then try again or go on. @param {any} fieldset */
    press(fieldset) {
      if (fieldset.dataset.result === "notyet") this.clear([fieldset]);
      else if (fieldset.dataset.result) this.goOn(fieldset);
      else if (chosen(fieldset)) this.changed(fieldset, true);
      else {
        error(fieldset, true);
        focus(fieldset, "input");
      }
    }

    /** @param {any} fieldset */
    goOn(fieldset) {
      if (this.reading) return this.clear([fieldset]);
      const at = this.fieldsets.indexOf(fieldset);
      const next = this.fieldsets.slice(at).concat(this.fieldsets).find((one) => !one.dataset.result);
      if (next) focus(next, "input");
      else focus(this.result, "h2");
    }

    /** @param {any[]} fieldsets */
    clear(fieldsets) {
      fieldsets.forEach((fieldset) => {
        choose(fieldset, "");
        this.changed(fieldset);
      });
      focus(fieldsets[0], "input");
    }

    /** @param {string|undefined} what the button's data-do */
    act(what) {
      if (what === "retry") this.clear(this.fieldsets.filter((fieldset) => fieldset.dataset.result === "notyet"));
      if (what !== "over" || !confirm(ktc.word("quiz.start_over_confirm"))) return;
      ktc.store.remove(this.key);
      this.restore();
      focus(this.fieldsets[0], "input");
    }
  }

  ktc.each("form.ktc-quiz", (/** @type {any} */ form) => new Quiz(form));
})();
