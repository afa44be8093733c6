// Things to press that are too small: 24 px everywhere, 44 px in quizzes and forms (WCAG 2.2, 2.5.8 and 2.5.5).
() => {
  const { visible, place } = window.seen;
  const LARGE = ".ktc-quiz, .ktc-check, .ktc-certificates, .ktc-verify, .ktc-session-form";
  const problems = new Set();

  /** Links within a sentence are as high as its lines. */
  function inText(element) {
    if (!element.matches("a")) return false;
    if (getComputedStyle(element).display !== "inline") return false;
    return [...element.parentElement.childNodes].some((node) => node !== element && node.textContent.trim()) || element.closest("p, li, dd, dt, td, h1, h2, h3, h4") !== null;
  }

  /** What reacts: the element and, for a field, its label. */
  function area(element) {
    const boxes = [element, ...(element.labels || [])].filter(visible).map((box) => box.getBoundingClientRect());
    const edge = (name, pick) => pick(...boxes.map((box) => box[name]));
    return { width: edge("right", Math.max) - edge("left", Math.min), height: edge("bottom", Math.max) - edge("top", Math.min) };
  }

  /** A label stands for its field where that is out of sight; a field of no size, such as the theme's, is no target. */
  const standsAlone = (element) => !element.matches("label") || (element.control && !visible(element.control));

  document.querySelectorAll("a[href], button, input, select, textarea, summary, label[for]").forEach((element) => {
    if (!visible(element) || !element.offsetWidth || !standsAlone(element) || inText(element)) return;
    const { width, height } = area(element);
    const least = element.closest(LARGE) ? 44 : 24;
    if (Math.min(width, height) < least - 0.5) problems.add(`${Math.round(width)} x ${Math.round(height)} < ${least}: ${place(element)}`);
  });
  return [...problems];
}
