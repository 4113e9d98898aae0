"""Text that would run, redirect or break out, in every place for text: a browser shows it and does nothing else."""

import os
from urllib.parse import quote

import hostile
import pytest
from browser import all_results, build, chromium, leads_elsewhere, serving, visiting, without_policy  # noqa: F401 (a fixture)

from generator.facets import filterable
from generator.formats.body import read_body
from generator.normalise import one_line

EVERY = 1 if "CUTTINGS_LONG" in os.environ else 12
"""Which pages are opened once more without the policy: every twelfth, or each in a long run."""
WATCH = "window.__hit = () => console.error('executed')"

SAID = """typed => {
  const bare = (text) => text.replace(/\\s+/g, "");
  return bare(document.querySelector(".explore__status").textContent).includes(bare(typed));
}"""

POKE = """() => {
  const content = document.querySelector("#content");
  const ours = "A ARTICLE B BDI BLOCKQUOTE CAPTION CODE DD DEL DETAILS DIV DL DT EM FIGCAPTION FIGURE H1 H2 H3 H4 H5" +
    " H6 HEADER INS LI MARK NAV NOSCRIPT OL P PRE SECTION SPAN STRONG SUMMARY TABLE TBODY TD TH THEAD TR UL" +
    " svg a circle g line path rect text title tspan";
  const made = "BUTTON FIELDSET FORM INPUT LABEL LEGEND OPTION OUTPUT SELECT";
  const [allowed, byScripts] = [ours, made].map((names) => new Set(names.split(" ")));
  const parts = ".explore, .filter, .md-code__nav, .ask";
  const strange = (element) =>
    !allowed.has(element.tagName) && !(byScripts.has(element.tagName) && element.closest(parts));
  const addresses = ["href", "src", "action", "formaction", "xlink:href", "data", "srcset", "poster", "srcdoc"];
  const hazards = [];
  const harmless = (element, name, value) => {
    if (!addresses.includes(name)) return !name.startsWith("on");
    const { protocol, origin } = new URL(value, document.baseURI);
    return origin === location.origin || (element.matches("a[rel~=noopener]") && /^(https?|mailto):$/.test(protocol));
  };
  for (const element of document.querySelectorAll("*")) {
    if (content.contains(element) && strange(element)) hazards.push(element.outerHTML.slice(0, 200));
    for (const { name, value } of element.attributes) {
      if (!harmless(element, name, value)) hazards.push(`${name}=${value}`);
    }
  }
  if (document.querySelectorAll("meta[http-equiv=refresh], base").length) hazards.push("a page that leads elsewhere");
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && /^(https?|mailto):$/.test(new URL(link.href).protocol)) event.preventDefault();
  });
  document.addEventListener("submit", (event) => {
    if (new URL(event.target.action).origin === location.origin) event.preventDefault();
  });
  const events = ["pointerover", "mouseover", "mouseenter", "mousemove", "pointerdown", "focus", "blur"];
  for (const details of content.querySelectorAll("details")) details.open = true;
  for (const element of content.querySelectorAll("*")) {
    for (const kind of events) element.dispatchEvent(new Event(kind, { bubbles: true }));
    if (element.matches("a, button, summary, [tabindex]")) element.click?.();
  }
  const range = document.createRange();
  const facts = content.querySelector("dl.facts");
  const after = [...content.querySelectorAll("h2")].find((heading) => heading.textContent === "What the article names");
  if (facts && after) (range.setStartAfter(facts), range.setEndBefore(after));
  const heading = document.querySelector("h1").textContent;
  return { hazards, heading, title: document.title, text: content.textContent, body: range.toString() };
}"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    """Build a site of hostile content."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder / "content")
    return build(folder / "build", content=folder / "content")


@pytest.fixture(scope="module")
def hostile_server(hostile_site):
    """Serve the hostile site."""
    with serving(hostile_site) as started:
        yield started


@pytest.fixture(scope="module")
def visit(browser, hostile_server):
    """Open a window that notices whatever runs."""
    with visiting(browser, hostile_server, viewport={"width": 1000, "height": 600}) as opened:
        opened.context.add_init_script(WATCH)
        yield opened


