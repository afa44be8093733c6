// @ts-check
// The page of review: what is due, by module, each with a link to exactly those questions; else when the next ones come.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {number[]} times the next first @returns {string} */
  function coming(times) {
    const [date] = times.map(ktc.date);
    return ktc.word("review.next", { n: times.filter((time) => ktc.date(time) === date).length, date });
  }

  ktc.each("[data-review]", (root) => {
    const part = (/** @type {string} */ name) => root.querySelector('[data-part="' + name + '"]');
    const entries = Array.from(root.querySelectorAll("[data-module]"));
    const pages = entries.map((entry) => entry.querySelector("a").href);

    /** @param {any} entry @param {number} at @returns {number} how many questions of this module are due */
    function list(entry, at) {
      const ids = ktc.reviews.due(ktc.study.module(entry.dataset.module).questions);
      entry.hidden = !ids.length;
      entry.querySelector("a").href = pages[at] + "#review=" + ids.join(",");
      entry.lastElementChild.textContent = ktc.word("study.questions", { n: ids.length });
      return ids.length;
    }

    ktc.study.follow(() => {
      const n = entries.map(list).reduce((a, b) => a + b, 0);
      const times = ktc.reviews.coming(ktc.study.questions(ktc.study.outline().modules));
      part("due").textContent = n ? ktc.word("review.due", { n }) : ktc.word("review.none");
      part("due").hidden = false;
      part("modules").hidden = !n;
      part("next").textContent = times.length ? coming(times) : "";
      part("next").hidden = !times.length;
      part("begin").hidden = Boolean(n || times.length);
    });
    ktc.started(root);
  });
})();
