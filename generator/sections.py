"""The sections of a site in the order of its navigation, for a site whose mkdocs.yml does not name others."""

from __future__ import annotations

from typing import Any

SECTIONS: tuple[tuple[str, str], ...] = (
    ("Home", "index.md"),
    ("Explore", "explore.md"),
    ("Articles", "articles/index.md"),
    ("Stories", "stories/index.md"),
    ("Countries", "countries/index.md"),
    ("Topics", "topics/index.md"),
    ("Entities", "entities/index.md"),
    ("Outlets", "outlets/index.md"),
    ("Quotations", "quotations/index.md"),
    ("Figures", "figures/index.md"),
    ("Timeline", "timeline/index.md"),
    ("Map", "map.md"),
    ("Network", "network.md"),
    ("About this corpus", "about/corpus.md"),
)
"""What a section is called, and its page below build/docs. The repository's own mkdocs.yml names the same."""


def navigation() -> list[dict[str, Any]]:
    """Give the sections as the engine's settings have them."""
    return [{name: page} for name, page in SECTIONS]
