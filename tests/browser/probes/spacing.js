// The spacing that a reader may set (WCAG 2.2, 1.4.12). Arabic letters are joined: letter spacing is no property of theirs.
(on) => {
  const joined = document.documentElement.lang.startsWith("ar");
  const rules = ["* { line-height: 1.5 !important; word-spacing: 0.16em !important; }", "p { margin-block-end: 2em !important; }"];
  if (!joined) rules.push("* { letter-spacing: 0.12em !important; }");
  const sheet = new CSSStyleSheet(); // made by script: the page's policy does not ask about it
  if (on) rules.forEach((rule) => sheet.insertRule(rule));
  document.adoptedStyleSheets = [sheet];
}
