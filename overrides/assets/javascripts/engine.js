/** The search engine: Pagefind, loaded from beside this site when a reader first searches. */

/** The site's root, by this module's address. */
export const SITE = new URL("../../", import.meta.url);

export const NOT_LOADED = "The search could not be loaded. The indexes of the site are in its navigation.";

/** How much a match in metadata counts: `names` are spellings that the page lacks, `key` is looked up by itself. */
const metaWeights = { title: 5, headline: 2, byline: 0.5, date: 0.5, names: 0.2, key: 0, every: 0, day: 0 };

let loading;

/** Words to search for, or one that every page has, by search/records.py: for none the whole index is loaded. */
export const sought = (words) => words || '"zqxevery"';

/** Gives the engine, with what is told of the index; a failed attempt to load it is made again the next time. */
export function engine() {
  return (loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  }));
}

/** The index is in parts, of which the first has the program; search/index.py tells of them. */
async function load() {
  const at = (name) => new URL(`pagefind/${name}`, SITE).href;
  const [pagefind, told] = await Promise.all([
    import(at("pagefind.js")),
    fetch(at("index.json"), { cache: "no-cache" }).then((answer) => answer.json()),
  ]);
  const [first, ...others] = told.parts.map((part) => at(`${part}/`));
  const same = { ranking: { metaWeights }, metaCacheTag: "" };
  // A worker would load the whole engine again.
  await pagefind.options({ ...same, basePath: first, noWorker: true });
  await pagefind.init();
  await Promise.all([pagefind.search(""), ...others.map((part) => pagefind.mergeIndex(part, same))]);
  return { pagefind, ...told };
}

/** Searches; pages that bear the words as a whole name come first, unless all are sorted by date. */
export async function find(words, order = "relevance", options) {
  const { pagefind } = await engine();
  const found = await pagefind.search(sought(words), options);
  if (order !== "relevance") return { ...found, results: byDay(found.results, order === "oldest") };
  const bearers = words ? (await pagefind.search(`"${nameKey(words)}"`, options)).results : [];
  const ids = new Map(found.results.map((result) => [result.id, result]));
  const first = bearers.map((bearer) => ids.get(bearer.id) ?? bearer);
  return { ...found, results: [...new Set([...first, ...found.results])] };
}

/** A result's id begins with its day; those without one come last. */
function byDay(results, oldest) {
  const day = ({ id }) => parseInt(id) || (oldest ? Infinity : 0);
  return results.sort((one, two) => (oldest ? day(one) - day(two) : day(two) - day(one)) || (one.id < two.id ? -1 : 1));
}

/** The word that stands for a whole name, as `name_key` in search/records.py writes it. */
function nameKey(words) {
  const plain = words.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return [...plain].slice(0, 60).join("") + "zqx";
}
