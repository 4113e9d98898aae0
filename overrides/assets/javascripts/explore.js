/** The page "Explore": search with facets. What is chosen stands in the address, to be shared and gone back to. */

import { counted, element, searchBox, settled } from "./elements.js";
import { engine, find, NOT_LOADED, sought } from "./engine.js";
import { makeFacet, valueName } from "./facets.js";
import { resultItem } from "./results.js";
import { FACETS, isAny, isYear, matching, options, order, read, SORTS, toggled, write } from "./selection.js";

const RESULTS = 12;
const WAIT = 200;
/** In a larger collection a facet is loaded only when it is opened. */
const SMALL = 2000;

const wide = matchMedia("(min-width: 60em)");
const loaded = new Set();
let selection = read(location.search);
let years = [];
let remaining = [];
let asked = 0;

const input = searchBox({
  class: "explore__input",
  placeholder: "Words, names, or a “quoted phrase”",
  "aria-label": "Search the collection",
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
const more = element("button", { class: "explore__more", hidden: true, onclick: showMore }, "More");
const from = yearBox("from");
const to = yearBox("to");
const facets = FACETS.map((facet) =>
  makeFacet(facet, Boolean(selection.chosen[facet.key] || (facet.wide && wide.matches)), {
    toggle: (key, value) => commit(toggled(selection, key, value)),
    match: (key, match) => commit(matching(selection, key, match)),
    opened: (key) => years.length && !loaded.has(key) && look(),
  }),
);
const range = element(
  "fieldset",
  { class: "explore__years", hidden: true },
  element("legend", {}, "Years"),
  element("label", {}, "from ", from),
  element("label", {}, "to ", to),
);
const filters = element(
  "details",
  { class: "explore__filters", open: wide.matches },
  element("summary", {}, "Filters"),
  range,
  ...facets.map(({ root }) => root),
);
const found = element(
  "section",
  { class: "explore__found", "aria-label": "Results" },
  element("div", { class: "explore__bar" }, status, element("label", {}, "Sort ", sorting)),
  chosenList,
  resultList,
  more,
);

function yearBox(name) {
  const onchange = ({ target: { value } }) => commit({ ...selection, [name]: isYear(value) ? value : "" });
  return element("input", { type: "number", inputmode: "numeric", onchange });
}

/** Shows a selection, at an address of its own unless the reader goes on typing. */
function commit(next, replace = false) {
  selection = next;
  history[replace ? "replaceState" : "pushState"](null, "", location.pathname + write(selection));
  look();
}

function typed() {
  const query = input.value.trim();
  if (query !== selection.query) commit({ ...selection, query }, Boolean(selection.query));
}

function look() {
  answer().catch(() => (status.textContent = NOT_LOADED));
}

async function answer() {
  const turn = ++asked;
  const told = await engine();
  years = told.years;
  const { results } = await find(selection.query, order(selection), options(selection, years));
  if (turn !== asked) return;
  drawChoices();
  status.textContent = counted(results) + (selection.query && ` for “${selection.query}”`);
  if (!results.length) status.textContent += ". Fewer words or filters may find more.";
  remaining = results;
  resultList.replaceChildren();
  await drawResults(turn);
  await load(told);
  const counts = await countsOf();
  if (turn !== asked) return;
  for (const facet of facets) facet.show(loaded.has(facet.key) ? (counts[facet.key] ?? {}) : undefined, selection);
}

/** Loads the values of all facets in a small collection, else of those in use. */
async function load({ pagefind, documents }) {
  const inUse = ({ key, root }) => documents <= SMALL || root.open || selection.chosen[key];
  const needed = facets.filter((facet) => !loaded.has(facet.key) && inUse(facet)).map(({ key }) => key);
  if (!needed.length) return;
  await pagefind.preload(sought(selection.query), { filters: Object.fromEntries(needed.map((key) => [key, ""])) });
  for (const key of needed) loaded.add(key);
}

/** How many results each value would leave; where any one is enough, others add some. */
async function countsOf() {
  const left = async (but) => (await find(selection.query, "newest", options(selection, years, but))).filters;
  const counts = { ...(await left()) };
  for (const facet of FACETS.filter((each) => selection.chosen[each.key] && isAny(selection, each))) {
    counts[facet.key] = (await left(facet.key))[facet.key];
  }
  return counts;
}

async function drawResults(turn = asked) {
  const shown = await Promise.all(remaining.slice(0, RESULTS).map((result) => result.data()));
  if (turn !== asked) return;
  remaining = remaining.slice(RESULTS);
  resultList.append(...shown.map((each) => resultItem(each)));
  more.hidden = !remaining.length;
}

async function showMore() {
  const before = resultList.children.length;
  await drawResults();
  resultList.children[before]?.querySelector("a").focus();
}

/** Draws what is chosen, with a button for each filter that takes it out. */
function drawChoices() {
  if (document.activeElement !== input) input.value = selection.query;
  sorting.value = order(selection);
  sorting.options[0].disabled = !selection.query;
  range.hidden = !years.length;
  from.value = selection.from;
  from.placeholder = years.at(0) ?? "";
  to.value = selection.to;
  to.placeholder = years.at(-1) ?? "";
  const hadFocus = chosenList.contains(document.activeElement);
  chosenList.replaceChildren(...chosenItems());
  if (hadFocus) (chosenList.querySelector("button") ?? input).focus();
}

function chosenItems() {
  const chosen = FACETS.flatMap(({ key, label }) =>
    (selection.chosen[key] ?? []).map((value) => ({
      name: `${label}: ${valueName(key, value)}`,
      without: toggled(selection, key, value),
    })),
  );
  const allYears = { ...selection, from: "", to: "" };
  if (selection.from || selection.to) {
    chosen.push({ name: `Years ${selection.from}–${selection.to}`, without: allYears });
  }
  if (chosen.length > 1) chosen.push({ name: "All filters", without: { ...allYears, chosen: {}, any: [] } });
  return chosen.map(({ name, without }) => {
    const remove = { "aria-label": `Remove ${name}`, onclick: () => commit(without) };
    return element("li", {}, element("button", remove, `${name} ×`));
  });
}

addEventListener("popstate", () => {
  selection = read(location.search);
  input.value = selection.query;
  look();
});
wide.addEventListener("change", () => (filters.open = wide.matches));

const onsubmit = (event) => event.preventDefault(typed());
document.querySelector(".explore").append(
  element("form", { class: "explore__form", role: "search", onsubmit }, input),
  element("div", { class: "explore__columns" }, filters, found),
);
input.value = selection.query;
status.textContent = "Loading …";
look();
