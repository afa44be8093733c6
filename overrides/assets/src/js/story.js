// @ts-check
// A story: one decision after the other, each with its consequence, to an end. Its answer is the path. While it goes on,
// a 0 stands behind the path, and then the choice that is marked but not yet taken.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {Element} box @param {string} selector @returns {any[]} */
  const list = (box, selector) => Array.from(box.querySelectorAll(selector));

  /** The entry of a choice in the answers below. @param {any} box @param {string} id @returns {any} */
  const entry = (box, id) =>
    box.form.querySelector('[data-key="' + box.dataset.question + '"] [data-choice="' + id + '"]');

  /**
   * The steps that a path leads through, each with the choice taken; where it goes on, a last one without.
   * @param {any} box @param {string} path
   * @returns { {step: any, id: string}[] }
   */
  function walk(box, path) {
    const steps = list(box, ".ktc-step");
    /** @type { {step: any, id: string}[] } */
    const way = [];
    let step = steps[0];
    for (let at = 0; step; at++) {
      const id = list(step, "input").some((input) => input.value === path[at]) ? path[at] : "";
      way.push({ step, id });
      const next = id && entry(box, id).dataset.next;
      step = next && steps.find((/** @type {any} */ one) => one.dataset.step === next);
    }
    return way;
  }

  /** @param {any} box @param {any} step @param {string} id the choice taken, or "" @param {boolean} goesOn */
  function show(box, step, id, goesOn) {
    const told = step.lastElementChild;
    const text = id && goesOn ? entry(box, id).querySelector(".ktc-why").cloneNode(true) : "";
    step.disabled = Boolean(id);
    if (told.textContent === (text && text.textContent)) return;
    told.textContent = "";
    told.append(text);
  }

  ktc.kinds.story = {
    rows: (/** @type {Element} */ box) => list(box, ".ktc-choice"),
    name: ktc.kinds.one.name,

    chosen(/** @type {any} */ box) {
      const taken = list(box, ".ktc-step:disabled input:checked").map((input) => input.value).join("");
      const marked = ktc.kinds.one.chosen(box).slice(taken.length);
      const goesOn = walk(box, taken).some(({ id }) => !id);
      return goesOn ? taken && !marked ? taken + "0" : marked && taken + "0" + marked : taken;
    },

    choose(/** @type {any} */ box, /** @type {string} */ ids) {
      const [path, marked] = [...ids.split("0"), ""];
      const way = walk(box, path);
      list(box, ".ktc-step").forEach((step) => {
        const at = way.findIndex((one) => one.step === step);
        const id = at < 0 ? "" : way[at].id;
        step.hidden = at < 0;
        list(step, "input").forEach((input) => (input.checked = at >= 0 && input.value === (id || marked)));
        show(box, step, id, at + 1 < way.length);
      });
    },

    fault: (/** @type {string} */ ids) => (/^([a-h]*0)?$/.test(ids) ? "quiz.error_one" : ""),

    results: (/** @type {Element} */ box, /** @type {string} */ ids, /** @type {string} */ right) =>
      ktc.kinds.one.results(box, ids, right),

    /**
     * Takes the choice that is marked. @param {any} box
     * @returns {any} the consequence to read next; null where the story ends
     */
    advance(box) {
      const [path, marked] = ktc.question.chosen(box).split("0");
      ktc.question.choose(box, path + marked);
      const way = walk(box, path + marked);
      return way[way.length - 1].id ? null : way[path.length].step.lastElementChild;
    },
  };
})();
