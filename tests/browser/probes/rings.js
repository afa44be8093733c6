// The ring around each thing that the keyboard reaches, in both schemes: 3 px, 3 : 1 against what lies around (WCAG 2.2,
// 2.4.7, 2.4.13), in sight and not wholly under something else (2.4.11). The last key pressed was Tab, so focus() shows rings.
() => {
  const { parse, contrast, ground, place, visible } = window.seen;
  const page = document.documentElement;
  const problems = [];
  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";

  const reachable = (element) =>
    element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility({ checkVisibilityCSS: true });

  const thick = (box, part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(box, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 3;
  };

  /** The box that shows the focus of an element, and the part of it: its own, its label's or that of the box it fills. */
  function ringed(element) {
    const near = [element, ...(element.labels || []), element.closest("form, .ktc-card, .ktc-choice")].filter((box) => box && visible(box));
    for (const box of near) for (const part of [undefined, "::before", "::after"]) if (thick(box, part)) return [box, part];
    return null;
  }

  /** The contrast of a ring with what lies around it, in the scheme that is shown. */
  function faint(box, part) {
    const style = getComputedStyle(box, part);
    const inside = parseFloat(style.outlineOffset) < 0 || part;
    const ratio = contrast(parse(style.outlineColor), ground(inside ? box : box.parentElement));
    if (ratio < 3) problems.push("ring " + ratio.toFixed(2) + " < 3 in " + page.dataset.mdColorScheme + ": " + place(box));
  }

  /** Whether any of nine points of the box is its own and in the window. */
  function uncovered(box) {
    const { left, top, width, height } = box.getBoundingClientRect();
    return [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
      const hit = document.elementFromPoint(left + width * x, top + height * y);
      return hit && (box.contains(hit) || hit.contains(box));
    }));
  }

  // lists of pages stand on every page: the first of their links will do
  const repeated = (element) => element.closest(".ktc-list") && element.closest(".ktc-list").querySelector("a") !== element;
  const stops = [...document.querySelectorAll(STOPS)].filter((element) => reachable(element) && !repeated(element));
  const scheme = page.dataset.mdColorScheme;
  for (const name of ["default", "slate"]) {
    page.dataset.mdColorScheme = name; // once for all: each change styles the whole page anew
    for (const element of stops) {
      element.focus();
      const found = document.activeElement === element && ringed(element);
      if (found) faint(...found);
      if (name === "slate") continue; // what follows does not depend on colours
      if (document.activeElement !== element) problems.push("takes no focus: " + place(element));
      else if (!found) problems.push("no ring of 3 px: " + place(element));
      else if (!uncovered(found[0])) problems.push("out of sight: " + place(element));
    }
  }
  page.dataset.mdColorScheme = scheme;
  const shell = document.querySelector(".md-header"); // a printed sheet has nothing to press
  return stops.length > 5 || !shell ? problems : ["only " + stops.length + " stops"];
}
