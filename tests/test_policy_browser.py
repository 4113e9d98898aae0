"""The second layer: what a content security policy stops where escaping would have failed."""

import os
import re
import shutil
import subprocess
import sys

import hostile
import pytest
from browser import POLICY, PROJECT, chromium, leads_elsewhere, serving, the_site, visiting, without_policy  # noqa: F401 (fixtures)

PAGE = "articles/2022-02-06-khan-meets-xi/index.html"
INJECTED = """
<script>hit("script")</script><img src="x" onerror="hit('handler')"><svg onload="hit('svg')"></svg>
<a id="link" href="javascript:hit('link')">x</a><iframe srcdoc="<script>parent.hit('frame')</script>"></iframe>
<base href="http://127.0.0.2:9/"><style>#content { opacity: 0.1 }</style><p id="styled" style="opacity: 0.1">x</p>
<img src="http://127.0.0.2:9/pixel.png"><form action="http://127.0.0.2:9/"><button id="send">x</button></form>
"""

UNESCAPED = """
import sys
from generator import markup
for references in (markup._REFERENCES, markup._ATTRIBUTE_REFERENCES, markup._XML_REFERENCES):
    references.clear()
markup.url = lambda untrusted: untrusted
from generator.cli import main
sys.exit(main())
"""
"""The command of a generator whose one way out for text lets everything out as it is."""
EVERY = 1 if "CUTTINGS_LONG" in os.environ else 12
"""Which hostile texts go into that site: every twelfth, or each in a long run."""
OPENED = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const element of document.querySelectorAll("*")) {
    for (const kind of ["pointerover", "mouseover", "focus", "blur"]) element.dispatchEvent(new Event(kind));
  }
  for (const link of document.querySelectorAll("a[href^='javascript:' i]")) link.click();
}"""


def chosen() -> list[str]:
    """Give the hostile texts of that site: some of all, and those written ones that load from another host."""
    loading = [one for one in hostile.WRITTEN if "src=//x.example" in one.lower()]
    # A policy cannot keep a page from leading elsewhere by itself, which the element for that does.
    return [one for one in dict.fromkeys([*hostile.VECTORS[::EVERY], *loading]) if "refresh" not in one]


@pytest.fixture(scope="module")
def unescaped(tmp_path_factory):
    """Give a site of hostile texts that were not escaped anywhere, with the policy and without."""
    folder = tmp_path_factory.mktemp("unescaped")
    with pytest.MonkeyPatch.context() as changed:
        # A policy cannot keep a page from leading elsewhere by itself, which the element for that does.
        changed.setattr(hostile, "VECTORS", chosen())
        hostile.write(folder / "content")
    command = [sys.executable, "-c", UNESCAPED, "build", "--quiet", "--no-search"]
    command += ["--content", str(folder / "content"), "--build", str(folder / "build")]
    subprocess.run(command, cwd=PROJECT, check=True)
    shutil.copytree((folder / "build/site").resolve(), folder / "with")
    return without_policy(folder / "with", folder / "without").parent


@pytest.fixture(scope="module")
def injected(site, tmp_path_factory):
    """Give two copies of the site with markup in a page as if it had not been escaped: with and without the policy."""
    folder = tmp_path_factory.mktemp("injected")
    for name in ("with", "without"):
        shutil.copytree(site, folder / name)
        page = folder / name / PAGE
        text = page.read_text(encoding="utf-8").replace("</h1>", f"</h1>{INJECTED}", 1)
        page.write_text(text if name == "with" else POLICY.sub("", text), encoding="utf-8")
    return folder


def left(request) -> bool:
    """Tell whether a request went out to the other host, where nobody answers; the browser stops those of a policy."""
    return "127.0.0.2" in request.url and request.failure != "csp"


def ran(browser, root) -> tuple[set[str], list[str], list[str]]:
    """Open the page, follow the link, send the form; give what ran, which hosts were asked, what looks changed."""
    asked: list[str] = []
    with serving(root) as server, visiting(browser, server) as visit:
        hits: list[str] = []
        visit.context.expose_function("hit", lambda what: hits.append(what))  # noqa: PLW0108 (it wants a function)
        visit.context.on("requestfailed", lambda request: asked.append(request.url) if left(request) else None)
        visit.go(PAGE.removesuffix("index.html"))
        visit.page.evaluate("document.querySelector('#link').click()")
        looks = visit.page.evaluate(
            "['#content', '#styled'].filter((one) => getComputedStyle(document.querySelector(one)).opacity !== '1')"
        )
        visit.page.evaluate("document.querySelector('#send').click()")
        visit.page.wait_for_timeout(300)
        return set(hits), asked, looks


def test_with_the_policy_nothing_runs(browser, injected):
    """Inline scripts, handlers, script links, frames, a base, styles, pixels, forms to other hosts: none works."""
    assert (set(), [], []) == ran(browser, injected / "with")


def test_without_the_policy_it_would_have(browser, injected):
    """The same page runs script, asks other hosts and looks changed, so the test above can fail."""
    hits, asked, looks = ran(browser, injected / "without")
    assert {"script", "handler", "svg", "link", "frame"} == hits
    assert asked
    assert ["#content", "#styled"] == looks


def test_every_page_has_the_policy_before_anything_it_rules(site):
    """It stands in the head of each page, that for missing pages too; pages that only lead elsewhere run nothing."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:  # leads elsewhere, and holds nothing
            assert "<script" not in text, path
            continue
        before, found, _ = text.partition('<meta http-equiv="Content-Security-Policy"')
        assert found, path
        assert {"html", "head", "meta"} == {*re.findall(r"<(\w+)", before)}, path


def run_by_the_way(browser, root) -> tuple[int, set[str]]:
    """Open all pages of a site, touch what is on them, and give on how many something ran, and who was asked."""
    ran, asked = set(), set()
    with serving(root) as server, visiting(browser, server) as visit:
        visit.context.expose_function("__hit", lambda *_: ran.add(visit.page.url))
        visit.context.on("requestfailed", lambda request: asked.add(request.url) if gone_out(request) else None)
        for path in sorted(path for path in root.rglob("index.html") if not leads_elsewhere(path)):
            visit.go(path.parent.relative_to(root).as_posix().removeprefix(".") + "/")
            visit.page.evaluate(OPENED)
        visit.page.wait_for_timeout(300)
    return len(ran), asked


def gone_out(request) -> bool:
    """Tell whether a request would have reached another host: neither policy nor browser stopped it."""
    return "127.0.0.1" not in request.url and request.failure not in {"csp", "origin"}


def test_the_policy_stops_what_is_not_escaped_anywhere(browser, unescaped):
    """With escaping switched off in the whole generator, no page runs anything or asks another host."""
    assert (0, set()) == run_by_the_way(browser, unescaped / "with")


def test_what_is_not_escaped_runs_without_the_policy(browser, unescaped):
    """The same site without the policy runs texts on many pages and asks other hosts, so the test above can fail."""
    ran, asked = run_by_the_way(browser, unescaped / "without")
    assert ran > len(chosen()) / 3
    assert asked
