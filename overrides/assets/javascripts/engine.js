/** The search engine: Pagefind, loaded from beside this site when a reader first searches. */

/** The site's root, taken from this module's own address, so that the site may stand under any path. */
export const SITE = new URL("../../", import.meta.url);

/** What Pagefind adds to a page's score for a match in its metadata; `names` are spellings that the page lacks. */
const METADATA_WEIGHTS = { title: 5, headline: 2, byline: 0.5, date: 0.5, names: 0.2 };

let loading;

/** Gives the engine, loading it the first time; a failed attempt is made again the next time. */
export function engine() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const pagefind = await import(new URL("pagefind/pagefind.js", SITE).href);
  await pagefind.options({ ranking: { metaWeights: METADATA_WEIGHTS } });
  await pagefind.init();
  return pagefind;
}
