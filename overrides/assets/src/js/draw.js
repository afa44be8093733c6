// @ts-check
// Chance: which questions a learner gets, and in what order. Every outcome is equally likely.
(function () {
  "use strict";

  const ktc = (window.ktc = window.ktc || {});

  /** A number from 0 to below - 1. Values past the last full round are drawn again: a remainder alone would favour small ones. @param {number} below */
  function random(below) {
    const box = new Uint32Array(1);
    const limit = 0x100000000 - (0x100000000 % below);
    do crypto.getRandomValues(box);
    while (box[0] >= limit);
    return box[0] % below;
  }

  /** A shuffled copy. @template T @param {T[]} list @returns {T[]} */
  ktc.shuffle = function (list) {
    const deck = list.slice();
    for (let last = deck.length - 1; last > 0; last--) {
      const other = random(last + 1);
      [deck[last], deck[other]] = [deck[other], deck[last]];
    }
    return deck;
  };

  /**
   * Draws questions as the key's rule says: so many of each topic, none twice.
   * @param { {draw: {topic: string, count: number}[], questions: {topic: string}[]}} key
   * @param {number[]} [avoid] indexes that come only where a topic has too few others
   * @returns {number[]} ascending indexes
   */
  ktc.draw = function (key, avoid) {
    const last = (/** @type {number} */ index) => Number((avoid || []).includes(index));
    const drawn = key.draw.map((rule) => {
      const pool = key.questions.map((question, index) => (question.topic === rule.topic ? index : -1));
      return ktc.shuffle(pool.filter((index) => index >= 0)).sort((a, b) => last(a) - last(b)).slice(0, rule.count);
    });
    return [].concat(...drawn).sort((a, b) => a - b);
  };
})();
