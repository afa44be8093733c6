// @ts-check
// How far the learner is in the modules and courses that the page names (macros/outline.py), and how long the rest takes.
(function () {
  "use strict";

  const ktc = window.ktc;

  /**
   * @typedef { {page: string, minutes: number, title?: string, lang?: string, dir?: string} } Lesson
   * @typedef { {id: string, lessons: Lesson[], practice: {quiz: string, minutes: number, n: number}, questions?: string[]} } Module
   * @typedef { {id: string, modules: string[], check: {quiz: string, minutes: number}} } Course
   */

  /** @type { {modules: Module[], courses: Course[]} } */
  let known;

  /** All blocks of the page as one. */
  function outline() {
    if (known) return known;
    const blocks = Array.from(document.querySelectorAll(".ktc-outline")).map((one) => JSON.parse(one.textContent || ""));
    return (known = { modules: [].concat(...blocks.map((one) => one.modules)), courses: [].concat(...blocks.map((one) => one.courses)) });
  }

  /** How many practice questions are answered, of how many. @param {Module} module */
  function practised(module) {
    const { done, total } = ktc.store.object("quiz/" + module.practice.quiz);
    const all = ktc.isCount(total) && total > 0 ? total : module.practice.n;
    return { answered: ktc.isCount(done) ? Math.min(done, all) : 0, all };
  }

  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((a, b) => a + b, 0);

  const study = (ktc.study = {
    outline,

    /** @param {string} id @returns {Module} */
    module: (id) => /** @type {any} */ (outline().modules.find((one) => one.id === id)),

    /** @param {string} id @returns {Course} */
    course: (id) => /** @type {any} */ (outline().courses.find((one) => one.id === id)),

    /** @param {Course} course @returns {Module[]} */
    modules: (course) => course.modules.map(study.module),

    /** @param {Module} module @returns { {read: number, pages: number, answered: number, all: number, left: number} } left: minutes */
    far(module) {
      const read = ktc.read.all();
      const open = module.lessons.filter((lesson) => !(lesson.page in read));
      const { answered, all } = practised(module);
      const left = sum(open.map((lesson) => lesson.minutes)) + Math.ceil(module.practice.minutes * (1 - answered / all));
      return { read: module.lessons.length - open.length, pages: module.lessons.length, answered, all, left };
    },

    /** Minutes to the end of a course. @param {Course} course */
    left(course) {
      const passed = ktc.store.object("quiz/" + course.check.quiz).passed === true;
      return sum(study.modules(course).map((module) => study.far(module).left)) + (passed ? 0 : course.check.minutes);
    },

    /** The questions of some modules. @param {Module[]} modules @returns {string[]} */
    questions: (modules) => [].concat(.../** @type {any} */ (modules.map((module) => module.questions || []))),

    /** Calls `show` now, and whenever something is read, answered or taken back, here or in another tab. @param {() => void} show */
    follow(show) {
      show();
      ktc.store.watch("*", show);
      window.addEventListener("ktc:progress", show);
    },
  });
})();
