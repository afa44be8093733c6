// @ts-check
// The trainers' form: a session code in, the link for the group out; from a file, what to tell the group. Works
// without a clipboard (http on a LAN).
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {HTMLFormElement} form */
  function start(form) {
    const find = (/** @type {string} */ selector) => /** @type {any} */ (form.querySelector(selector));
    const code = find("[name=code]");
    const link = find("[readonly]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      make(find, code, link);
    });
    find("[data-do]").addEventListener("click", () => copy(link, find("[role=status]")));
    find(".ktc-link-hint").textContent = ktc.alone && ktc.word("session.localhost");
    if (ktc.alone === "file") find("[type=submit]").textContent = ktc.word("check.code_use");
    form.hidden = false;
    ktc.started(/** @type {Element} */ (form.parentNode));
  }

  /** @param {(selector: string) => any} find @param {any} code @param {any} link */
  function make(find, code, link) {
    const clean = ktc.session.code(code.value);
    find(".ktc-error").textContent = clean ? "" : ktc.word("session.error");
    find(".ktc-error").hidden = Boolean(clean);
    code.setAttribute("aria-invalid", String(!clean));
    // a file's address leads nowhere else, and can name its owner
    const file = ktc.alone === "file";
    link.parentNode.hidden = !clean || file;
    find("[role=status]").textContent = clean && file ? ktc.word("session.local_only", { session: clean }) : "";
    if (clean) code.value = clean;
    if (!clean || file) return code.focus();
    // the page's own address, not site_url: a group on a trainer's network has to reach the trainer's laptop
    link.value = new URL(link.form.dataset.target, location.href).href + "#s=" + clean;
    link.focus();
    link.select();
  }

  /** @param {any} link @param {HTMLElement} status */
  async function copy(link, status) {
    link.select();
    let copied = false;
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(link.value);
      copied = Boolean(navigator.clipboard) || document.execCommand("copy");
    } catch (refused) {
      // the link stays marked for copying by hand
    }
    status.textContent = ktc.word(copied ? "session.copied" : "cert.copy_failed");
  }

  ktc.each("form.ktc-session-form", start);
})();
