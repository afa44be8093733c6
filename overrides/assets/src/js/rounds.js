// @ts-check
// Which questions of a practice bank are asked at a time, and how much of the bank is done. Rules alone, no page.
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /**
   * By question id: `known` was right at least once, `seen` was asked in an earlier round, `skipped` is left out on
   * purpose. `round`: the ids that are asked now.
   * @typedef { {known: Object<string, any>, seen: Object<string, any>, skipped: Object<string, any>, round?: any} } State
   */

  ktc.rounds = {
    /**
     * The round that is under way; the first one where none is, or where the bank no longer has its questions.
     * @param {State} state
     * @param {string[]} ids of the bank, in its order
     * @param {number} size of a round; 0: the whole bank
     * @returns {string[]} in the order of the bank
     */
    current(state, ids, size) {
      const kept = Array.isArray(state.round) ? state.round : [];
      const round = ids.filter((id) => kept.includes(id));
      return size && round.length ? round : ktc.rounds.next(state, ids, size);
    },

    /**
     * The questions of the next round: those not seen first, then those that were never right. Once all were, the
     * bank begins again.
     * @param {State} state @param {string[]} ids @param {number} size @returns {string[]} in the order of the bank
     */
    next(state, ids, size) {
      if (!size) return ids;
      const fresh = ids.filter((id) => !state.seen[id]);
      const wrong = ids.filter((id) => state.seen[id] && !state.known[id] && !state.skipped[id]);
      const due = fresh.concat(wrong).slice(0, size);
      return due.length ? ids.filter((id) => due.includes(id)) : ktc.rounds.next({ ...state, seen: {} }, ids, size);
    },

    /** How many questions of the bank are done: right at least once, in whatever round, or skipped. @param {State} state @param {string[]} ids */
    done: (state, ids) => ids.filter((id) => state.known[id] || state.skipped[id]).length,
  };
})();
