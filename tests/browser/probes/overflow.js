// Text that is cut off, lies on other text, or makes the page scroll sideways (WCAG 2.2, 1.4.10 and 1.4.12).
() => {
  const { place, texts } = window.seen;
  const problems = new Set();
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) problems.add("the page is " + wide + " px too wide");

  // two-dimensional content may scroll in a box of its own
  const scrolls = (box) => box.matches(".md-typeset__scrollwrap, pre, pre > code, .ktc-scroll");
  const floats = (box) => /absolute|fixed|sticky/.test(getComputedStyle(box).position);

  /** Whether a line is cut by a box around it; what scrolls down in a box is not lost. */
  function cut(boxes, rect) {
    for (const box of boxes) {
      const style = getComputedStyle(box);
      const { left, right, top, bottom } = box.getBoundingClientRect();
      if (/hidden|clip/.test(style.overflowX) && (rect.left < left - 1 || rect.right > right + 1)) return true;
      if (/hidden|clip/.test(style.overflowY) && (rect.top < top - 2 || rect.bottom > bottom + 2)) return true;
      if (/auto|scroll/.test(style.overflowY)) return false;
    }
    return false;
  }

  const lines = [];
  texts().forEach((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [];
    for (let box = node.parentElement; box && box !== document.documentElement; box = box.parentElement) boxes.push(box);
    const free = boxes.some(scrolls);
    const block = boxes.find((box) => !/^inline/.test(getComputedStyle(box).display) || getComputedStyle(box).display === "inline-flex");
    const above = boxes.some(floats);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || !node.data.trim()) continue;
      if (!free && (rect.left < -1 || rect.right > window.innerWidth + 1)) problems.add("beyond the edge: " + place(node.parentElement));
      if (!free && cut(boxes, rect)) problems.add("cut off: " + place(node.parentElement));
      // the ink of a line: letters do not fill their box from top to bottom
      const ink = { left: rect.left + 1, right: rect.right - 1, top: rect.top + rect.height * 0.3, bottom: rect.bottom - rect.height * 0.3 };
      if (!above && !free) lines.push({ node, block, ink });
    }
  });
  lines.sort((a, b) => a.ink.top - b.ink.top);
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].ink.top < one.ink.bottom; next++) {
      const other = lines[next];
      const apart = one.ink.right <= other.ink.left || other.ink.right <= one.ink.left || one.ink.bottom <= other.ink.top;
      if (!apart && one.node !== other.node) problems.add("text on text: " + place(one.node.parentElement) + " / " + place(other.node.parentElement));
    }
  });
  return [...problems];
}
