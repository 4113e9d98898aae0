/** A facet of "Explore": values as checkboxes, with the results each would leave. */

import { element, folded, searchBox } from "./elements.js";
import { isAny } from "./selection.js";

const SHORT = 8;
const WHOLE = 12;
const MOST = 200;

const languages = new Intl.DisplayNames(document.documentElement.lang, { type: "language", fallback: "code" });

export function valueName(key, value) {
  return key === "language" && /^[a-z]{2,3}(-[a-z\d]+)*$/i.test(value) ? languages.of(value) : value;
}

export function makeFacet(facet, open, { toggle, match, opened }) {
  const { key, label, many } = facet;
  let drawn = () => {};
  let whole = false;
  const narrow = searchBox({
    class: "facet__narrow",
    "aria-label": `Find in: ${label}`,
    placeholder: "Find",
    oninput: () => drawn(),
  });
  const onclick = () => {
    whole = true;
    drawn();
    values.querySelectorAll("input")[SHORT]?.focus();
  };
  const more = element("button", { class: "facet__more", onclick });
  const values = element("ul", { class: "facet__values" });
  const number = element("span", { class: "facet__number" });
  const joined = element(
    "select",
    { "aria-label": `${label}: how to join`, onchange: () => match(key, joined.value) },
    element("option", { value: "all" }, "with all of these"),
    element("option", { value: "any" }, "with any of these"),
  );
  const root = element(
    "details",
    { class: "facet", open, hidden: true, "data-facet": key, ontoggle: () => root.open && opened(key) },
    element("summary", {}, label, number),
    element("fieldset", {}, element("legend", {}, label), joined, narrow, values, more),
  );

  function show(counts, selection) {
    drawn = () => show(counts, selection);
    const chosen = selection.chosen[key] ?? [];
    const offered = counts ? ordered(counts, chosen, key) : [];
    root.hidden = Boolean(counts) && !offered.length;
    number.textContent = chosen.length ? ` ${chosen.length}` : "";
    joined.hidden = !many || !chosen.length;
    joined.value = isAny(selection, facet) ? "any" : "all";
    narrow.hidden = offered.length <= WHOLE;
    const typed = folded(narrow.value);
    const fitting = offered.filter(([value]) => folded(valueName(key, value)).includes(typed));
    const most = whole || typed ? MOST : fitting.length <= WHOLE ? WHOLE : Math.max(SHORT, chosen.length);
    drawValues(fitting.slice(0, most), chosen);
    more.hidden = fitting.length <= most || most === MOST;
    more.textContent = `Show all ${fitting.length.toLocaleString()}`;
  }

  /** The focus stays on its value. */
  function drawValues(shown, chosen) {
    const focused = values.contains(document.activeElement) ? document.activeElement.value : undefined;
    values.replaceChildren(...shown.map(([value, count]) => valueItem(value, count, chosen.includes(value))));
    if (focused !== undefined) [...values.querySelectorAll("input")].find((box) => box.value === focused)?.focus();
  }

  function valueItem(value, count, checked) {
    const box = element("input", { type: "checkbox", value, onchange: () => toggle(key, value) });
    box.checked = checked;
    const name = element("span", { class: "facet__name", dir: "auto" }, valueName(key, value));
    const number = element("span", { class: "count" }, count.toLocaleString());
    return element("li", {}, element("label", {}, box, name, number));
  }

  return { key, root, show };
}

function ordered(counts, chosen, key) {
  const offered = Object.entries(counts).filter(([, count]) => count);
  return [...new Map([...chosen.map((value) => [value, 0]), ...offered])].sort(
    ([one, few], [other, many]) =>
      chosen.includes(other) - chosen.includes(one) ||
      (key === "year" ? other.localeCompare(one) : many - few) ||
      valueName(key, one).localeCompare(valueName(key, other)),
  );
}
