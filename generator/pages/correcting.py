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

    Nothing where the site names no repository. GitLab has an address of its own; GitHub, Gitea and Forgejo share one.
    The link is short, since a page has many.
    """
    repository = url(site.repository)
    if repository is None:
        return Markup("")
    if "gitlab" in (urlsplit(repository).hostname or ""):
        form, title, body = "-/issues/new", "issue[title]", "issue[description]"
    else:
        form, title, body = "issues/new", "title", "body"
    query = f"{title}={_encoded(f'Wrong: {what}')}&{body}={_encoded(told)}"
    return element("a", "This is wrong", href=f"{repository.rstrip('/')}/{form}?{query}")


def _encoded(text: str) -> str:
    return quote(text[:LONGEST], safe=_KEPT).replace("%20", "+")
