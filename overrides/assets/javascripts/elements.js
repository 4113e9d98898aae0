/** Elements, made without parsing: text comes out as text. */

/** Attributes that begin with "on" are listeners. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  if (name === "button") made.type = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (typeof value === "boolean") made.toggleAttribute(key, value);
    else if ((value ?? null) !== null) made.setAttribute(key, value);
  }
  made.append(...children.filter(Boolean));
  return made;
}

/** The content of a page of the site; nothing in it runs. */
export async function contentOf(address) {
  const answer = await fetch(address);
  return answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#content");
}

export function settled(milliseconds, call) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...given), milliseconds);
  };
}

export function searchBox(attributes) {
  return element("input", { type: "search", autocomplete: "off", spellcheck: "false", ...attributes });
}

/** Without case and accents. */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

export function counted({ length }) {
  return `${length.toLocaleString()} result${length === 1 ? "" : "s"}`;
}
