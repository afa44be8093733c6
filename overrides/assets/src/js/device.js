// @ts-check
// "What this device keeps", on the privacy page: a list in plain words, and the ways to save it to a file, to bring
// such a file in, and to delete all of it. Nothing is sent anywhere.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @param {string} start @returns {string[]} */
  const keys = (start) => ktc.store.keys().filter((/** @type {string} */ key) => key.startsWith(start));

  /** How far a quiz is; null when nothing of it is kept. @param {string} quiz @returns {any[]|null} */
  function progress(quiz) {
    const { done, total, finished } = ktc.store.object("quiz/" + quiz);
    if (finished) return [ktc.word("storage.finished")];
    return total ? [ktc.word("quiz.answered", { done: Number(done) || 0, n: Number(total) })] : null;
  }

  /** A person's name or a code in a sentence of ours. @param {string[]} texts @param {string} dir */
  function names(texts, dir) {
    const shown = texts.map((text) => ktc.el("bdi", { dir }, text));
    return [].concat(...shown.map((one, at) => (at ? [" · ", one] : [one])));
  }

  /** The names on the certificates. */
  function certified() {
    const fields = ktc.records.all().map((/** @type {any} */ one) => ktc.record.decode(one.payload).fields);
    return names(fields.map((/** @type {any} */ one) => (one && one.name) || ktc.word("cert.name_withheld")), "auto");
  }

  /** @param {string} word @param {number} n */
  const counted = (word, n) => (n ? [ktc.word(word, { n })] : null);

  /** Where a kind of entry is not kept under its own name: how the names of its keys begin. @type {Object<string, string>} */
  const START = { reading: "question/", damaged: "aside/" };

  /** What to say of each kind of entry; null when there is none. @type {Object<string, () => any[]|null>} */
  const SAID = {
    read: () => counted("storage.read", Object.keys(ktc.read.all()).length),
    reviews: () => counted("storage.reviews", Object.keys(ktc.reviews.all()).length),
    reading: () => counted("storage.reading", keys(START.reading).length),
    records: () => (ktc.records.all().length ? [" – ", ...certified()] : null),
    session() {
      const codes = Object.values(ktc.store.object("session")).map(String);
      return codes.length ? [ktc.word("storage.session"), " ", ...names(codes, "ltr")] : null;
    },
    scheme: () => (ktc.store.get("scheme") ? [ktc.word("storage.scheme")] : null),
    damaged: () => counted("storage.damaged", keys(START.damaged).length),
  };

  /** Whether pages are kept for reading without a network (overrides/root/sw.js). They hold nothing of the reader's. */
  async function pages() {
    try {
      return (await window.caches.keys()).some((name) => name.startsWith(ktc.store.prefix));
    } catch (none) {
      return false; // from a file, and over http without encryption
    }
  }

  ktc.each("[data-device]", (/** @type {HTMLElement} */ root) => {
    /** Found once: while a question stands in their place, the buttons are not in the page. @type {Object<string, any>} */
    const parts = {};
    root.querySelectorAll("[data-part]").forEach((/** @type {any} */ one) => (parts[one.dataset.part] = one));
    const part = (/** @type {string} */ name) => parts[name];

    /** @param {any} entry a line of the list @param {any[]} said nothing: the line goes */
    function fill(entry, said) {
      const text = entry.lastElementChild; // a title may hold a span of its own
      text.textContent = "";
      text.append(...said);
      entry.hidden = !said.length;
    }

    /** @param {any} entry @param {string[]} left keys of which nothing is said yet @returns {string[]} those left after it */
    function list(entry, left) {
      const { kept, quiz } = entry.dataset;
      const said = quiz ? progress(quiz) : SAID[kept]();
      fill(entry, said || []);
      const own = quiz ? "quiz/" + quiz : START[kept] || kept;
      return said ? left.filter((key) => key !== own && !(START[kept] && key.startsWith(own))) : left;
    }

    function show() {
      const entries = Array.from(part("list").children);
      const other = entries.pop();
      const left = entries.reduce((some, entry) => list(entry, some), keys(""));
      fill(other, counted("storage.other", left.length) || []);
      const some = keys("").length > 0;
      part("list").hidden = !some;
      part("none").hidden = some;
      part("not-kept").hidden = ktc.store.persistent;
      part("export").hidden = part("delete").hidden = !some;
      pages().then((there) => (part("pages").hidden = !there));
    }

    /** @param {string[]} texts what happened @param {string} [problem] */
    function tell(texts, problem) {
      part("told").textContent = texts.join(" ");
      part("problem").textContent = problem || "";
      show();
    }

    function save() {
      const day = new Date(ktc.now() * 1000).toISOString().slice(0, 10);
      ktc.save("know-the-code-" + day + ".json", ktc.deviceFile.write(), "application/json");
      tell([ktc.word("storage.exported")]);
    }

    /** @param {string} text @param {string} file its name */
    function take(text, file) {
      const { problem, kept, left } = ktc.deviceFile.read(text);
      if (problem) return tell([], ktc.word("storage.import_" + problem, { file }));
      const { taken, room } = ktc.deviceFile.merge(kept);
      const told = [taken ? ktc.word("storage.imported", { n: taken }) : ktc.word("storage.imported_none")];
      if (left) told.push(ktc.word("storage.left_out", { n: left }));
      tell(told, room ? "" : ktc.word("storage.no_room"));
    }

    /** @param {File} file */
    function open(file) {
      const reader = new FileReader();
      reader.onload = () => take(String(reader.result), file.name);
      reader.onerror = () => tell([], ktc.word("verify.file_failed", { file: file.name }));
      reader.readAsText(file);
    }

    function remove() {
      keys("").forEach(ktc.store.remove);
      tell([ktc.word("storage.deleted")]);
      part("heading").focus();
    }

    part("export").addEventListener("click", save);
    part("file").addEventListener("change", () => {
      if (part("file").files.length) open(part("file").files[0]);
      part("file").value = ""; // so that the same file can be opened again
    });
    part("delete").addEventListener("click", () => {
      tell([]);
      ktc.confirm(part("actions"), ktc.word("storage.delete_confirm"), ktc.word("cert.delete"), remove);
    });
    ktc.store.watch("*", show);
    show();
    part("tool").hidden = false;
    ktc.started(root);
  });
})();