@pytest.fixture(scope="module")
def poked(visit, hostile_site):
    """Open every page that does not lead elsewhere, touch all that is on it, and give what was seen by its address."""
    seen = {}
    for path in sorted(hostile_site.rglob("index.html")):
        if leads_elsewhere(path):
            continue
        address = path.parent.relative_to(hostile_site).as_posix().removeprefix(".")
        address = f"{address}/" if address else ""
        before = len(visit.faults)
        visit.go(address)
        seen[address] = visit.page.evaluate(POKE) | {"at": visit.page.url.removeprefix(visit.home)}
        seen[address]["faults"] = visit.faults[before:]
    return seen


@pytest.fixture(scope="module")
def index(visit):
    """Open Explore and have all results shown; give the titles by the addresses of their pages."""
    visit.go("explore/")
    return all_results(visit.page)


def bare(text):
    """Give a text without its white space, which pages may break and fold."""
    return "".join(text.split())


def test_the_watch_sees_what_runs(browser, tmp_path):
    """The same text as it stands, not escaped, does run, ask other hosts and leave: so silence elsewhere tells much."""
    some = [vector for vector in hostile.VECTORS[:60:3] if "refresh" not in vector]
    caught = 0
    for number, vector in enumerate(some):
        (tmp_path / f"{number}.html").write_text(f"<!doctype html><title>x</title><p>{vector}", encoding="utf-8")
    with serving(tmp_path) as server, visiting(browser, server) as visit:
        visit.context.add_init_script(WATCH)
        for number in range(len(some)):
            visit.faults.clear()
            visit.go(f"{number}.html")
            caught += bool(visit.faults)
    assert caught > len(some) / 2


def test_every_article_is_published_and_every_bad_file_is_told(poked):
    """Hostile text keeps nothing from being published; what is refused is named on the account of the corpus."""
    assert {f"articles/{key}/" for key in hostile.articles()} <= poked.keys()
    assert {f"articles/{name.removesuffix('.md')}/" for name, _ in hostile.FILES}.isdisjoint(poked)
    told = bare(poked["about/corpus/"]["text"])
    assert [] == [name for name, _ in hostile.FILES if bare(name) not in told]


def test_nothing_runs_and_nothing_leads_away(poked, record_property):
    """No page runs a payload, opens a dialog or window, asks another host, leaves, or holds what could."""
    record_property("texts", len(hostile.VECTORS) + len(hostile.BODIES))
    record_property("pages", len(poked))
    assert {} == {address: page["faults"] for address, page in poked.items() if page["faults"]}
    assert {} == {address: page["hazards"] for address, page in poked.items() if page["hazards"]}
    assert {} == {address: page["at"] for address, page in poked.items() if page["at"] != address}


def test_nothing_runs_without_the_policy(browser, hostile_site, tmp_path):
    """Escaping alone is enough: without a policy in its pages the same site runs nothing and asks nobody."""
    site = without_policy(hostile_site, tmp_path / "without")
    faults = {}
    with serving(site) as server, visiting(browser, server, viewport={"width": 1000, "height": 600}) as visit:
        visit.context.add_init_script(WATCH)
        pages = [path for path in sorted(site.rglob("index.html")) if not leads_elsewhere(path)]
        for path in pages[::EVERY]:
            visit.go(path.parent.relative_to(site).as_posix().removeprefix(".") + "/")
            faults[path] = [*visit.page.evaluate(POKE)["hazards"], *visit.faults]
            visit.faults.clear()
    assert len(faults) > 30
    assert {} == {path: found for path, found in faults.items() if found}


def test_titles_are_shown_as_they_were_written(poked):
    """The main heading and the window's title of an article are its title, letter for letter."""
    wanted = {f"articles/{key}/": one_line(title) for key, (title, _) in hostile.articles().items()}
    assert wanted == {address: poked[address]["heading"] for address in wanted}
    assert {address: f"{title} - Cuttings" for address, title in wanted.items()} == {
        address: poked[address]["title"] for address in wanted
    }


def test_bodies_are_shown_as_their_plain_text(poked):
    """The text of an article is the plain text of its CommonMark, letter for letter but for white space."""
    wanted = {
        f"articles/{key}/": bare("".join(block.text for block in read_body(body)))
        for key, (_, body) in hostile.articles().items()
    }
    assert wanted == {address: bare(poked[address]["body"]) for address in wanted}


