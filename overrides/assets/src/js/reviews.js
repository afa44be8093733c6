// @ts-check
// Questions that come back: 1 day after they were answered first, then after 7 and after 30 days, then no more.
// An answer that is not right begins anew. Kept by question id: { stage, due }, `due` in Unix time; a question that is
// done has the last stage and the time of its last answer.
(function () {
  "use strict";

  const ktc = window.ktc;

  const KEY = "reviews";
  const DAY = 86400;
  const WAIT = [1, 7, 30, 0].map((days) => days * DAY);
  const DONE = WAIT.length - 1;

  /** @typedef { {stage: number, due: number} } Review */

  /** @param {any} one */
  const fits = (one) => ktc.isCount(one.stage) && one.stage <= DONE && ktc.isCount(one.due);

  /** When a question was answered last: so much before it is due. @param {Review} one */
  const answered = (one) => one.due - WAIT[one.stage];

  /** A day that no answer up to now can have set comes from a clock that was wrong: better soon than never. @param {Review} one */
  const isDue = (one) => one.stage < DONE && (one.due <= ktc.now() || answered(one) > ktc.now() + DAY);

  /** @param {Review|undefined} before @param {boolean} right @returns {Review} */
  function after(before, right) {
    if (right && before && !isDue(before)) return before; // an answer ahead of its day proves nothing about that day
    const stage = right && before ? Math.min(before.stage + 1, DONE) : 0;
    return { stage, due: ktc.now() + WAIT[stage] };
  }

  const reviews = (ktc.reviews = {
    KEY,

    /** What stands in an entry, without what cannot be there. @param {any} value @returns {Object<string, Review>} */
    clean(value) {
      const known = Object.entries(ktc.object(value)).filter(([id, one]) => /^[a-z0-9-]{1,80}$/.test(id) && fits(ktc.object(one)));
      return Object.fromEntries(known.map(([id, { stage, due }]) => [id, { stage, due }]));
    },

    all: () => reviews.clean(ktc.store.object(KEY)),

    /** Of these questions, those that are due. @param {string[]} ids @returns {string[]} */
    due(ids) {
      const all = reviews.all();
      return ids.filter((id) => id in all && isDue(all[id]));
    },

    /** When the others of these questions come. @param {string[]} ids @returns {number[]} Unix times, the next first */
    coming(ids) {
      const all = reviews.all();
      const waiting = ids.filter((id) => id in all && all[id].stage < DONE && !isDue(all[id]));
      return waiting.map((id) => all[id].due).sort((a, b) => a - b);
    },

    /** Of each question what was answered last. @param {any} here @param {any} there @returns {Object<string, Review>} */
    joined(here, there) {
      const all = reviews.clean(here);
      Object.entries(reviews.clean(there)).forEach(([id, one]) => {
        if (!(id in all) || answered(one) > answered(all[id])) all[id] = one;
      });
      return all;
    },
  });

  /**
   * For quiz.js: a practice question was checked.
   * @param {string} id @param {boolean} right
   */
  ktc.answered = function (id, right) {
    const all = reviews.all();
    const next = after(all[id], right);
    if (next !== all[id]) ktc.store.set(KEY, { ...all, [id]: next });
    setTimeout(() => window.dispatchEvent(new Event("ktc:progress"))); // after the quiz has kept its answers
  };
})();
