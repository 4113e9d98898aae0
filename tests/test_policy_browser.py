"""The second layer: what a content security policy stops where escaping would have failed."""

import re
import shutil

import pytest
from browser import chromium, serving, the_site, visiting  # noqa: F401 (fixtures)

PAGE = "articles/2022-02-06-khan-meets-xi/index.html"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
INJECTED = """
<script>hit("script")</script><img src="x" onerror="hit('handler')"><svg onload="hit('svg')"></svg>
<a id="link" href="javascript:hit('link')">x</a><iframe srcdoc="<script>parent.hit('frame')</script>"></iframe>
<base href="http://127.0.0.2:9/"><style>#content { opacity: 0.1 }</style><p id="styled" style="opacity: 0.1">x</p>
<img src="http://127.0.0.2:9/pixel.png"><form action="http://127.0.0.2:9/"><button id="send">x</button></form>
"""


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
