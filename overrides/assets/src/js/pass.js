// @ts-check
// After a passed check: the name, if any, and the way to the certificate. Nothing leaves the browser.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** Characters that cannot be seen all get the same advice. @type {Object<string, string>} */
  const WORDS = { "name-too-long": "name.too_long", "name-alphabet": "name.alphabet" };

  /** @param {string} typed @returns { {name: string, problem: string} } problem: what to tell the learner, or "" */
  function clean(typed) {
    if (!typed.trim()) return { name: "", problem: "" };
    if (!ktc.trust) return { name: "", problem: ktc.word("verify.no_trust") };
    const { name, problem } = ktc.record.cleanName(typed, ktc.trust.names);
    if (!problem) return { name, problem };
    const isStrange = (/** @type {string} */ one) => ktc.record.nameProblem(one, ktc.trust.names) === "name-alphabet";
    const character = Array.from(name).find(isStrange) || "";
    return { name, problem: ktc.word(WORDS[problem] || "name.invisible", { character }) };
  }

  /** @param {HTMLFormElement} form @returns { {name: string, problem: string} } */
  function validate(form) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    const error = /** @type {HTMLElement} */ (form.querySelector(".ktc-error"));
    const result = clean(input.value);
    if (error.textContent !== result.problem) error.textContent = result.problem;
    input.setAttribute("aria-invalid", String(Boolean(result.problem)));
    return result;
  }

  /** The letters of names come with the trust file; without it only an empty name can be used. */
  const letters = () => ktc.loadTrust().catch(() => {});

  /** @param {HTMLFormElement} form @param {(name: string) => void} make called with the name once it is good */
  ktc.nameForm = function (form, make) {
    form.addEventListener("input", () => ktc.trust && validate(form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      letters().then(() => {
        const { name, problem } = validate(form);
        if (problem) /** @type {HTMLElement} */ (form.querySelector("input")).focus();
        else make(name);
      });
    });
  };

  /** Shows the form; folded below a link to the record, where one was made before from the same answers. @param {any} form @param {string|undefined} payload */
  ktc.showNameForm = function (form, payload) {
    const kept = ktc.records.all().some((/** @type {any} */ record) => record.payload === payload);
    const link = form.querySelector(".ktc-made a");
    const fold = form.querySelector("details");
    link.href = ktc.page("certificates/index.html") + "#r=" + payload;
    link.parentNode.hidden = fold.firstElementChild.hidden = !kept;
    fold.open = !kept;
    letters().then(() => ktc.trust && validate(form)); // early, so that a name is checked while it is typed
  };
})();
