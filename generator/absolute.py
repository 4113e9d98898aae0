"""Absolute addresses, which feeds, sitemaps and citations need because they are read away from the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import markup
from generator.addresses import address

if TYPE_CHECKING:
    from generator.addresses import FilePath, PagePath
    from generator.model import Site


def absolute(site: Site, path: PagePath | FilePath) -> str | None:
    """Give the absolute address of a page or file, or None where the site does not know its own."""
    root = markup.url(site.url)
    return f"{root.rstrip('/')}/{address(path)}" if root else None
