// @ts-check
// "My certificates": those of this device as a list, or the one in the address (#r=...) as a sheet.
(function () {
  "use strict";

  const ktc = window.ktc;
  const certificate = ktc.certificate;

  /** Characters beyond which a name would take more than two large lines. */
  const LONG_NAME = 32;
  const LONGEST_NAME = 56;

  /** The text after #r=, without what a message put around it; "" when the address has none. */
  const addressed = () => (location.hash.startsWith("#r=") ? ktc.findCandidates(location.hash)[0].slice(3) : "");

  /** @param {string} payload */
  const kept = (payload) => ktc.records.all().find((/** @type {any} */ one) => one.payload === payload);

  /** In print all goes but the sheet and the boxes it stands in, whatever the theme puts around it. @param {Element} sheet */
  function markPath(sheet) {
    for (let box = sheet.parentElement; box; box = box.parentElement) box.classList.add("ktc-print-path");
  }

  ktc.each("[data-certificates]", (/** @type {HTMLElement} */ root) => {
    const part = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector('[data-part="' + name + '"]'));
    const languages = JSON.parse(root.dataset.languages || "");

    /** A row without text is left out. @param {string} name @param {string} text @param {string} [lang] */
    function fill(name, text, lang) {
      part(name).textContent = text;
      if (lang) part(name).lang = lang;
      const row = part(name).closest("[data-row]");
      if (row) row.hidden = !text;
    }

    /** @param {string} payload @param {any} shown certificate of the verdict @param {any} trust */
    function fillStudy(payload, shown, trust) {
      const lang = (kept(payload) || { lang: ktc.lang }).lang;
      fill("title", shown.title, trust.editions[shown.edition].title[ktc.lang] ? ktc.lang : "en");
      fill("name", shown.name || ktc.word("cert.name_withheld"));
      part("typed").hidden = !shown.name;
      part("name").parentNode.classList.toggle("ktc-certificate__name--long", shown.name.length > LONG_NAME);
      part("name").parentNode.classList.toggle("ktc-certificate__name--longest", shown.name.length > LONGEST_NAME);
      fill("score", ktc.word("cert.score", { right: shown.right, n: shown.drawn }));
      fill("date", ktc.date(Date.parse(shown.finished) / 1000));
      fill("language", languages[lang] || lang, lang);
      fill("session", shown.session);
      fill("edition", shown.edition);
      return certificate.link(payload, lang);
    }

    /** @param {string} payload @param {string} link the payload itself when the site has no address */
    function fillLinks(payload, link) {
      fill("how", ktc.word(link === payload ? "cert.how_to_check_payload" : "cert.how_to_check_text"));
      fill("link", link);
      part("copy").textContent = ktc.word(link === payload ? "cert.copy_text" : "cert.copy_link");
      if (link === payload) part("link").removeAttribute("href");
      else part("link").href = link;
      part("check").href = certificate.verifyPage(payload);
      ktc.drawQr(part("qr"), root.dataset.qr, link);
    }

    /** @param {boolean} yes */
    function showKept(yes) {
      part("keep").hidden = yes;
      part("kept-hint").hidden = !yes;
    }

    /** @param {string} payload @param {any} result @param {any} trust */
    function showSheet(payload, result, trust) {
      fillLinks(payload, fillStudy(payload, result.certificate, trust));
      fill("doubt", result.reason && certificate.reason(result.reason));
      fill("told", "");
      showKept(Boolean(kept(payload)));
      document.documentElement.classList.add("ktc-one-certificate");
      part("one").hidden = false;
      part("heading").focus();
    }

    /** @param {string} what @param {string} why @param {string} payload */
    function showProblem(what, why, payload) {
      fill("problem-what", what);
      fill("problem-why", why);
      part("problem-check").href = certificate.verifyPage(payload);
      part("problem-check").hidden = !payload;
      part("problem").hidden = false;
      part("problem").focus();
    }

    /** @param {any} trust @param {string} [told] */
    function showList(trust, told) {
      const count = certificate.list(part("items"), trust, () => {
        showList(trust, ktc.word("cert.deleted"));
        part("list-heading").focus();
      });
      part("hint").hidden = !count;
      part("empty").hidden = count > 0;
      fill("list-told", told || "");
      part("list").hidden = false;
    }

    /** @param {string} payload @param {any} result */
    function refuse(payload, result) {
      const what = result.certificate ? "cert.not_passing" : "cert.not_readable";
      showProblem(result.verdict === "invalid" ? ktc.word(what) : "", certificate.reason(result.reason), payload);
    }

    /** @param {any} trust @param {boolean} moved whether the reader came from elsewhere in this page */
    function route(trust, moved) {
      const payload = addressed();
      const result = payload && certificate.check("#r=" + payload, trust);
      ["one", "list", "problem"].forEach((view) => (part(view).hidden = true));
      part("not-kept").hidden = ktc.store.persistent;
      document.documentElement.classList.remove("ktc-one-certificate");
      if (result && result.verdict !== "invalid" && result.certificate && result.certificate.passed) {
        showSheet(payload, result, trust);
        return;
      }
      showList(trust);
      if (result) refuse(payload, result);
      else if (moved) part("list-heading").focus();
    }

    /** @param {boolean} moved */
    const start = (moved) =>
      certificate.trust().then((/** @type {any} */ trust) => route(trust, moved), () => showProblem(ktc.word("verify.no_trust"), "", ""));

    function saveFile() {
      const lines = ["heading", "title", "name", "date", "link"].map((name) => part(name).textContent);
      ktc.save("completion-record-" + part("edition").textContent.slice(0, 6) + ".txt", lines.join("\n") + "\n", "text/plain");
      fill("told", ktc.word("cert.saved"));
    }

    function keep() {
      const done = ktc.records.keep(addressed());
      part("copy").focus();
      showKept(true);
      fill("told", ktc.word(done ? "cert.kept" : "cert.not_kept"));
    }

    part("copy").addEventListener("click", () => {
      ktc.copy(part("link")).then((/** @type {boolean} */ done) => fill("told", ktc.word(done ? "cert.copied" : "cert.copy_failed")));
    });
    part("save").addEventListener("click", saveFile);
    part("print").addEventListener("click", () => window.print());
    part("keep").addEventListener("click", keep);
    window.addEventListener("hashchange", () => start(true));
    ktc.store.watch("records", () => part("list").hidden || start(false));
    markPath(part("sheet"));
    start(false);
    ktc.started(root);
  });
})();
