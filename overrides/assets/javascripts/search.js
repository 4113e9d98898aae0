/** The search of the header: a dialog, opened by "/" or Ctrl/Cmd K. */

import { counted, element, searchBox, settled } from "./elements.js";
import { engine, find, NOT_LOADED, SITE } from "./engine.js";
import { kindOf, resultItem } from "./results.js";

const RESULTS = 12;
const WAIT = 120;
const TYPED_INTO = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

const input = searchBox({
  class: "search__input",
  name: "q",
  placeholder: "Search names, places, topics, words",
  "aria-label": "Search",
  enterkeyhint: "search",
  oninput: settled(WAIT, () => answer().catch(failed)),
});
const status = element("p", { class: "search__status", role: "status" });
const groups = element("div", { class: "search__groups" });
const everything = element("a", { class: "search__all", href: exploreAddress("") }, "See all in Explore");
const dialog = element(
  "dialog",
  { class: "search", "aria-label": "Search", onkeydown: move, onclick: ({ target }) => target === dialog && dialog.close() },
  element(
    "form",
    { class: "search__form", role: "search", action: exploreAddress("") },
    input,
    element("button", { class: "search__close", onclick: () => dialog.close() }, "Close"),
  ),
  status,
  groups,
  everything,
);

let asked = 0;

function exploreAddress(q) {
  return new URL(`explore/?${new URLSearchParams({ q })}`, SITE).href;
}

function open(event) {
  event.preventDefault();
  const own = document.querySelector(".explore__input");
  if (own) return own.focus();
  if (dialog.open) return;
  document.body.append(dialog);
  dialog.showModal();
  input.select();
  engine().catch(failed);
}

function failed() {
  status.textContent = NOT_LOADED;
}

async function answer() {
  const query = input.value.trim();
  const turn = ++asked;
  everything.href = exploreAddress(query);
  const { results } = query ? await find(query) : { results: [] };
  const best = await Promise.all(results.slice(0, RESULTS).map((result) => result.data()));
  if (turn !== asked) return;
  status.textContent = results.length ? counted(results) : query && "Nothing found";
  groups.replaceChildren(...byKind(best));
}

/** The kind of the best result comes first. */
function byKind(results) {
  return [...new Set(results.map(kindOf))].map((kind) => {
    const items = results.filter((found) => kindOf(found) === kind).map((found) => resultItem(found, false));
    const heading = element("h2", { class: "search__kind" }, kind);
    return element("section", { "aria-label": kind }, heading, element("ul", { class: "listing" }, ...items));
  });
}

/** Escape closes, also where the box would only be cleared. */
function move(event) {
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [input, ...groups.querySelectorAll("a"), everything];
  const next = stops.indexOf(document.activeElement) + step;
  event.preventDefault();
  stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
}

document.addEventListener("keydown", (event) => {
  const { key, altKey, shiftKey, target } = event;
  const command = event.ctrlKey || event.metaKey;
  const slash = key === "/" && !command && !target.closest?.(TYPED_INTO);
  if (!altKey && (slash || (command && !shiftKey && key?.toLowerCase() === "k"))) open(event);
});

document.addEventListener("click", (event) => {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!elsewhere && event.target.closest("[data-search-open]")) open(event);
});
