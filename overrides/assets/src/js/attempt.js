// @ts-check
// One learner's go at a final check, as check.js keeps it: what it holds, and whether it can still be shown and graded.
(function () {
  "use strict";

  const ktc = window.ktc;

  /**
   * @typedef { {edition: string, draw: number[], order: Object<string, string>, answers: Object<string, string>,
   *   finished?: number, passed?: boolean, payload?: string, saved?: number} } State
   *   draw: indexes of questions in the order shown; answers: chosen ids by question id
   */

  /** @param {any} value */
  const isObject = (value) => Boolean(value) && typeof value === "object";

  const attempt = (ktc.attempt = {
    /** @param {any} bank @param {State} state @returns {[any, string][]} questions in the order shown, with the chosen ids */
    given: (bank, state) =>
      state.draw.map((index) => bank.questions[index]).map((question) => [question, state.answers[question.id] || ""]),

    /** @param {any} bank @param {State} state @returns {[number, string][]} as a record has them: indexes ascending */
    answers: (bank, state) =>
      state.draw.slice().sort((a, b) => a - b).map((index) => [index, state.answers[bank.questions[index].id] || ""]),

    /** @param {any} bank @param {State} state */
    grade: (bank, state) => ktc.grade(bank, attempt.answers(bank, state)),

    /** Whether a kept state belongs to the bank's edition, and can be shown and graded. @param {any} bank @param {any} state */
    fits(bank, state) {
      const { edition, draw, order, answers, finished } = state;
      if (![draw, order, answers].every(isObject) || edition !== bank.edition || !Array.isArray(draw)) return false;
      if (!draw.every((index) => bank.questions[index]) || !ktc.drawFits(bank, draw)) return false;
      if (!Object.keys(answers).every((id) => typeof answers[id] === "string")) return false;
      if (finished === undefined) return true;
      return Number.isSafeInteger(finished) && finished > 0 && attempt.grade(bank, state).right !== null;
    },

    /**
     * The key of an earlier edition that the state has passed: published keys stay, so it can still become a certificate.
     * @param {string} quiz @param {any} state
     * @returns {Promise<any>} in place of a bank, without texts; null when there is none
     */
    async earlier(quiz, state) {
      const trust = await ktc.loadTrust().catch(() => ({ editions: {} }));
      const [edition, { key }] = Object.entries(trust.editions).find(([id]) => id === state.edition) || ["", { key: {} }];
      const bank = { ...key, edition, earlier: true };
      if (key.quiz !== quiz || !state.finished || !attempt.fits(bank, state)) return null;
      return attempt.grade(bank, state).passed ? bank : null;
    },

    /**
     * Whether another tab has put a different one in this one's place. Where what is kept was deleted or damaged, what
     * is on the screen counts.
     * @param {any} bank @param {State} state @param {any} kept
     */
    replaced(bank, state, kept) {
      if (!attempt.fits(bank, kept)) return Boolean(kept.edition && kept.edition !== state.edition);
      return kept.draw.join() !== state.draw.join() || kept.finished !== state.finished;
    },
  });
})();
