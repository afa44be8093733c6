// @ts-check
// Glossary terms: a press opens the explanation below the paragraph and closes it again. Without this script a term is
// a link to the glossary. The explanations stand in the page, each in a <template> beside the first use of its term.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** The term whose explanation shows. @type {any} */
  let open = null;

  function close() {
    if (!open) return;
    open.setAttribute("aria-expanded", "false");
    note(open).textContent = "";
    open = null;
  }

  /** @param {any} link @returns {any} the place for its explanation */
  const note = (link) => document.getElementById(link.getAttribute("aria-controls"));

  /** @param {any} link @param {HTMLTemplateElement} text */
  function toggle(link, text) {
    const show = link !== open;
    close();
    if (!show) return;
    note(link).append(text.content.cloneNode(true));
    link.setAttribute("aria-expanded", "true");
    open = link;
  }

  /** Empty until a press fills it, so that screen readers say what comes. @param {any} link @param {string} id */
  function prepare(link, id) {
    const block = link.closest("p, li, td, th, dd") || link;
    const place = ktc.el(block.matches("p, a") ? "div" : "span", { id: id, class: "ktc-definition", role: "status" });
    if (block.matches("p, a")) block.after(place);
    else block.append(place);
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", id);
  }

  let made = 0;

  ktc.each("a.ktc-term", (link) => {
    /** @type {any} */
    const text = document.querySelector('template[data-term="' + link.dataset.term + '"]');
    if (!text) return;
    prepare(link, "ktc-definition-" + ++made);
    link.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab shows the glossary
      event.preventDefault();
      toggle(link, text);
    });
    link.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      toggle(link, text);
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    if (note(open).contains(document.activeElement)) open.focus();
    close();
  });
})();
