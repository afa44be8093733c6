// @ts-check
// What this device keeps, as one file to take elsewhere, and back again. The format is in CONTRIBUTING.md.
// Reading takes only keys and shapes that are known, copies them field by field, and runs nothing.
(function () {
  "use strict";

  const ktc = window.ktc;

  const FORMAT = "know-the-code/device";
  const VERSION = 1;

  /** More than a browser keeps for one site. Characters. */
  const LARGEST = 10000000;

  const { object, isCount } = ktc;

  /** The entries of an object that are named like a question or quiz and fit. @param {any} value @param {(one: any) => boolean} fits */
  function entries(value, fits) {
    /** @type {Object<string, any>} */
    const clean = {};
    Object.keys(object(value)).forEach((id) => {
      if (isId(id) && fits(value[id])) clean[id] = value[id];
    });
    return clean;
  }

  /** Ids of choices, or of pairs and places (kinds.js). @param {any} text */
  const isChoices = (text) => typeof text === "string" && /^[a-h0-8]{0,9}$/.test(text);

  /** @param {any} id of a question or quiz */
  const isId = (id) => typeof id === "string" && /^[a-z0-9-]{1,80}$/.test(id);

  /** @param {any} value */
  const ids = (value) => entries(value, (one) => one === true);

  /** Fields of a quiz's state, each with what it may hold. @type {Object<string, (value: any) => any>} undefined: left out */
  const FIELDS = {
    order: (value) => entries(value, isChoices),
    answers: (value) => entries(value, isChoices),
    checked: ids,
    known: ids,
    seen: ids,
    skipped: ids,
    round: (value) => (Array.isArray(value) && value.every(isId) ? value.slice(0, 200) : undefined),
    edition: (value) => (/^[\w-]{22}$/.test(value) ? value : undefined),
    draw: (value) => (Array.isArray(value) && value.every(isCount) ? value.slice(0, 200) : undefined),
    passed: (value) => (typeof value === "boolean" ? value : undefined),
    payload: (value) => (typeof value === "string" && !ktc.record.decode(value).reason ? value : undefined),
  };
  ["done", "total", "finished", "saved"].forEach((name) => (FIELDS[name] = (value) => (isCount(value) ? value : undefined)));

  /** @param {any} value @returns {any} null when it is no state of a quiz */
  function state(value) {
    const given = object(value);
    /** @type {Object<string, any>} */
    const clean = {};
    Object.keys(FIELDS).filter((name) => name in given).forEach((name) => (clean[name] = FIELDS[name](given[name])));
    return clean.answers ? JSON.parse(JSON.stringify(clean)) : null;
  }

  /** @param {any} value */
  function records(value) {
    const list = ktc.records.readable(value).filter((/** @type {any} */ one) => !ktc.record.decode(one.payload).reason);
    return list.length ? list : null;
  }

  /** An object, or null when nothing stands in it. @param {Object<string, any>} clean */
  const some = (clean) => (Object.keys(clean).length ? clean : null);

  /** @param {any} value */
  function session(value) {
    const codes = entries(value, (code) => typeof code === "string" && /^[A-Z0-9]{1,12}$/.test(code));
    return some(codes);
  }

  /** @param {any} here may be of no use @param {any} there */
  const newer = (here, there) => (state(here) && (here.saved || 0) >= (there.saved || 0) ? here : there);

  /** Every certificate stays. @param {any} here @param {any} there */
  const both = (here, there) =>
    ktc.records.joined(there, ktc.records.all()).sort((/** @type {any} */ a, /** @type {any} */ b) => a.saved - b.saved);

  /**
   * By name of the key: how to read what a file holds (null: of no use), and how to join it with what is here.
   * @type {[RegExp, (value: any) => any, (here: any, there: any) => any][]}
   */
  const KEYS = [
    [/^records$/, records, both],
    [/^(quiz|question)\/[a-z0-9-]{1,80}$/, state, newer],
    [/^read$/, (value) => some(ktc.read.clean(value)), ktc.read.joined],
    [/^reviews$/, (value) => some(ktc.reviews.clean(value)), ktc.reviews.joined],
    [/^session$/, session, (here, there) => ({ ...object(here), ...there, ...object(here) })],
    [/^scheme$/, (value) => (value === "slate" || value === "default" ? value : null), (here, there) => here || there],
  ];

  /** @param {string} key */
  const kind = (key) => KEYS.find(([pattern]) => pattern.test(key));

  /** @param {string} text @returns {Object<string, any>} empty when it is no JSON object */
  function parse(text) {
    try {
      return object(text.length > LARGEST ? null : JSON.parse(text));
    } catch (damaged) {
      return {};
    }
  }

  ktc.deviceFile = {
    kind,

    /** @returns {string} all that is kept under keys that are known */
    write() {
      /** @type {Object<string, any>} */
      const kept = {};
      ktc.store.keys().filter(kind).sort().forEach((/** @type {string} */ key) => (kept[key] = ktc.store.get(key)));
      if (ktc.records.all().length) kept.records = ktc.records.all();
      const made = new Date(ktc.now() * 1000).toISOString();
      return JSON.stringify({ format: FORMAT, version: VERSION, made, kept }, null, 1) + "\n";
    },

    /**
     * @param {string} text
     * @returns { {problem: string, kept: Object<string, any>, left: number} } problem: "wrong", "newer" or "";
     *   left: how many entries are not known, or hold what they should not
     */
    read(text) {
      const given = parse(text);
      if (given.format !== FORMAT || !(given.version >= 1)) return { problem: "wrong", kept: {}, left: 0 };
      if (given.version > VERSION) return { problem: "newer", kept: {}, left: 0 };
      /** @type {Object<string, any>} */
      const kept = {};
      let left = 0;
      Object.entries(object(given.kept)).forEach(([key, value]) => {
        const known = kind(key);
        const clean = known ? known[1](value) : null;
        if (clean !== null) kept[key] = clean;
        left += clean === null ? 1 : Array.isArray(clean) ? value.length - clean.length : 0;
      });
      return { problem: "", kept, left };
    },

    /**
     * Joins what was read with what is here; nothing that is here and newer, and no certificate, goes.
     * @param {Object<string, any>} kept
     * @returns { {taken: number, room: boolean} } how many entries came in, and whether all of them outlive the page
     */
    merge(kept) {
      const certificates = ktc.records.all().length;
      const changed = Object.entries(kept).map(([key, there]) => {
        const here = ktc.store.get(key);
        return { key, here, joined: /** @type {any} */ (kind(key))[2](here, there) };
      }).filter(({ here, joined }) => JSON.stringify(here) !== JSON.stringify(joined));
      const written = changed.map(({ key, joined }) => (key === "records" ? ktc.records.set(joined) : ktc.store.set(key, joined)));
      const others = changed.filter(({ key }) => key !== "records").length;
      return { taken: others + ktc.records.all().length - certificates, room: written.every(Boolean) };
    },
  };
})();
