/** Previews: what a link leads to, beside it. */

import { contentOf, element, settled } from "./elements.js";

const PREVIEWED = /\/(articles|countries|entities|outlets|stories|topics)\/[^/]+\/$/;
const box = element("div", { class: "preview", role: "status" });
const pages = {};
let link;

function linkAt({ target }) {
  const found = target.closest?.("#content a[href]");
  return found && PREVIEWED.test(found.pathname) ? found : undefined;
}

/** A page is asked for once, and only its text is taken. */
async function show(next) {
  if (next === link) return;
  link = next;
  box.remove();
  if (!link) return;
  const { pathname, hash } = link;
  pages[pathname] ??= contentOf(pathname);
  const content = await pages[pathname].catch(() => {});
  if (next !== link || !content) return;
  const part = (name, selector, of = {}) => {
    const found = content.querySelector(selector);
    return element(name, { ...of, lang: found?.closest("#content [lang]")?.lang }, found?.textContent);
  };
  box.replaceChildren(
    part("strong", "h1 > [lang], h1:not(:has([lang]))"),
    part("p", ".meta", { class: "meta" }),
    part("p", hash ? `[id="${hash.slice(1)}"]` : ".standfirst, h1 ~ p:not(.meta, .ways)"),
  );
  document.body.append(box);
  const { left, top, bottom } = [...link.getClientRects()].at(-1);
  const { offsetWidth, offsetHeight } = box;
  box.style.left = `${Math.max(0, Math.min(left, innerWidth - offsetWidth))}px`;
  box.style.top = `${scrollY + (bottom + offsetHeight > innerHeight ? top - offsetHeight : bottom)}px`;
}

const rest = settled(400, show);
addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse") rest(box.contains(event.target) ? link : linkAt(event));
});
addEventListener("focusout", () => show());
addEventListener("keydown", (event) => {
  if (event.key === "Escape") show();
  if (event.key === "p" && !event.ctrlKey && !event.metaKey && !event.altKey) show(linkAt(event));
});