def test_every_field_is_shown_as_it_was_written(poked):
    """Headline, dateline, standfirst, document, authors, captions and the evidence for the date are shown as text."""
    missing = []
    for key, (title, _) in hostile.articles().items():
        text = bare(poked[f"articles/{key}/"]["text"])
        given = hostile.fields(title) | {"evidence": title}
        missing += [(key, name) for name, value in given.items() if bare(one_line(value)) not in text]
    assert [] == missing


def test_names_are_shown_as_they_were_written(poked):
    """Labels, aliases, descriptions, definitions and terms of records of every kind are shown as text."""
    folders = {"topic": "topics", "outlet": "outlets", "country": "countries"}
    missing = []
    for key, kind, vectors in hostile.names():
        page = poked[f"{folders.get(kind, 'entities')}/{key}/"]
        assert one_line(hostile.label(vectors)) == page["heading"]
        given = [*vectors, f"About {hostile.label(vectors)}"]
        missing += [(key, value) for value in given if bare(one_line(value)) not in bare(page["text"])]
    assert [] == missing


def test_search_results_show_titles_as_they_were_written(index):
    """Every result of Explore bears its title as text, letter for letter."""
    titles = {f"articles/{key}/": one_line(title) for key, (title, _) in hostile.articles().items()}
    assert titles == {address: index[address] for address in titles}


def test_facets_show_names_as_they_were_written(visit, index):
    """Values of facets and what is chosen of them are shown as text."""
    assert index
    names = [*(title for title, _ in hostile.articles().values()), *(hostile.label(of) for *_, of in hostile.names())]
    written = {bare(filterable(one_line(name))) for name in names}
    visit.faults.clear()
    for facet in ("entity", "topic", "outlet", "author", "country"):
        root = visit.page.locator(f"[data-facet={facet}]")
        root.evaluate("facet => { facet.open = true }")
        value = root.locator("li").filter(has_text="__hit").first
        name = bare(value.locator(".facet__name").inner_text())
        assert name in written
        value.get_by_role("checkbox").click()
        chosen = visit.page.locator(".explore__chosen button").first
        chosen.wait_for()
        assert name in bare(chosen.inner_text())
        chosen.click()
        chosen.wait_for(state="detached")
    assert [] == visit.faults


UNREAD = set('"\\')


@pytest.mark.parametrize("mark", ["<script>", "{", *sorted(UNREAD)])
def test_an_article_is_found_by_any_name(visit, mark):
    """Whatever marks the name of an author has, the article is found by it."""
    titles = [one_line(title) for title, _ in hostile.articles().values()]
    author = next(title for title in titles if mark in title and not (set(title) - set(mark)) & UNREAD)
    visit.go(f"explore/?author={quote(author)}")
    visit.page.locator(".explore__status").filter(has_text="result").wait_for()
    assert "1" == visit.page.locator(".explore__status").inner_text().split()[0]


def test_typing_hostile_text_finds_and_runs_nothing(visit):
    """Any text may be typed into the search of the header and into Explore."""
    visit.faults.clear()
    visit.go("")
    visit.page.keyboard.press("/")
    box, said = visit.page.locator(".search__input"), visit.page.locator(".search__status")
    for start in range(0, len(hostile.VECTORS), 10):
        box.fill("")
        said.wait_for(state="hidden")
        box.fill(hostile.label(hostile.VECTORS[start : start + 10]))
        said.wait_for()
    visit.go("explore/")
    for start in range(0, len(hostile.VECTORS), 20):
        typed = hostile.label(hostile.VECTORS[start : start + 20])
        visit.page.get_by_role("searchbox", name="Search the collection").fill(typed)
        visit.page.wait_for_function(
            "typed => document.querySelector('.explore__status').textContent.includes(typed)", arg=typed.strip()
        )
    assert [] == visit.faults


def test_hostile_addresses_find_and_run_nothing(visit):
    """An address of Explore may hold any text as words, as facets and as order."""
    visit.faults.clear()
    for start in range(0, len(hostile.VECTORS), 20):
        some = hostile.VECTORS[start : start + 20]
        given = [("q", hostile.label(some[:5])), *(("entity", vector) for vector in some), ("sort", some[0])]
        visit.go("explore/?" + "&".join(f"{name}={quote(value)}" for name, value in given))
        visit.page.locator(".explore__status").filter(has_text="result").wait_for()
    assert [] == visit.faults
