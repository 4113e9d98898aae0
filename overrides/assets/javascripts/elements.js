/** Elements of a page, made without any parsing of HTML: whatever text is given comes out as text. */

/** Makes an element; properties that begin with "on" are listeners, true and false switch an attribute. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  if (name === "button") made.type = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (typeof value === "boolean") made.toggleAttribute(key, value);
    else if (value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...children.filter(Boolean));
  return made;
}

/** Calls a function once the calls have stopped for some milliseconds. */
export function settled(milliseconds, call) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...given), milliseconds);
  };
}

/** A box to search in, without what a browser would add to it. */
export function searchBox(attributes) {
  return element("input", { type: "search", autocomplete: "off", spellcheck: "false", ...attributes });
}

/** Text as it is compared: without case and accents. */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** How many results there are. */
export function counted({ length }) {
  return `${length.toLocaleString()} result${length === 1 ? "" : "s"}`;
}
