// @ts-check
// Hands something out of the page: to the clipboard, or as a file. Nothing is sent anywhere.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** Marks the text of an element, for the reader or for the old copy command. @param {Element} element */
  function mark(element) {
    const range = document.createRange();
    const selection = window.getSelection();
    range.selectNodeContents(element);
    if (!selection) return;
    selection.removeAllRanges();
    selection.addRange(range);
  }

  /** @param {Element} element @returns {boolean} */
  function copyMarked(element) {
    mark(element);
    return document.execCommand("copy");
  }

  /**
   * Copies the text of an element. There is no clipboard on plain http: then the old command may still do it, and
   * where that fails too the text stays marked.
   * @param {Element} element
   * @returns {Promise<boolean>} whether it was copied
   */
  ktc.copy = function (element) {
    const clipboard = navigator.clipboard;
    if (!clipboard) return Promise.resolve(copyMarked(element));
    return clipboard.writeText(element.textContent || "").then(() => true, () => copyMarked(element));
  };

  /** @param {string} name of the file @param {string} text @param {string} type such as text/csv */
  ktc.save = function (name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    const link = ktc.el("a", { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    // some browsers read the address only after the click has been handled
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };
})();
