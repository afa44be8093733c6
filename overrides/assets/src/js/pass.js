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

  /** @param {HTMLFormElement} form @param {(name: string) => void} make called with the name once it is good */
  ktc.nameForm = function (form, make) {
    form.addEventListener("input", () => validate(form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { name, problem } = validate(form);
      if (problem) /** @type {HTMLElement} */ (form.querySelector("input")).focus();
      else make(name);
    });
  };

  /** Shows the form, with a link to the certificate made before from the same answers. @param {any} form @param {string|undefined} payload */
  ktc.showNameForm = function (form, payload) {
    const kept = [].concat(ktc.store.get("records") || []).some((/** @type {any} */ record) => record.payload === payload);
    const link = form.querySelector(".ktc-made a");
    link.href = ktc.page("certificates/index.html") + "#r=" + payload;
    link.parentNode.hidden = !kept;
    // the names of the alphabet come with the trust file, needed only now; a failure shows when a name is typed
    if (!ktc.trust) ktc.load(new URL("trust.js", ktc.root).href).then(() => validate(form), () => {});
  };
})();
