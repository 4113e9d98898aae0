/** The search engine: Pagefind, loaded from beside this site when a reader first searches. */

/** The site's root, told by this module's own address. */
export const SITE = new URL("../../", import.meta.url);

export const NOT_LOADED = "The search could not be loaded. The indexes of the site are in its navigation.";

/** How much a match in metadata counts: `names` are spellings that the page lacks, `key` is looked up by itself. */
const METADATA_WEIGHTS = { title: 5, headline: 2, byline: 0.5, date: 0.5, names: 0.2, key: 0, every: 0 };
/** A word that every page has, by search/records.py: a search for nothing would load the whole index. */
const EVERYTHING = "zqxevery";
/** Ends the word that stands for a whole name, as `name_key` in search/records.py writes it. */
const NAME_KEY = { mark: "zqx", longest: 60 };

let loading;

/** Gives the engine; a failed attempt to load it is made again the next time. */
export function engine() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const pagefind = await import(new URL("pagefind/pagefind.js", SITE).href);
  // A worker would load the whole engine again, and is one more thing for a content policy to allow.
  await pagefind.options({ noWorker: true, ranking: { metaWeights: METADATA_WEIGHTS } });
  await pagefind.init();
  return pagefind;
}

/** Searches for words, or for everything; pages that bear the words as a whole name come first. */
export async function find(words, options = {}) {
  const pagefind = await engine();
  const found = await pagefind.search(words || `"${EVERYTHING}"`, options);
  const sorted = Object.keys(options.sort ?? {}).length > 0;
  if (!words || sorted) return found;
  const bearers = (await pagefind.search(`"${nameKey(words)}"`, options)).results;
  if (bearers.length === 0) return found;
  const places = new Map(found.results.map((result) => [result.id, result]));
  const first = bearers.map((bearer) => places.get(bearer.id) ?? bearer);
  const ids = new Set(bearers.map(({ id }) => id));
  return { ...found, results: [...first, ...found.results.filter(({ id }) => !ids.has(id))] };
}

function nameKey(words) {
  const plain = words.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return [...plain].slice(0, NAME_KEY.longest).join("") + NAME_KEY.mark;
}
