// @ts-check
// The final check: rules, questions, result. One saved state says where the learner is; every view is
// drawn from it, so that a reload, a closed tab or a second tab changes nothing.
(function () {
  "use strict";

  const ktc = window.ktc;
  const { chosen, choose, arrange, error, focus, progress, isWhole } = ktc.question;
  const attempt = ktc.attempt;

  /** @type {Object<string, any>} by quiz id */
  const banks = {};

  /** Called by bank.js, which the assembly writes beside the page. @param {any} bank */
  ktc.bank = (bank) => (banks[bank.quiz] = bank);

  class Check {
    /** @param {HTMLElement} root */
    constructor(root) {
      this.root = root;
      this.quiz = root.dataset.quiz || "";
      /** @type {any} see attempt.js; null before the start */
      this.state = null;
      /** @type {number[]|undefined} what was drawn before the learner began anew */
      this.seen = undefined;
      this.key = "quiz/" + this.quiz;
      this.sheet = this.find(".ktc-sheet");
      this.result = this.find(".ktc-result");
      root.addEventListener("click", (event) => this.act(/** @type {any} */ (event.target).dataset.do));
      this.sheet.addEventListener("change", (/** @type {any} */ event) => this.answer(event.target.closest("fieldset")));
      this.sheet.addEventListener("submit", (/** @type {Event} */ event) => this.submit(event));
      ktc.nameForm(this.find(".ktc-pass"), (/** @type {string} */ name) => this.make(name));
      ktc.store.watch(this.key, () => this.resume());
      ktc.showSession(this.find(".ktc-session"), this.quiz, (/** @type {string} */ code) => this.tell(code ? "" : "check.session_left").focus());
      this.resume();
      ktc.started(root);
    }

    /** @param {string} selector @returns {any} */
    find(selector) {
      return this.root.querySelector(selector);
    }

    /** @param {string|undefined} what the button's data-do */
    act(what) {
      if (what === "start" || what === "again") this.start();
      if (what === "new" && confirm(ktc.word("quiz.start_over_confirm"))) {
        this.seen = this.state.draw;
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
      if (!banks[this.quiz]) this.tell("check.loading");
      const arrived = await ktc.load("bank.js", () => banks[this.quiz]).then(() => true, () => false);
      this.bank = banks[this.quiz];
      this.tell(arrived ? "" : "check.load_failed");
      return arrived;
    }

    /** Draws the view that the saved state asks for: at load, and when another tab has changed it. */
    async resume() {
      const state = ktc.store.get(this.key);
      if (!state || !(await this.load())) return this.show(null);
      if (attempt.fits(this.bank, state)) return this.show(state);
      const earlier = await attempt.earlier(this.quiz, state);
      if (earlier) this.bank = earlier;
      if (earlier) return this.show(state);
      this.show(null);
      this.tell("check.outdated"); // the state stays until the next start: another copy of the site may know its edition
    }

    /** @returns {boolean} whether another tab has put a different state in this one's place */
    replaced() {
      return attempt.replaced(this.bank, this.state, ktc.store.object(this.key));
    }

    /** Takes in what another tab has answered, in case its message is still to come. @returns {boolean} whether the sheet still stands */
    catchUp() {
      if (this.replaced()) {
        this.resume();
        return false;
      }
      const kept = ktc.store.object(this.key);
      if (attempt.fits(this.bank, kept)) this.state.answers = { ...kept.answers };
      this.fieldsets().forEach((fieldset) => choose(fieldset, this.state.answers[fieldset.dataset.question] || ""));
      return true;
    }

    /** @returns {any[]} */
    fieldsets() {
      return Array.from(this.sheet.querySelectorAll("fieldset"));
    }

    /** After something the learner did, and only then: a tab that draws what it has just read could undo what came later. */
    save() {
      const total = this.state.draw.length;
      this.state.saved = ktc.now();
      ktc.store.set(this.key, { ...this.state, done: this.done(), total });
      progress(this.sheet, this.done(), total);
    }

    /** @returns {number} how many questions are answered */
    done() {
      return attempt.given(this.bank, this.state).filter((pair) => isWhole(pair[1])).length;
    }

    // -- views

    async start() {
      if (!(await this.load())) return;
      const kept = ktc.store.object(this.key); // begun in another tab, or before the bank went missing
      const fits = attempt.fits(this.bank, kept);
      const draw = ktc.draw(this.bank, fits ? kept.draw : this.seen);
      const fresh = { edition: this.bank.edition, draw: ktc.shuffle(draw), order: {}, answers: {} };
      this.show(fits && !kept.finished ? kept : fresh);
      this.save();
      focus(this.sheet, "h2");
    }

    /** @param {any} state */
    show(state) {
      const finished = Boolean(state && state.finished);
      this.state = state;
      this.find(".ktc-intro").hidden = this.find('[data-do="start"]').hidden = Boolean(state);
      this.find(".ktc-new").hidden = !state;
      this.sheet.hidden = !state || finished;
      this.result.hidden = !finished;
      if (finished) this.showResult();
      else if (state) this.showSheet();
    }

    showSheet() {
      const { order, answers } = this.state;
      const place = this.sheet.contains(document.activeElement) ? document.activeElement.id : "";
      const total = this.state.draw.length;
      const fieldsets = attempt.given(this.bank, this.state).map(([question], at) => ktc.sheet.fieldset(question, at + 1, total));
      fieldsets.forEach((fieldset) => {
        const id = fieldset.dataset.question;
        order[id] = arrange(fieldset, order[id]);
        choose(fieldset, answers[id] || "");
        if (answers[id]) answers[id] = chosen(fieldset);
      });
      const box = this.find(".ktc-drawn");
      box.textContent = "";
      box.append(...fieldsets);
      const focused = document.getElementById(place); // gone where another tab has begun anew
      if (focused) focused.focus({ preventScroll: true });
      progress(this.sheet, this.done(), total);
    }

    showResult() {
      const grade = attempt.grade(this.bank, this.state);
      const earlier = Boolean(this.bank.earlier); // an edition whose questions are no longer here to be shown
      ktc.showResult(this.result, this.bank, grade, earlier ? [] : attempt.given(this.bank, this.state));
      this.find(".ktc-reviews").hidden = earlier;
      if (earlier) this.tell("check.outdated_passed");
      if (earlier) this.find('[data-do="again"]').hidden = false;
      this.find(".ktc-pass").hidden = !grade.passed;
      if (grade.passed) ktc.showNameForm(this.find(".ktc-pass"), this.state.payload);
    }

    // -- what the learner does

    /** @param {any} fieldset */
    answer(fieldset) {
      const ids = chosen(fieldset);
      if (!this.catchUp()) return;
      choose(fieldset, ids);
      this.state.answers[fieldset.dataset.question] = ids;
      error(fieldset, "");
      this.save();
    }

    /** @param {Event} event */
    submit(event) {
      event.preventDefault();
      if (!this.catchUp() || ktc.sheet.problems(this.find(".ktc-errors"), this.fieldsets())) return;
      this.state.finished = ktc.now();
      this.state.passed = attempt.grade(this.bank, this.state).passed;
      this.save();
      this.show(this.state);
      focus(this.result, "h2");
    }

    /** @param {string} name good, or empty */
    make(name) {
      const { edition, finished } = this.state;
      const session = ktc.session.joined(this.quiz);
      const made = ktc.makeRecord({ edition, answers: attempt.answers(this.bank, this.state), name, session, finished });
      this.state.payload = made.payload;
      if (!this.replaced()) this.save();
      this.showResult(); // for whoever comes back to this page
      location.href = made.href;
    }
  }

  ktc.each(".ktc-check", (/** @type {any} */ root) => new Check(root));
})();
