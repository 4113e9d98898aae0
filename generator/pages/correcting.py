"""How a reader tells that a statement of the site is wrong: a new issue in the site's repository, filled in already."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from generator.markup import Markup, element, url

if TYPE_CHECKING:
    from generator.model import Site

LONGEST = 300
"""Characters of the title and of the body: servers refuse addresses of some thousand bytes."""
_KEPT = "/:,;()"
"""Marks that may stand in a query as they are."""


def wrong_link(site: Site, what: str, told: str) -> Markup:
    """Link to a new issue that names a statement by its ids, and tells what the page tells of it.

    Nothing where the site names no repository. On GitHub it opens the form for that (`.github/ISSUE_TEMPLATE`), whose
    fields have these names; GitLab has an address of its own; Gitea and Forgejo share one. The link is short, since a
    page has many.
    """
    repository = url(site.repository)
    if repository is None:
        return Markup("")
    form, title, body = _form(urlsplit(repository).hostname or "")
    query = f"{title}={_encoded(f'Wrong: {what}')}&{body}={_encoded(told)}"
    return element("a", "This is wrong", href=f"{repository.rstrip('/')}/{form}{query}")


def _form(host: str) -> tuple[str, str, str]:
    """Give where a host has its form for a new issue, and what it calls the title and the text."""
    if "gitlab" in host:
        return "-/issues/new?", "issue[title]", "issue[description]"
    if host.startswith("github."):
        return "issues/new?template=wrong.yml&", "title", "told"
    return "issues/new?", "title", "body"


def _encoded(text: str) -> str:
    return quote(text[:LONGEST], safe=_KEPT).replace("%20", "+")
