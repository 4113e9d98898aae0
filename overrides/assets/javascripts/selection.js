/** What a reader has chosen on the page "Explore", and how the address of the page says it. Values never change. */

/**
 * The facets in the order of the page. A page may have several values of one that is `many`: there, all chosen values
 * must hold unless the reader asks for any; of the others any one may. `wide` ones are open on a wide screen.
 */
export const FACETS = [
  { key: "kind", label: "Kind of page", wide: true },
  { key: "country", label: "Country", many: true, wide: true },
  { key: "topic", label: "Topic", many: true, wide: true },
  { key: "entity", label: "Entity", many: true, wide: true },
  { key: "year", label: "Year", wide: true },
  { key: "outlet", label: "Outlet" },
  { key: "agency", label: "News agency", many: true },
  { key: "author", label: "Author", many: true },
  { key: "genre", label: "Genre" },
  { key: "dated", label: "Date is" },
  { key: "rights", label: "Shown as" },
  { key: "language", label: "Language" },
];

export const SORTS = { relevance: "Relevance", newest: "Newest first", oldest: "Oldest first" };
const ORDERS = { newest: { newest: "desc" }, oldest: { oldest: "asc" } };

/** Tells a year from an empty box, from half a number, and from the undated. */
export function isYear(text) {
  return /^\d{4}$/.test(text);
}

/** Reads a selection from the query part of an address; what it does not know is left out. */
export function read(search) {
  const given = new URLSearchParams(search);
  const chosen = {};
  const any = [];
  for (const { key, many } of FACETS) {
    const values = [...new Set(given.getAll(key).map(filterable))].filter(Boolean);
    if (values.length) chosen[key] = values;
    if (many && given.get(`${key}.match`) === "any") any.push(key);
  }
  const [query, from, to, sort] = ["q", "from", "to", "sort"].map((name) => given.get(name)?.trim() ?? "");
  const year = (text) => (isYear(text) ? text : "");
  return { query, chosen, any, from: year(from), to: year(to), sort: Object.hasOwn(SORTS, sort) ? sort : "" };
}

/** Writes a selection as the query part of an address: empty where nothing is chosen. */
export function write({ query, chosen, any, from, to, sort }) {
  const given = new URLSearchParams();
  if (query) given.set("q", query);
  for (const { key } of FACETS) {
    for (const value of chosen[key] ?? []) given.append(key, value);
    if (any.includes(key) && chosen[key]) given.set(`${key}.match`, "any");
  }
  for (const [name, value] of Object.entries({ from, to, sort })) if (value) given.set(name, value);
  const written = given.toString();
  return written && `?${written}`;
}

/** The selection with one value of a facet put in or taken out. */
export function toggled(selection, key, value) {
  const before = selection.chosen[key] ?? [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  const { [key]: _, ...others } = selection.chosen;
  return { ...selection, chosen: after.length ? { ...others, [key]: after } : others };
}

/** The selection with a facet's values joined by "any" or "all". */
export function matching(selection, key, match) {
  const others = selection.any.filter((other) => other !== key);
  return { ...selection, any: match === "any" ? [...others, key] : others };
}

/** Tells whether any one of a facet's chosen values is enough. */
export function isAny(selection, { key, many }) {
  return !many || selection.any.includes(key);
}

/** The order in which results are shown: without words there is no relevance. */
export function order(selection) {
  return selection.sort || (selection.query ? "relevance" : "newest");
}

/** A value as the index has it, which `filterable` in facets.py writes: Pagefind finds none with these two marks. */
function filterable(value) {
  return value.replaceAll('"', "”").replaceAll("\\", "⧵");
}

/** The selection as options of Pagefind; `without` names a facet to leave out, `years` are all that there are. */
export function options(selection, years, without) {
  const conditions = FACETS.filter(({ key }) => key !== without && selection.chosen[key]).map((facet) => ({
    [facet.key]: { [isAny(selection, facet) ? "any" : "all"]: selection.chosen[facet.key] },
  }));
  if (selection.from || selection.to) conditions.push({ year: { any: within(selection, years) } });
  return { filters: conditions.length ? { all: conditions } : {}, sort: ORDERS[order(selection)] ?? {} };
}

function within({ from, to }, years) {
  const found = years.filter((year) => isYear(year) && (!from || year >= from) && (!to || year <= to));
  return found.length ? found : ["no year"];
}
