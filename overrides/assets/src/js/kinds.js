// @ts-check
// What a question of each kind is answered with: read from the page, put back into it, what lacks, what was right.
// An answer is ids in one string, as records have them (certificates/FORMAT.md). While something lacks it holds digits:
// places by line, 0 for what is not given.
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /**
   * @typedef { {row: any, name: string, right: boolean} } Result
   * @typedef {Object} Kind
   * @property {(box: Element) => any[]} rows what is shown in another order to everyone
   * @property {(row: any) => string} name of a row: id of a choice, or number of a prompt
   * @property {(box: Element) => string} chosen the answer as it stands, "" for none
   * @property {(box: Element, ids: string) => void} choose puts an answer in; what does not fit is left out
   * @property {(ids: string) => string} fault key of the word that says what lacks, or ""
   * @property {(box: Element, ids: string, right: string) => Result[]} results of the rows that a whole answer names
   */

  /** @param {Element} box @param {string} selector @returns {any[]} */
  const list = (box, selector) => Array.from(box.querySelectorAll(selector));

  const boxes = {
    rows: (/** @type {Element} */ box) => list(box, ".ktc-choice"),
    name: (/** @type {any} */ row) => row.firstElementChild.value,
    chosen: (/** @type {Element} */ box) => list(box, "input:checked").map((input) => input.value).sort().join(""),
    choose(/** @type {Element} */ box, /** @type {string} */ ids) {
      list(box, "input").forEach((input) => (input.checked = ids.includes(input.value)));
    },
    results(/** @type {Element} */ box, /** @type {string} */ ids, /** @type {string} */ right) {
      const rows = boxes.rows(box).filter((row) => ids.includes(boxes.name(row)));
      return rows.map((row) => ({ row, name: boxes.name(row), right: right.includes(boxes.name(row)) }));
    },
  };

  const selects = {
    rows: (/** @type {Element} */ box) => list(box, ".ktc-entry"),
    name: (/** @type {any} */ row) => row.lastElementChild.dataset.for,
  };

  /** The rows of selects by name, in whatever order they are shown. @param {Element} box @returns {any[]} */
  const byName = (box) => selects.rows(box).sort((one, other) => (selects.name(one) < selects.name(other) ? -1 : 1));

  /** @param {Element} box @returns {string} what each select holds, by the names of their rows; "" when none holds anything */
  function given(box) {
    const values = byName(box).map((row) => row.lastElementChild.value || "0").join("");
    return /[^0]/.test(values) ? values : "";
  }

  /** @param {Element} box @param {string[]} values */
  function put(box, values) {
    byName(box).forEach((row, at) => {
      const select = row.lastElementChild;
      select.value = values[at];
      if (select.selectedIndex < 0) select.value = "";
    });
  }

  /** @param {Element} box @param {(name: string, at: number) => boolean} isRight @returns {Result[]} */
  const judged = (box, isRight) =>
    byName(box).map((row, at) => ({ row, name: selects.name(row), right: isRight(selects.name(row), at) }));

  /** @type {Object<string, Kind>} */
  ktc.kinds = {
    one: { ...boxes, fault: (ids) => (ids ? "" : "quiz.error_one") },

    several: { ...boxes, fault: (ids) => (ids ? "" : "quiz.error_several") },

    order: {
      ...selects,
      chosen(box) {
        const places = given(box);
        const names = byName(box).map(selects.name);
        const whole = names.every((_, at) => places.includes(String(at + 1)));
        return whole ? names.map((_, at) => names[places.indexOf(String(at + 1))]).join("") : places;
      },
      choose(box, ids) {
        const names = byName(box).map(selects.name);
        put(box, /\d/.test(ids) ? ids.split("") : names.map((name) => String(ids.indexOf(name) + 1)));
      },
      fault: (ids) => (!ids || ids.includes("0") ? "quiz.error_order" : /\d/.test(ids) ? "quiz.error_order_twice" : ""),
      results: (box, ids, right) => judged(box, (name) => ids.indexOf(name) === right.indexOf(name)),
    },

    match: {
      ...selects,
      chosen: given,
      choose: (box, ids) => put(box, ids.split("")),
      fault: (ids) => (!ids || ids.includes("0") ? "quiz.error_match" : ""),
      results: (box, ids, right) => judged(box, (_, at) => ids[at] === right[at]),
    },
  };
})();
