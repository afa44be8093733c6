// @ts-check
// The end of a lesson: "Next" marks it as read, and so does a button, which also takes the mark back. And the button
// that prints a whole module.
(function () {
  "use strict";

  const ktc = window.ktc;

  ktc.each("[data-lesson]", (box) => {
    const page = box.dataset.lesson;
    const button = box.querySelector("button");
    const [done, notKept] = box.querySelectorAll("[role=status] > span");

    /** @param {boolean} read */
    function mark(read) {
      notKept.hidden = ktc.read.mark(page, read);
      window.dispatchEvent(new Event("ktc:progress"));
    }

    ktc.study.follow(() => {
      const read = ktc.read.has(page);
      done.hidden = !read;
      button.textContent = ktc.word(read ? "study.unmark" : "study.mark");
    });
    button.addEventListener("click", () => mark(!ktc.read.has(page)));
    document.querySelectorAll('.ktc-pager [rel="next"]').forEach((link) => link.addEventListener("click", () => mark(true)));
    box.hidden = false;
  });

  ktc.each('[data-do="print"]', (button) => {
    button.addEventListener("click", () => window.print());
    button.hidden = false;
  });
})();
