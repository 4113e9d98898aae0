/** What is chosen on "Explore", and how its address says it. */

const KEYS = "kind country topic year entity outlet agency author genre dated rights language".split(" ");
const LABELS = { kind: "Kind of page", agency: "News agency", dated: "Date", rights: "Text" };
const MANY = ["country", "topic", "entity", "agency", "author"];
/** So many are open on a wide screen; in a large collection the others are large. */
const WIDE = 4;

export const FACETS = KEYS.map((key, place) => ({
  key,
  label: LABELS[key] ?? key[0].toUpperCase() + key.slice(1),
  many: MANY.includes(key),
  wide: place < WIDE,
}));

export const SORTS = { relevance: "Relevance", newest: "Newest first", oldest: "Oldest first" };

export function isYear(text) {
  return /^\d{4}$/.test(text);
}

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

export function toggled(selection, key, value) {
  const before = selection.chosen[key] ?? [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  const { [key]: _, ...others } = selection.chosen;
  return { ...selection, chosen: after.length ? { ...others, [key]: after } : others };
}

export function matching(selection, key, match) {
  const others = selection.any.filter((other) => other !== key);
  return { ...selection, any: match === "any" ? [...others, key] : others };
}

export function isAny(selection, { key, many }) {
  return !many || selection.any.includes(key);
}

export function order(selection) {
  return selection.sort || (selection.query ? "relevance" : "newest");
}

/** As `filterable` in facets.py: Pagefind finds no value with these marks. */
function filterable(value) {
  return value.replaceAll('"', "”").replaceAll("\\", "⧵");
}

/** As options of Pagefind, `without` one facet. */
export function options(selection, years, without) {
  const conditions = FACETS.filter(({ key }) => key !== without && selection.chosen[key]).map((facet) => ({
    [facet.key]: { [isAny(selection, facet) ? "any" : "all"]: selection.chosen[facet.key] },
  }));
  const { from, to } = selection;
  const within = years.filter((year) => (!from || year >= from) && (!to || year <= to));
  if (from || to) conditions.push({ year: { any: ["no year", ...within] } });
  return { filters: conditions.length ? { all: conditions } : {} };
}
