// @ts-check
// The home page's "continue where you stopped": shown only when this device holds something to continue.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {any} entry a list item for one quiz @returns {boolean} whether its quiz is begun and not done */
  function quiz(entry) {
    const state = ktc.store.object("quiz/" + entry.dataset.quizState);
    if (!state.done || !(state.done < state.total)) return false;
    const words = { done: state.done, n: state.total };
    entry.querySelector("a").textContent = ktc.word("home.continue_" + entry.dataset.kind, words);
    return true;
  }

  /** @returns {boolean} whether a certificate is saved here */
  function records() {
    const saved = ktc.store.get("records");
    return Array.isArray(saved) && saved.length > 0;
  }

  /** The modules in the order of the course that was read most of, among those that have this one. @param {any} module @returns {any[]} */
  function order(module) {
    const read = (/** @type {any} */ course) => ktc.study.modules(course).filter((/** @type {any} */ one) => ktc.study.far(one).read).length;
    const courses = ktc.study.outline().courses.filter((/** @type {any} */ one) => one.modules.includes(module.id));
    courses.sort((/** @type {any} */ a, /** @type {any} */ b) => read(b) - read(a));
    return courses.length ? ktc.study.modules(courses[0]) : [module];
  }

  /** What to go on with in a module: the page that was not read, else the practice that was not begun. @param {any} module @returns {any} */
  function open(module) {
    const unread = module.lessons.find((/** @type {any} */ lesson) => !ktc.read.has(lesson.page));
    return unread || (ktc.study.far(module).answered ? undefined : module.practice);
  }

  /** The next step after the page that was read last. @returns { {module: any, step: any}|undefined } */
  function next() {
    const read = ktc.read.all();
    const [last] = Object.keys(read).sort((a, b) => read[b] - read[a]);
    const home = ktc.study.outline().modules.find((/** @type {any} */ one) => one.lessons.some((/** @type {any} */ lesson) => lesson.page === last));
    if (!home) return undefined;
    const modules = order(home);
    const at = modules.findIndex((one) => one.id === home.id);
    const steps = modules.slice(at).concat(modules.slice(0, at)).map((module) => ({ module, step: open(module) }));
    return steps.find(({ step }) => step);
  }

  /** @param {any} element @param {any} named */
  function name(element, named) {
    element.textContent = named.title;
    ["lang", "dir"].forEach((attribute) => named[attribute] ? element.setAttribute(attribute, named[attribute]) : element.removeAttribute(attribute));
  }

  /** @param {any} entry */
  function readOn(entry) {
    const found = next();
    if (!found) return false;
    entry.querySelector("a").href = ktc.page(found.step.page);
    name(entry.querySelector("a"), found.step);
    name(entry.lastElementChild, found.module);
    return true;
  }

  /** Whether there is something to say in an entry. @param {any} entry @returns {boolean} */
  function some(entry) {
    if ("records" in entry.dataset) return records();
    if ("next" in entry.dataset) return readOn(entry);
    if ("due" in entry.dataset) return !entry.hidden; // progress.js has filled it in
    return quiz(entry);
  }

  /** @param {any} card */
  function show(card) {
    const entries = Array.from(card.querySelectorAll("li"));
    entries.forEach((entry) => (entry.hidden = !some(entry)));
    card.hidden = entries.every((entry) => entry.hidden);
  }

  ktc.each(".ktc-continue", (card) => ktc.study.follow(() => show(card)));
})();
