// @ts-check
// The completion records kept on this device, oldest first: { payload, lang in which it was taken, saved }.
(function () {
  "use strict";

  const ktc = window.ktc;

  const KEY = "records";

  /** @typedef { {payload: string, lang: string, saved: number} } Kept */

  /** @param {any} one @returns {Kept} */
  const whole = ({ payload, lang, saved }) => ({
    payload,
    lang: /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(lang) ? lang : ktc.lang,
    saved: Number.isSafeInteger(saved) && saved > 0 && saved <= ktc.LATEST ? saved : ktc.now(),
  });

  /** Whatever stands there, as a list of records. @param {any} list @returns {Kept[]} */
  const readable = (list) => (Array.isArray(list) ? list.filter((one) => one && typeof one.payload === "string").map(whole) : []);

  /** Payloads that still stand whole in a list that was damaged. @param {string} text @returns {Kept[]} */
  function salvage(text) {
    const found = text.match(/1\.[\w-]{22}\.[0-9a-z]+\.[\w-]{22}\.[A-Z0-9]*\.[\w-]*\.[0-9a-h]+(?=")/g) || [];
    return readable(found.filter((one) => !ktc.record.decode(one).reason).map((payload) => ({ payload })));
  }

  const records = (ktc.records = {
    readable,

    /** @returns {Kept[]} */
    all() {
      const kept = readable(ktc.store.get(KEY));
      const damaged = ktc.store.damaged(KEY);
      return damaged ? records.joined(salvage(damaged), kept) : kept;
    },

    /** Each once, the later list's words on it winning. @param {Kept[]} some @param {Kept[]} others @returns {Kept[]} */
    joined: (some, others) =>
      some.filter((one) => !others.some((other) => other.payload === one.payload)).concat(others),

    /** @param {Kept[]} list @returns {boolean} whether it outlives the page */
    set(list) {
      if (!list.length) ktc.store.remove(KEY);
      const done = !list.length || ktc.store.set(KEY, list);
      if (done) ktc.store.forgetDamaged(KEY);
      return done;
    },

    /** @param {string} payload @param {string} [lang] @returns {boolean} whether it outlives the page */
    keep: (payload, lang) => records.set(records.joined(records.all(), [{ payload, lang: lang || ktc.lang, saved: ktc.now() }])),

    /** @param {string} payload */
    forget: (payload) => records.set(records.all().filter((/** @type {Kept} */ one) => one.payload !== payload)),
  });
})();
