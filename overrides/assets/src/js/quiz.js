// @ts-check
// Practice quizzes and questions inside the reading: the reason at once, another try for what is not right yet, a round
// at a time, and everything still there after a reload. The questions stand in the page already.
//
// An address that ends in #review=id,id asks just those questions, and keeps nothing. After every check `ktc.answered`,
// if there is one, is called with the question's id and whether the answer was right.
(function () {
  "use strict";

  const ktc = window.ktc;
  const { chosen, choose, arrange, fault, error, focus, FIRST } = ktc.question;
  const { rounds, showQuestion, showProgress } = ktc;

  /**
   * What is kept, by question id; answers and orders as kinds.js writes them. The rest: see rounds.js.
   * @typedef { {order: Object<string, string>, answers: Object<string, string>, checked: Object<string, boolean>,
   *   known: Object<string, boolean>, seen: Object<string, boolean>, skipped: Object<string, boolean>, round: string[]} } State
   */
  const PARTS = ["order", "answers", "checked", "known", "seen", "skipped"];

  /** @param {any} value @returns {Object<string, any>} */
  const dictionary = (value) => (value && typeof value === "object" && !Array.isArray(value) ? { ...value } : {});

  /** @param {Object<string, any>} saved whatever an older visit left @returns {any} */
  const readable = (saved) => Object.fromEntries([...PARTS.map((name) => [name, dictionary(saved[name])]), ["round", saved.round]]);

  class Quiz {
    /** @param {HTMLFormElement} form */
    constructor(form) {
      this.form = form;
      /** @type {State} */
      this.state = readable({});
      this.reading = "reading" in form.dataset;
      this.size = Number(form.dataset.round) || 0;
      this.key = (this.reading ? "question/" : "quiz/") + form.dataset.quiz;
      this.answers = this.find(form, ".ktc-key");
      this.result = this.find(form, ".ktc-result");
      /** @type {any[]} */
      this.bank = Array.from(form.querySelectorAll("[data-question]"));
      this.ids = this.bank.map((fieldset) => fieldset.dataset.question);
      /** Those of the bank that are asked now. @type {any[]} */
      this.fieldsets = this.bank;
      this.bank.forEach((fieldset) => this.listen(fieldset));
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("click", (event) => this.act(/** @type {any} */ (event.target).dataset.do));
      ktc.store.watch(this.key, () => this.review.length || this.restore());
      window.addEventListener("hashchange", () => this.begin());
      this.begin();
      ktc.started(form);
    }

    /** @param {any} fieldset */
    listen(fieldset) {
      const button = (/** @type {string} */ name) => this.find(fieldset, '[data-do="' + name + '"]');
      fieldset.addEventListener("change", () => this.changed(fieldset));
      button("check").addEventListener("click", () => this.press(fieldset));
      button("check").hidden = false;
      if (button("skip")) button("skip").addEventListener("click", () => this.skip(fieldset));
    }

    /** @param {Element} within @param {string} selector @returns {any} */
    find(within, selector) {
      return within.querySelector(selector);
    }

    // -- what is asked, and what is kept

    /** Does what the address asks for: a review, or a round that holds the question it leads to. */
    begin() {
      const given = (/^#review=([a-z0-9,-]+)$/.exec(location.hash) || ["", ""])[1].split(",");
      /** @type {string[]} */
      this.review = this.reading ? [] : this.ids.filter((id) => given.includes(id));
      this.restore();
      const led = this.bank.find((fieldset) => "#" + fieldset.id === location.hash);
      if (led && led.hidden) this.lay([...this.fieldsets.map((fieldset) => fieldset.dataset.question), led.dataset.question]);
      if (led) led.scrollIntoView({ behavior: "instant" });
    }

    /** Ids of questions that the page no longer has stay in the state, unread. Nothing is kept before the first answer. */
    restore() {
      const saved = this.review.length ? {} : ktc.store.object(this.key);
      this.saved = JSON.stringify(saved);
      this.state = readable(saved);
      this.bank.forEach((fieldset) => {
        const id = fieldset.dataset.question;
        this.state.order[id] = arrange(fieldset, this.state.order[id]);
        choose(fieldset, String(this.state.answers[id] || ""));
        // what was there before is not news: a screen reader stays silent until the next answer
        this.find(fieldset, ".ktc-feedback").setAttribute("aria-live", "off");
        showQuestion(this, fieldset);
      });
      this.lay(this.review.length ? this.review : rounds.current(this.state, this.ids, this.size));
    }

    /** Shows these questions of the bank and their answers, and no others. @param {string[]} round */
    lay(round) {
      this.state.round = round;
      this.fieldsets = this.bank.filter((fieldset) => round.includes(fieldset.dataset.question));
      this.bank.forEach((fieldset) => {
        if (this.reading) return;
        const n = this.fieldsets.indexOf(fieldset) + 1;
        fieldset.hidden = this.entry(fieldset).parentNode.hidden = !n;
        this.find(fieldset, ".ktc-number").textContent = ktc.word("quiz.question_of", { n, total: this.fieldsets.length });
      });
      showProgress(this);
    }

    save() {
      if (this.review.length) return;
      const state = { ...this.state, done: rounds.done(this.state, this.ids), total: this.ids.length, saved: ktc.now() };
      this.saved = JSON.stringify(state);
      ktc.store.set(this.key, state);
    }

    /** Takes in what another tab has saved since, in case its message is still to come. */
    catchUp() {
      const kept = this.review.length ? null : ktc.store.get(this.key);
      if (kept && JSON.stringify(kept) !== this.saved) this.restore();
    }

    /** @param {any} fieldset @returns {any} the question's part of the list of answers */
    entry(fieldset) {
      return this.find(this.answers, '[data-key="' + fieldset.dataset.question + '"]');
    }

    // -- what the learner does

    /** A changed answer is a new one: it has to be checked again. @param {any} fieldset @param {boolean} [checked] */
    changed(fieldset, checked) {
      const id = fieldset.dataset.question;
      const ids = chosen(fieldset);
      this.catchUp();
      choose(fieldset, ids);
      this.state.answers[id] = ids;
      delete this.state.skipped[id];
      if (checked) this.state.checked[id] = true;
      else delete this.state.checked[id];
      this.news(fieldset);
    }

    /** Shows and keeps what the learner has done with a question. @param {any} fieldset */
    news(fieldset) {
      this.find(fieldset, ".ktc-feedback").removeAttribute("aria-live");
      error(fieldset, "");
      showQuestion(this, fieldset);
      showProgress(this);
      this.save();
    }

    /** The one button of a question: check, or take the next decision; then try again or go on. @param {any} fieldset */
    press(fieldset) {
      const { result, kind } = fieldset.dataset;
      if (result === "notyet") this.clear([fieldset]);
      else if (result) this.goOn(fieldset);
      else if (fault(fieldset)) {
        error(fieldset, fault(fieldset));
        focus(fieldset, FIRST);
      } else {
        const consequence = kind === "story" && ktc.kinds.story.advance(fieldset);
        this.changed(fieldset, !consequence);
        if (consequence) consequence.focus();
        else if (ktc.answered) ktc.answered(fieldset.dataset.question, fieldset.dataset.result === "right");
      }
    }

    /** @param {any} fieldset */
    skip(fieldset) {
      const id = fieldset.dataset.question;
      this.catchUp();
      choose(fieldset, "");
      delete this.state.answers[id];
      delete this.state.checked[id];
      this.state.skipped[id] = true;
      this.news(fieldset);
      this.goOn(fieldset);
    }

    /** @param {any} fieldset */
    goOn(fieldset) {
      if (this.reading) return this.clear([fieldset]);
      const at = this.fieldsets.indexOf(fieldset);
      const next = this.fieldsets.slice(at).concat(this.fieldsets).find((one) => !one.dataset.result);
      if (next) focus(next, FIRST);
      else focus(this.result, "h2");
    }

    /** @param {any[]} fieldsets */
    clear(fieldsets) {
      fieldsets.forEach((fieldset) => {
        choose(fieldset, "");
        this.changed(fieldset);
      });
      focus(fieldsets[0], FIRST);
    }

    /** The next round asks afresh, also what was asked before. */
    another() {
      this.catchUp();
      this.state.round.forEach((id) => (this.state.seen[id] = true));
      this.state.round = rounds.next(this.state, this.ids, this.size);
      const { round, answers, checked, skipped } = this.state;
      [answers, checked, skipped].forEach((/** @type {any} */ part) => round.forEach((id) => delete part[id]));
      this.save();
      this.restore();
      focus(this.fieldsets[0], FIRST);
    }

    /** @param {string|undefined} what the button's data-do */
    act(what) {
      if (what === "retry") this.clear(this.fieldsets.filter((fieldset) => fieldset.dataset.result === "notyet"));
      if (what === "another") this.another();
      if (what !== "over" || !confirm(ktc.word("quiz.start_over_confirm"))) return;
      ktc.store.remove(this.key);
      this.restore();
      focus(this.fieldsets[0], FIRST);
    }
  }

  ktc.each("form.ktc-quiz", (/** @type {any} */ form) => new Quiz(form));
})();
