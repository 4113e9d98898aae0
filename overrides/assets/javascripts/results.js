/** Search results as elements. */

import { element } from "./elements.js";
import { SITE } from "./engine.js";

const EXCERPT_WORDS = 34;
const WORDS_BEFORE = 6;

export function kindOf(found) {
  return found.filters.kind?.[0] ?? "Page";
}

export function resultItem(found, showKind = true) {
  const address = found.raw_url.replace(/^\//, "");
  const described = [showKind && kindOf(found), found.meta.date, found.meta.byline].filter(Boolean);
  const tongue = { dir: "auto", lang: found.filters.language?.[0] };
  return element(
    "li",
    { class: "result", "data-search-result": address },
    element("a", { href: new URL(address, SITE).href, class: "title", ...tongue }, found.meta.title),
    described.length > 0 && element("p", { class: "meta", dir: "auto" }, described.join(" · ")),
    element("p", { class: "snippet", ...tongue }, ...excerpt(found)),
  );
}

function excerpt(found) {
  const words = found.content.split(/\s+/).filter(Boolean);
  const matches = new Set(found.locations);
  const start = Math.min(densest(found.weighted_locations), Math.max(0, words.length - EXCERPT_WORDS));
  const pieces = words
    .slice(start, start + EXCERPT_WORDS)
    .flatMap((word, place) => [matches.has(start + place) ? element("mark", {}, word) : word, " "]);
  if (start > 0) pieces.unshift("… ");
  if (start + EXCERPT_WORDS < words.length) pieces.push("…");
  return pieces;
}

/** Where the stretch with the weightiest matches begins. */
function densest(matches) {
  let best = { weight: 0, start: 0 };
  for (const { location: start } of matches) {
    const weight = matches
      .filter(({ location }) => location >= start && location < start + EXCERPT_WORDS - WORDS_BEFORE)
      .reduce((sum, match) => sum + match.balanced_score, 0);
    if (weight > best.weight) best = { weight, start };
  }
  return best.start <= EXCERPT_WORDS - WORDS_BEFORE ? 0 : best.start - WORDS_BEFORE;
}
