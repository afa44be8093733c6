// With the reader's own colours (forced colours): icons and states that are drawn as a coloured ground would vanish.
() => {
  const { parse, contrast, ground, visible, place } = window.seen;
  const problems = new Set();
  document.querySelectorAll("body *").forEach((element) => {
    if (!visible(element)) return;
    for (const part of [undefined, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      if (part && (style.content === "none" || style.content === "normal")) continue;
      const drawn = style.maskImage !== "none" && style.display !== "none" && (part || element.offsetWidth > 1);
      if (drawn && contrast(parse(style.backgroundColor), ground(element.parentElement)) < 3) problems.add("masked " + (part || "") + ": " + place(element));
    }
    if (element.matches("svg.ktc-icon")) {
      // what is painted follows the forced colour, though the computed stroke does not say so
      const { stroke, color, forcedColorAdjust } = getComputedStyle(element);
      const painted = forcedColorAdjust === "auto" ? color : stroke;
      if (contrast(parse(painted), ground(element)) < 3) problems.add("icon: " + place(element.parentElement));
    }
    if (element.matches(".ktc-button, .ktc-badge, .ktc-card, .ktc-notice, .ktc-errors, input:not([type=radio], [type=checkbox], [type=file]), textarea")) {
      const style = getComputedStyle(element);
      const edged = ["Top", "Left", "Right"].some((side) =>
        style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0 &&
        contrast(parse(style[`border${side}Color`]), ground(element.parentElement)) >= 3);
      if (!edged && !element.matches(".md-search__input")) problems.add("edge: " + place(element)); // its form has the edge
    }
  });
  return [...problems];
}
