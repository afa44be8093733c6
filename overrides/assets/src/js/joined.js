// @ts-check
// Shows which session a learner has joined, and lets them leave it.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {HTMLElement} line of components/check.html @param {string} quiz */
  function show(line, quiz) {
    const typed = ktc.session.typed();
    const code = ktc.session.code(typed || "");
    if (code) ktc.session.join(quiz, code);
    const joined = ktc.session.joined(quiz);
    const bad = Boolean(typed && !code);
    const [before, after] = ktc.word("check.session", { session: "\n" }).split("\n");
    const said = bad ? [ktc.word("check.session_bad")] : [before, ktc.el("bdi", { dir: "ltr" }, joined), after];
    const text = /** @type {Element} */ (line.firstElementChild);
    text.textContent = "";
    text.append(...said);
    /** @type {any} */ (line.lastElementChild).hidden = bad;
    line.hidden = !bad && !joined;
  }

  /** @param {HTMLElement} line @param {string} quiz @param {() => void} left called after the learner has left */
  ktc.showSession = function (line, quiz, left) {
    show(line, quiz);
    window.addEventListener("hashchange", () => show(line, quiz));
    /** @type {Element} */ (line.lastElementChild).addEventListener("click", () => {
      ktc.session.join(quiz, "");
      // the code also leaves the address, or a reload would bring it back
      if (location.hash) location.hash = "";
      show(line, quiz);
      left();
    });
  };
})();
