// @ts-check
// The home page's "continue where you stopped": shown only when this device holds something to continue.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {any} entry a list item for one quiz @returns {boolean} whether its quiz is begun and not done */
  function quiz(entry) {
    const state = ktc.store.object("quiz/" + entry.dataset.quizState);
    if (!state.done || !(state.done < state.total)) return false;
    const words = { done: state.done, n: state.total };
    entry.querySelector("a").textContent = ktc.word("home.continue_" + entry.dataset.kind, words);
    return true;
  }

  /** @returns {boolean} whether a certificate is saved here */
  function records() {
    const saved = ktc.store.get("records");
    return Array.isArray(saved) && saved.length > 0;
  }

  /** @param {any} card */
  function show(card) {
    const entries = Array.from(card.querySelectorAll("li"));
    entries.forEach((entry) => {
      entry.hidden = !("records" in entry.dataset ? records() : quiz(entry));
    });
    card.hidden = entries.every((entry) => entry.hidden);
  }

  ktc.each(".ktc-continue", (card) => {
    show(card);
    ktc.store.watch("*", () => show(card));
  });
})();
