/** The articles of a list on one page, each taken from its own, which lies as deep as this one. */

import { contentOf, element } from "./elements.js";
import { SITE } from "./engine.js";

const list = new URL(location.search.slice(1), SITE);

async function article(href) {
  const found = await contentOf(href);
  const part = (selector) => found.querySelector(selector);
  const [facts, ...others] = found.querySelectorAll(".facts");
  const title = element("h2", {}, element("a", { href }, ...part("h1").childNodes));
  const parts = [title, part(".meta"), part(".standfirst")];
  // The text ends before the first heading of ours, which holds no sentence.
  let next = facts;
  while (!(next = next.nextElementSibling).matches("[id^=what-the-]:not(:has(span))")) parts.push(next);
  for (const one of found.querySelectorAll("[id]")) one.removeAttribute("id");
  return element("section", {}, ...parts, others.at(-1), part(".cite pre"));
}

async function assemble() {
  const found = await contentOf(list);
  const at = (link) => new URL(link.getAttribute("href"), list).href;
  const links = [...found.querySelectorAll(".Z3988")].map((mark) => at(mark.parentNode.querySelector("a")));
  const articles = links.map((href) => article(href).catch(() => element("p", {}, `Not loaded: ${href}`)));
  const pager = found.querySelector(".pager") ?? "";
  for (const link of pager && pager.querySelectorAll("a")) link.href = `?${at(link).slice(SITE.href.length)}`;
  const told = `${links.length} articles of ${list}, put together on ${Date().slice(4, 15)}`;
  const parts = [element("p", { class: "meta" }, told), ...(await Promise.all(articles)), pager];
  document.querySelector("h1").append(": ", ...found.querySelector("h1").childNodes);
  document.querySelector("[data-dossier]").replaceChildren(...parts);
}

if (location.search && list.href.startsWith(SITE)) assemble();
