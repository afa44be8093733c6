// Text that cannot be read against what is behind it (WCAG 2.2, 1.4.3), and icons that cannot be told from it (1.4.11).
() => {
  const { parse, over, contrast, ground, opacity, visible, place, texts } = window.seen;
  document.getAnimations().forEach((animation) => animation.finish());
  const problems = new Set();

  function judge(element, colour, least, what) {
    const behind = ground(element);
    const [red, green, blue, alpha] = parse(colour);
    const ratio = contrast(over([red, green, blue, alpha * opacity(element)], behind), behind);
    if (ratio < least) problems.add(what + " " + ratio.toFixed(2) + " < " + least + ": " + place(element));
  }

  function least(style) {
    const size = parseFloat(style.fontSize);
    return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
  }

  const elements = new Set(texts().map((node) => node.parentElement));
  elements.forEach((element) => judge(element, getComputedStyle(element).color, least(getComputedStyle(element)), "text"));
  document.querySelectorAll("body *").forEach((element) => {
    if (!visible(element)) return;
    for (const part of ["::before", "::after", "::placeholder"]) {
      const style = getComputedStyle(element, part);
      const written = part === "::placeholder" ? element.placeholder && !element.value : /[^\s"]/.test(style.content.replace(/^(none|normal|counter.*)$/, ""));
      if (written && style.display !== "none") judge(element, style.color, least(style), part);
    }
    if (element.matches("svg.ktc-icon")) judge(element, getComputedStyle(element).stroke, 3, "icon");
    if (element.matches("input:not([type=radio], [type=checkbox], [type=file]), textarea")) {
      judge(element, getComputedStyle(element).color, 4.5, "field");
    }
  });
  return [...problems];
}
