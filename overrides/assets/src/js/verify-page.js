// @ts-check
// Checks what was pasted, opened from files, or carried in the address. Nothing is sent anywhere. The examples are
// checked by the demonstration's own trust list (examples/trust.js), and by nothing else.
(function () {
  "use strict";

  const ktc = window.ktc;

  /** So long the page may be busy before the browser draws and listens again. Milliseconds. */
  const BUSY = 50;

  /** A file of more characters than a browser handles well is no list of links. Bytes. */
  const LARGEST_FILE = 20000000;

  /** @typedef { {text: string, file: string, result?: any} } Item */

  /** @param {string} text @param {string} file @returns {Item[]} */
  const itemsIn = (text, file) => ktc.findCandidates(text).map((/** @type {string} */ one) => ({ text: one, file }));

  /** @param {File} file @returns {Promise<Item[]>} rejects with the file when it cannot be read */
  const readFile = (file) =>
    new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(itemsIn(String(reader.result), file.name));
      reader.onerror = () => reject(file);
      if (file.size > LARGEST_FILE) reject(file);
      else reader.readAsText(file);
    });

  /** A moment for the browser to draw and to listen. */
  const pause = () => new Promise((go) => setTimeout(go, 0));

  ktc.each("[data-verify]", (/** @type {HTMLElement} */ root) => {
    const part = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector('[data-part="' + name + '"]'));
    let run = 0;

    /** @param {string[]} problems each leads to the field */
    function showProblems(problems) {
      const links = problems.map((text) => ktc.el("li", {}, ktc.el("a", { href: "#" + part("text").id }, text)));
      part("error-list").textContent = "";
      part("error-list").append(...links);
      part("errors").hidden = !problems.length;
      if (problems.length) part("errors").focus();
    }

    /** @param {Item[]} items with results @param {Element[]} rows */
    function showTable(items, rows) {
      part("shown").append(ktc.el("p", {}, ktc.verifyResult.summary(items)), ktc.verifyResult.table(rows, items));
      part("csv").hidden = false;
      part("csv").onclick = () => ktc.save("completion-records.csv", ktc.csv(ktc.verifyResult.records(items)), "text/csv");
    }

    /** @param {Item[]} items with results @param {Element[]} rows @param {boolean} demonstration */
    function showResult(items, rows, demonstration) {
      const many = items.length > 1;
      part("shown").textContent = "";
      part("demonstration").hidden = !demonstration;
      part("csv").hidden = true;
      part("heading").textContent = many ? ktc.word("verify.results", { n: items.length }) : ktc.word("verify.result");
      if (many) showTable(items, rows);
      else part("shown").append(ktc.verifyResult.card(items[0]));
      part("progress").textContent = "";
      part("result").hidden = false;
      part("heading").focus();
    }

    /** Until done or until a newer run has begun. @param {Item[]} items @param {any} trust @param {boolean} [demonstration] */
    async function checkAll(items, trust, demonstration) {
      const mine = ++run;
      /** @type {Element[]} */
      const rows = [];
      const seen = new Map();
      let end = Date.now() + BUSY;
      for (const item of items) {
        item.result = await ktc.certificate.check(item.text, trust);
        ktc.verifyResult.compare(item, rows.length + 1, seen);
        rows.push(ktc.verifyResult.row(item, rows.length));
        if (Date.now() > end && rows.length < items.length) {
          part("progress").textContent = ktc.word("verify.progress", { done: rows.length, n: items.length });
          await pause();
          end = Date.now() + BUSY;
        }
        if (mine !== run) return;
      }
      showResult(items, rows, Boolean(demonstration));
    }

    /** @param {Item[]} items */
    const check = (items) =>
      ktc.certificate.trust().then(
        (/** @type {any} */ trust) => checkAll(items, trust),
        () => showProblems([ktc.word("verify.no_trust")]));

    /** @param {string} name of an example */
    function tryExample(name) {
      showProblems([]);
      ktc.load(root.dataset.demonstration, () => ktc.demonstration).then(
        () => checkAll(itemsIn(ktc.demonstration.examples[name] || "", ""), ktc.demonstration.trust, true),
        () => showProblems([ktc.word("verify.no_trust")]));
    }

    /** @param {File[]} files */
    function open(files) {
      /** @type {string[]} */
      const problems = [];
      const failed = (/** @type {File} */ file) => {
        problems.push(ktc.word("verify.file_failed", { file: file.name }));
        return /** @type {Item[]} */ ([]);
      };
      Promise.all(files.map((file) => readFile(file).catch(failed))).then((lists) => {
        const items = lists.reduce((all, list) => all.concat(list), []);
        showProblems(problems);
        if (items.length) check(items);
      });
    }

    function submit() {
      const text = part("text").value;
      showProblems(text.trim() ? [] : [ktc.word("verify.empty")]);
      if (text.trim()) check(itemsIn(text, ""));
    }

    function clear() {
      run++;
      part("text").value = "";
      part("progress").textContent = "";
      part("result").hidden = true;
      showProblems([]);
      part("text").focus();
    }

    function checkAddress() {
      if (/^#[rc]=/.test(location.hash)) check(itemsIn(location.hash, ""));
      if (/^#demo=/.test(location.hash)) tryExample(location.hash.slice("#demo=".length));
    }

    part("form").addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      submit();
    });
    part("files").addEventListener("change", () => {
      open(Array.from(part("files").files));
      part("files").value = "";
    });
    part("clear").addEventListener("click", clear);
    root.querySelectorAll("[data-example]").forEach((/** @type {any} */ link) =>
      link.addEventListener("click", (/** @type {Event} */ event) => {
        event.preventDefault();
        tryExample(link.dataset.example);
      }));
    ktc.signed = ktc.signedBy(root.dataset);
    window.addEventListener("hashchange", checkAddress);
    part("form").hidden = false;
    checkAddress();
    ktc.started(root);
  });
})();
