// @ts-check
// Shows the session code that a learner's record will carry; lets them type one, or go without.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {HTMLElement} line of components/check.html @param {string} quiz */
  function show(line, quiz) {
    const typed = ktc.session.typed();
    const joined = ktc.session.joined(quiz);
    const bad = Boolean(typed && !ktc.session.code(typed));
    const [before, after] = ktc.word("check.session", { session: "\n" }).split("\n");
    const said = bad ? [ktc.word("check.session_bad")] : [before, ktc.el("bdi", { dir: "ltr" }, joined), after];
    const text = /** @type {Element} */ (line.firstElementChild);
    text.textContent = "";
    text.append(...said);
    /** @type {any} */ (line.lastElementChild).hidden = bad;
    line.hidden = !bad && !joined;
    /** @type {any} */ (line.nextElementSibling).hidden = Boolean(joined);
  }

  /** Joins what the address asks for; not what another tab has just left or deleted. @param {HTMLElement} line @param {string} quiz */
  function join(line, quiz) {
    const code = ktc.session.code(ktc.session.typed() || "");
    if (code) ktc.session.join(quiz, code);
    show(line, quiz);
  }

  /** @param {HTMLElement} line @param {string} quiz @param {(code: string) => void} decided called with the code typed here, "" for none */
  ktc.showSession = function (line, quiz, decided) {
    /** @param {string} code */
    const decide = (code) => {
      ktc.session.join(quiz, code);
      // what stands in the address no longer counts, or a reload or the back button would bring it back
      if (location.hash) history.replaceState(null, "", location.href.split("#")[0]);
      show(line, quiz);
      decided(code);
    };
    join(line, quiz);
    window.addEventListener("hashchange", () => join(line, quiz));
    ktc.store.watch("session", () => show(line, quiz));
    /** @type {Element} */ (line.lastElementChild).addEventListener("click", () => decide(""));
    /** @type {any} */ (line.nextElementSibling).addEventListener("submit", (/** @type {any} */ event) => {
      event.preventDefault();
      const form = event.target;
      const code = ktc.session.code(form.code.value);
      form.querySelector(".ktc-error").textContent = code ? "" : ktc.word("session.error");
      form.code.setAttribute("aria-invalid", String(!code));
      if (code) decide(code);
      (code ? line : form.code).focus();
    });
  };
})();
