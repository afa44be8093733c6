// @ts-check
// The lessons that were read: by address inside the language's folder, when (Unix time). Only a learner's own action marks one.
(function () {
  "use strict";

  const ktc = window.ktc;

  const KEY = "read";
  const PAGE = /^(?=.{1,200}$)([a-z0-9-]+\/)+index\.html$/;

  const read = (ktc.read = {
    KEY,

    /** What stands in an entry, without what cannot be there. @param {any} value @returns {Object<string, number>} */
    clean: (value) =>
      Object.fromEntries(Object.entries(ktc.object(value)).filter(([page, time]) => PAGE.test(page) && ktc.isCount(time))),

    all: () => read.clean(ktc.store.object(KEY)),

    /** @param {string} page */
    has: (page) => page in read.all(),

    /** @param {string} page @param {boolean} done @returns {boolean} whether it outlives the page */
    mark(page, done) {
      const all = read.all();
      if (done && !all[page]) all[page] = ktc.now();
      if (!done) delete all[page];
      if (Object.keys(all).length) return ktc.store.set(KEY, all);
      ktc.store.remove(KEY);
      return ktc.store.persistent;
    },

    /** The pages of both, the later time of each. @param {any} here @param {any} there @returns {Object<string, number>} */
    joined(here, there) {
      const all = read.clean(here);
      Object.entries(read.clean(there)).forEach(([page, time]) => (all[page] = Math.max(time, all[page] || 0)));
      return all;
    },
  });
})();
