// @ts-check
// The trainers' form: a session code in, the link for the group out. Works without a clipboard (http on a LAN).
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {HTMLFormElement} form */
  function start(form) {
    const find = (/** @type {string} */ selector) => /** @type {any} */ (form.querySelector(selector));
    const code = find("#ktc-code");
    const link = find("#ktc-session-link");
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      make(find, code, link);
    });
    find("[data-do]").addEventListener("click", () => copy(link, find("[role=status]")));
    const reach = location.protocol === "file:" ? "local_only" : /^(localhost|127\.|\[::1)/.test(location.hostname) ? "localhost" : "";
    find("#ktc-session-hint").textContent = reach && ktc.word("session." + reach);
  }

  /** @param {(selector: string) => any} find @param {any} code @param {any} link */
  function make(find, code, link) {
    const clean = ktc.session.code(code.value);
    find(".ktc-error").textContent = clean ? "" : ktc.word("session.error");
    find(".ktc-error").hidden = Boolean(clean);
    code.setAttribute("aria-invalid", String(!clean));
    link.parentNode.hidden = !clean;
    find("[role=status]").textContent = "";
    if (!clean) return code.focus();
    code.value = clean;
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
