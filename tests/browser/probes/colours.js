// What the probes share: colours as a person sees them. Evaluated first; defines `seen`.
window.seen = (() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();

  /** Any CSS colour as [red, green, blue, alpha]. */
  function parse(text) {
    if (!known.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(text, [red, green, blue, alpha / 255]);
    }
    return known.get(text);
  }

  const over = (front, ground) => [0, 1, 2].map((i) => front[i] * front[3] + ground[i] * (1 - front[3])).concat(1);

  function luminance(colour) {
    const [red, green, blue] = colour.slice(0, 3).map((value) => value / 255).map((p) => (p <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** The colour behind an element's content; throws on pictures, which this cannot judge. */
  function ground(element) {
    const layers = [];
    for (let box = element; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.backgroundImage !== "none") throw new Error("a background image behind text: " + place(box));
      layers.push(parse(style.backgroundColor));
      if (layers[layers.length - 1][3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), parse("Canvas"));
  }

  /** How far an element and all it stands in let through what is behind. */
  function opacity(element) {
    let product = 1;
    for (let box = element; box; box = box.parentElement) product *= Number(getComputedStyle(box).opacity);
    return product;
  }

  /** Whether a person can see the element: drawn, and not reduced to a point for screen readers. */
  function visible(element) {
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
    for (let box = element; box; box = box.parentElement) {
      const { clipPath, overflow } = getComputedStyle(box);
      if (clipPath === "inset(50%)") return false;
      if (overflow !== "visible" && (box.offsetWidth <= 1 || box.offsetHeight <= 1)) return false;
    }
    return true;
  }

  /** Where an element is, in a few words. */
  function place(element) {
    const own = element.id ? "#" + element.id : element.className && element.className.baseVal === undefined ? "." + element.className.trim().replace(/\s+/g, ".") : "";
    const parent = element.parentElement;
    const text = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return (parent && !element.id ? parent.localName + (parent.id ? "#" + parent.id : "") + " > " : "") + element.localName + own + (text ? " «" + text + "»" : "");
  }

  /** Every visible text node with something in it. */
  function texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && !/^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION)$/.test(node.parentElement.nodeName) && visible(node.parentElement)) found.push(node);
    }
    return found;
  }

  return { parse, over, contrast, ground, opacity, visible, place, texts };
})();
