// @ts-check
// A button that prints the page; without scripts it stays hidden, and the browser's own menu does it.
(function () {
  "use strict";

  document.querySelectorAll("[data-print]").forEach((place) => {
    const box = /** @type {HTMLElement} */ (place);
    box.hidden = false;
    box.addEventListener("click", (event) => {
      if (/** @type {HTMLElement} */ (event.target).closest("button")) window.print();
    });
  });
})();
