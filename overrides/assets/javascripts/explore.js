/**
 * The page "Explore": full-text search with facets. It fills the element marked `data-explore`; what the reader has
 * chosen stands in the address, so that a result can be shared and the back button works.
 */

import { counted, element, settled } from "./elements.js";
import { engine } from "./engine.js";
import { makeFacet, valueName } from "./facets.js";
import { resultItem } from "./results.js";
import { FACETS, matching, options, order, read, SORTS, toggled, write } from "./selection.js";

const RESULTS = 20;
const WAIT = 200;
/** In a larger collection a facet is loaded only when it is opened. */
const SMALL = 2000;

const wide = matchMedia("(min-width: 60em)");
let selection = read(location.search);
let years = [];
let remaining = [];
let asked = 0;
const loaded = new Set();

const input = element("input", {
  type: "search",
  class: "explore__input",
  placeholder: "Words, names, or a \u201cquoted phrase\u201d",
  "aria-label": "Search the collection",
  autocomplete: "off",
  spellcheck: "false",
  oninput: settled(WAIT, typed),
});
const status = element("p", { class: "explore__status", role: "status" });
const sorting = element(
  "select",
  { onchange: () => commit({ ...selection, sort: sorting.value }) },
  ...Object.entries(SORTS).map(([value, name]) => element("option", { value }, name)),
);
const chosenList = element("ul", { class: "explore__chosen", "aria-label": "Chosen filters" });
const resultList = element("ol", { class: "listing explore__results" });
const more = element("button", { type: "button", class: "explore__more", onclick: showMore, hidden: true }, "Show more");
const [from, to] = ["from", "to"].map((name) =>
  element("input", { type: "number", inputmode: "numeric", onchange: ({ target }) => commit({ ...selection, [name]: target.value }) }),
);
const facets = FACETS.map((facet) =>
  makeFacet(facet, Boolean(selection.chosen[facet.key] || (facet.wide && wide.matches)), {
    toggle: (key, value) => commit(toggled(selection, key, value)),
    match: (key, match) => commit(matching(selection, key, match)),
    opened: (key) => loaded.size > 0 && !loaded.has(key) && look(),
  }),
);
const filters = element(
  "details",
  { class: "explore__filters", open: wide.matches },
  element("summary", {}, "Filters"),
  element(
    "fieldset",
    { class: "explore__years" },
    element("legend", {}, "Years"),
    element("label", {}, "from ", from),
    element("label", {}, "to ", to),
  ),
  ...facets.map(({ root }) => root),
);

function page() {
  return [
    element("form", { class: "explore__form", role: "search", onsubmit: submitted }, input),
    element(
      "div",
      { class: "explore__columns" },
      filters,
      element(
        "section",
        { class: "explore__found", "aria-label": "Results" },
        element("div", { class: "explore__bar" }, status, element("label", {}, "Sort ", sorting)),
        chosenList,
        resultList,
        more,
      ),
    ),
  ];
}

/** Makes a selection the one that is shown, with an address of its own unless it only goes on typing. */
function commit(next, replace = false) {
  selection = next;
  history[replace ? "replaceState" : "pushState"](null, "", location.pathname + write(selection));
  look();
}

function typed() {
  const query = input.value.trim();
  if (query !== selection.query) commit({ ...selection, query }, Boolean(selection.query));
}

function submitted(event) {
  event.preventDefault();
  typed();
}

function look() {
  answer().catch((error) => {
    console.warn(error);
    status.textContent = "The search could not be loaded. The indexes of the site are in its navigation.";
  });
}

async function answer() {
  const turn = ++asked;
  const pagefind = await engine();
  await load(pagefind);
  const words = selection.query || null;
  const found = await pagefind.search(words, options(selection, years));
  const counts = await countsOf(pagefind, words, found);
  if (turn !== asked) return; // the reader has gone on meanwhile
  drawChoices();
  for (const facet of facets) facet.show(loaded.has(facet.key) ? counts[facet.key] ?? {} : undefined, selection);
  const about = selection.query ? ` for \u201c${selection.query}\u201d` : "";
  status.textContent = counted(found.results.length, "result", "results") + about;
  remaining = found.results;
  resultList.replaceChildren();
  await draw(turn);
}

