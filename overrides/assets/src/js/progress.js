// @ts-check
// Progress wherever it is shown: marks of pages that were read, bars with their words, minutes left, what is due.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {any} line a bar and its words @param {number} share @param {string} text */
  function fill(line, share, text) {
    line.querySelector("progress").value = share;
    line.querySelector("span").textContent = text;
    line.hidden = false;
  }

  /** @type {[string, (element: any) => void][]} what is shown in which elements */
  const SHOWN = [
    ["[data-page]", (link) => (link.querySelector(".ktc-done").hidden = !ktc.read.has(link.dataset.page))],
    ["[data-far]", module],
    ["[data-course-far]", course],
    ["[data-left]", (text) => {
      const n = ktc.study.far(ktc.study.module(text.dataset.left)).left;
      text.textContent = n ? ktc.word("study.left", { n }) : ktc.word("study.nothing_left");
    }],
    ["[data-course-left]", (text) => {
      text.textContent = minutes(ktc.study.course(text.dataset.courseLeft));
      text.hidden = false;
    }],
    ["[data-due]", due],
  ];

  /** @param {any} line */
  function module(line) {
    const { read, pages, answered, all } = ktc.study.far(ktc.study.module(line.dataset.far));
    const practice = "practice" in line.dataset;
    const said = pages ? [ktc.word("study.pages_read", { done: read, n: pages })] : [];
    if (practice) said.push(ktc.word("study.practised", { done: answered, n: all }));
    fill(line, practice ? (read + answered) / (pages + all) : read / pages, said.join(" · "));
  }

  /** @param {any} course */
  function minutes(course) {
    const n = ktc.study.left(course);
    return n ? ktc.word("study.course_left", { n }) : ktc.word("study.course_done");
  }

  /** Nothing is said of a course that was not begun. @param {any} line */
  function course(line) {
    const one = ktc.study.course(line.dataset.courseFar);
    const far = ktc.study.modules(one).map(ktc.study.far);
    const [read, pages] = ["read", "pages"].map((name) => far.reduce((/** @type {number} */ sum, /** @type {any} */ each) => sum + each[name], 0));
    fill(line, read / pages, ktc.word("study.pages_read", { done: read, n: pages }) + " · " + minutes(one));
    line.hidden = !read;
  }

  /** How many questions are due, in one course or in all. @param {any} box */
  function due(box) {
    const modules = box.dataset.due ? ktc.study.modules(ktc.study.course(box.dataset.due)) : ktc.study.outline().modules;
    const n = ktc.reviews.due(ktc.study.questions(modules)).length;
    box.querySelector("a").textContent = n ? ktc.word("review.due", { n }) : "";
    box.hidden = !n;
  }

  ktc.each("body", () =>
    ktc.study.follow(() => SHOWN.forEach(([selector, show]) => document.querySelectorAll(selector).forEach(show))));
})();
