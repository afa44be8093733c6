// @ts-check
// The final check: rules, questions, result. One saved state says where the learner is; every view is
// drawn from it, so that a reload, a closed tab or a second tab changes nothing.
(function () {
  "use strict";

  const ktc = window.ktc;
  const { chosen, choose, arrange, error, focus, progress } = ktc.question;

  /** @type {Object<string, any>} by quiz id */
  const banks = {};

  /** Called by bank.js, which the assembly writes beside the page. @param {any} bank */
  ktc.bank = (bank) => (banks[bank.quiz] = bank);

  /**
   * @typedef { {edition: string, draw: number[], order: Object<string, string>, answers: Object<string, string>,
   *   finished?: number, passed?: boolean, payload?: string}} State
   *   draw: indexes of questions in the order shown; answers: chosen ids by question id
   */

  class Check {
    /** @param {HTMLElement} root */
    constructor(root) {
      this.root = root;
      this.quiz = root.dataset.quiz || "";
      /** @type {any} a State, or null before the start */
      this.state = null;
      this.key = "quiz/" + this.quiz;
      this.sheet = this.find(".ktc-sheet");
      this.result = this.find(".ktc-result");
      this.find("[data-without]").hidden = true;
      root.addEventListener("click", (event) => this.act(/** @type {any} */ (event.target).dataset.do));
      this.sheet.addEventListener("change", (/** @type {any} */ event) => this.answer(event.target.closest("fieldset")));
      this.sheet.addEventListener("submit", (/** @type {Event} */ event) => this.submit(event));
      ktc.nameForm(this.find(".ktc-pass"), (/** @type {string} */ name) => this.make(name));
      ktc.store.watch(this.key, () => this.resume());
      ktc.showSession(this.find(".ktc-session"), this.quiz, () => this.tell("check.session_left").focus());
      this.resume();
    }

    /** @param {string} selector @returns {any} */
    find(selector) {
      return this.root.querySelector(selector);
    }

    /** @param {string|undefined} what the button's data-do */
    act(what) {
      if (what === "start" || what === "again") this.start();
      if (what === "new" && confirm(ktc.word("quiz.start_over_confirm"))) {
        ktc.store.remove(this.key);
        this.show(null);
        this.find('[data-do="start"]').focus();
      }
    }

    /** @param {string} key of a word, or "" @returns {any} */
    tell(key) {
      const told = this.find(".ktc-told");
      told.textContent = "";
      if (key) told.append(ktc.el("p", { class: "ktc-notice ktc-notice--info" }, ktc.word(key)));
      return told;
    }

    // -- bank and state

    /** @returns {Promise<boolean>} whether the bank is here */
    async load() {
      this.tell("check.loading");
      try {
        await ktc.load("bank.js");
      } catch (missing) {
        // told below, like a bank that came damaged
      }
      this.bank = banks[this.quiz];
      this.tell(this.bank ? "" : "check.load_failed");
      return Boolean(this.bank);
    }

    /** Draws the view that the saved state asks for: at load, and when another tab has changed it. */
    async resume() {
      const state = ktc.store.get(this.key);
      if (!state) return this.show(null);
      if (!(await this.load())) return this.show(null);
      if (this.fits(state)) return this.show(state);
      ktc.store.remove(this.key);
      this.show(null);
      this.tell("check.outdated");
    }

    /** Whether a saved state belongs to this edition, and can be shown and graded. @param {any} state */
    fits(state) {
      const { edition, draw, order, answers, finished } = state;
      const whole = [draw, order, answers].every((part) => part && typeof part === "object");
      if (!whole || edition !== this.bank.edition || !Array.isArray(draw)) return false;
      if (!draw.every((index) => this.bank.questions[index]) || !ktc.drawFits(this.bank, draw)) return false;
      const given = Object.keys(answers).every((id) => typeof answers[id] === "string");
      return given && (!finished || this.grade(state).right !== null);
    }

    /** @param {State} state @returns {[any, string][]} questions in the order shown, with the chosen ids */
    given(state) {
      const questions = state.draw.map((index) => this.bank.questions[index]);
      return questions.map((question) => [question, state.answers[question.id] || ""]);
    }

    /** @param {State} state @returns {[number, string][]} as a record has them: indexes ascending */
    answers(state) {
      const indexes = state.draw.slice().sort((a, b) => a - b);
      return indexes.map((index) => [index, state.answers[this.bank.questions[index].id] || ""]);
    }

    /** @param {State} state */
    grade(state) {
      return ktc.grade(this.bank, this.answers(state));
    }

    save() {
      const state = this.state;
      const done = this.given(state).filter((pair) => pair[1]).length;
      ktc.store.set(this.key, { ...state, done, total: state.draw.length });
      progress(this.sheet, done, state.draw.length);
    }

    // -- views

    async start() {
      if (!(await this.load())) return;
      const draw = ktc.shuffle(ktc.draw(this.bank));
      this.show({ edition: this.bank.edition, draw, order: {}, answers: {} });
      focus(this.sheet, "h2");
    }

    /** @param {State|null} state */
    show(state) {
      const finished = Boolean(state && state.finished);
      this.state = state;
      this.find(".ktc-intro").hidden = this.find('[data-do="start"]').hidden = Boolean(state);
      this.find('[data-do="new"]').hidden = !state;
      this.sheet.hidden = !state || finished;
      this.result.hidden = !finished;
      if (finished) this.showResult();
      else if (state) this.showSheet();
    }

    showSheet() {
      const { order, answers } = this.state;
      const total = this.state.draw.length;
      const fieldsets = this.given(this.state).map(([question], at) => ktc.sheet.fieldset(question, at + 1, total));
      fieldsets.forEach((fieldset) => {
        const id = fieldset.dataset.question;
        order[id] = arrange(fieldset, order[id]);
        choose(fieldset, answers[id] || "");
        if (answers[id]) answers[id] = chosen(fieldset);
      });
      const box = this.find(".ktc-drawn");
      box.textContent = "";
      box.append(...fieldsets);
      this.save();
    }

    showResult() {
      const grade = this.grade(this.state);
      ktc.showResult(this.result, this.bank, grade, this.given(this.state));
      this.find(".ktc-pass").hidden = !grade.passed;
      if (grade.passed) ktc.showNameForm(this.find(".ktc-pass"), this.state.payload);
    }

    // -- what the learner does

    /** @param {any} fieldset */
    answer(fieldset) {
      this.state.answers[fieldset.dataset.question] = chosen(fieldset);
      error(fieldset, false);
      this.save();
    }

    /** @param {Event} event */
    submit(event) {
      event.preventDefault();
      const fieldsets = Array.from(this.sheet.querySelectorAll("fieldset"));
      if (ktc.sheet.problems(this.find(".ktc-errors"), fieldsets)) return;
      this.state.finished = Math.floor(Date.now() / 1000);
      this.state.passed = this.grade(this.state).passed;
      this.save();
      this.show(this.state);
      focus(this.result, "h2");
    }

    /** @param {string} name good, or empty */
    make(name) {
      const { edition, finished } = this.state;
      const session = ktc.session.joined(this.quiz);
      const made = ktc.makeRecord({ edition, answers: this.answers(this.state), name, session, finished });
      this.state.payload = made.payload;
      this.save();
      this.showResult(); // for whoever comes back to this page
      location.href = made.href;
    }
  }

  ktc.each(".ktc-check", (/** @type {any} */ root) => new Check(root));
})();