/** Loads the values of the facets that are needed: all of them in a small collection, else those in use. */
async function load(pagefind) {
  const everything = loaded.size > 0 ? undefined : await pagefind.search(null);
  const needed = FACETS.map(({ key }) => key).filter(
    (key) =>
      !loaded.has(key) &&
      (everything?.results.length <= SMALL || key === "year" || selection.chosen[key] || facets.find((facet) => facet.key === key).root.open),
  );
  if (needed.length === 0) return;
  await pagefind.preload(null, { filters: Object.fromEntries(needed.map((key) => [key, ""])) });
  for (const key of needed) loaded.add(key);
  if (years.length === 0) years = Object.keys((await pagefind.search(null)).filters.year ?? {}).sort();
}

/** How many results each value would leave; where any chosen value is enough, those beside the chosen ones add some. */
async function countsOf(pagefind, words, found) {
  const counts = { ...found.filters };
  for (const { key, many } of FACETS) {
    if (!selection.chosen[key] || (many && !selection.any.includes(key))) continue;
    counts[key] = (await pagefind.search(words, options(selection, years, key))).filters[key];
  }
  return counts;
}

async function draw(turn = asked) {
  const next = remaining.slice(0, RESULTS);
  const shown = await Promise.all(next.map((result) => result.data()));
  if (turn !== asked) return;
  remaining = remaining.slice(RESULTS);
  resultList.append(...shown.map((found) => resultItem(found)));
  more.hidden = remaining.length === 0;
}

async function showMore() {
  const before = resultList.children.length;
  await draw();
  resultList.children[before]?.querySelector("a").focus();
}

/** Draws what is chosen: the box, the order, the years, and a button for each filter that takes it out. */
function drawChoices() {
  if (document.activeElement !== input) input.value = selection.query;
  sorting.value = order(selection);
  sorting.options[0].disabled = !selection.query;
  from.value = selection.from;
  to.value = selection.to;
  const known = years.filter((year) => /^\d{4}$/.test(year));
  for (const box of [from, to]) Object.assign(box, { min: known[0] ?? "", max: known.at(-1) ?? "", placeholder: known.at(box === from ? 0 : -1) ?? "" });
  const hadFocus = chosenList.contains(document.activeElement);
  chosenList.replaceChildren(...chosenItems());
  if (hadFocus) (chosenList.querySelector("button") ?? input).focus();
}

function chosenItems() {
  const chosen = FACETS.flatMap(({ key, label }) =>
    (selection.chosen[key] ?? []).map((value) => [`${label}: ${valueName(key, value)}`, () => toggled(selection, key, value)]),
  );
  if (selection.from || selection.to) {
    chosen.push([`Years ${selection.from}\u2013${selection.to}`, () => ({ ...selection, from: "", to: "" })]);
  }
  if (chosen.length > 1) chosen.push(["All filters", () => ({ ...selection, chosen: {}, any: [], from: "", to: "" })]);
  return chosen.map(([name, without]) =>
    element("li", {}, element("button", { type: "button", "aria-label": `Remove ${name}`, onclick: () => commit(without()) }, `${name} `, element("span", { "aria-hidden": "true" }, "\u00d7"))),
  );
}

addEventListener("popstate", () => {
  selection = read(location.search);
  input.value = selection.query;
  look();
});
wide.addEventListener("change", () => (filters.open = wide.matches));

const root = document.querySelector("[data-explore], div#explore");
if (root) {
  root.classList.add("explore");
  root.replaceChildren(...page());
  input.value = selection.query;
  status.textContent = "Loading \u2026";
  look();
}
