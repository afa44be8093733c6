// @ts-check
// Put behind the theme's search worker by ktc/assembly/searchindex.py, in the same file: words are compared
// without accents, and Arabic ones also without what is written onto them. What is shown keeps its letters.
(function (/** @type {any} */ lunr) {
  "use strict";

  /** @type {Object<string, string>} letters that do not come apart by themselves */
  const PLAIN = { "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ı": "i", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه" };

  // accents of Latin letters, Arabic vowel signs and hamzas on a letter, the stroke that lengthens a word
  const MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g;

  /** @param {string} text */
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(MARKS, "")
    .replace(/[œæßøıٱىیکة]/g, (letter) => PLAIN[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

  // what Arabic writes together with the next word: the article, "and", "for", "with", "as", "so"
  const JOINED = /^(?:(?:ال|لل)(?=[ء-ي]{2})|و(?=[ء-ي]{3})|[بفكل](?=[ء-ي]{4}))/;

  /** A word of a text is found as it stands and without each thing before it. @param {string} word */
  function forms(word) {
    const found = [fold(word)];
    for (let next = found[0]; JOINED.test(next); found.push(next)) next = next.replace(JOINED, "");
    return found;
  }

  // of a typed word only the article goes: more would find too much. Signs of the query may stand before it.
  const ARTICLE = /(^|[\s+:-])(?:(?:ال|لل)(?=[ء-ي]{2})|[وفبك]ال(?=[ء-ي]{3}))/g;

  /**
   * Without what the reader does not look for: the "l" of "l'article", and what begins with a number - 1 is not 10.
   * @param {string} query
   */
  const asked = (query) => fold(query).replace(ARTICLE, "$1")
    .replace(/(^|\s)[a-z]\*(?=\s)/g, "$1").replace(/(^|\s)(\d+)\*/g, "$1$2");

  // the theme asks lunr for these when it is set up and when it searches
  lunr.trimmer = (/** @type {any} */ token) => forms(token.toString()).map((form) => token.clone(() => form));
  lunr.Pipeline.registerFunction(lunr.trimmer, "fold");

  const parse = lunr.QueryParser.prototype.parse;
  lunr.QueryParser.prototype.parse = function () {
    this.lexer = new lunr.QueryLexer(asked(this.lexer.str));
    return parse.call(this);
  };

  const search = lunr.Index.prototype.search;
  lunr.Index.prototype.search = function (/** @type {string} */ query) {
    const words = asked(query).match(/[^\s*+~^:-]+/g) || [];
    const results = search.call(this, query);
    results.forEach((/** @type {any} */ result) => {
      const found = Object.keys(result.matchData.metadata);
      const whole = words.every((word) => found.some((one) => one.startsWith(word)));
      if (whole) result.score *= 10000; // before any title that has one of the words
      once(result.matchData.metadata);
    });
    return results;
  };

  /**
   * Leaves each place of a field to the first word found there: two forms of one word may both be found, and the
   * theme would put its marks inside each other.
   * @param {Object<string, any>} words
   */
  function once(words) {
    /** @type {Object<string, Set<number>>} */
    const seen = {};
    Object.values(words).forEach((fields) => Object.keys(fields).forEach((name) => {
      const places = (seen[name] = seen[name] || new Set());
      fields[name].position = fields[name].position.filter((/** @type {number} */ one) => !places.has(one) && places.add(one));
    }));
  }
})(self.lunr);
