"""The kinds of page that a built site has, found in its files, so that a new kind is tested without being named."""

import re
from pathlib import Path

_KIND = re.compile(rb'class="md-content content content--([a-z-]+)"')
LOST = "404.html"


def addresses_by_kind(site: Path) -> dict[str, list[str]]:
    """Give the addresses of all pages by their kind and section, such as "index of articles", the smallest first."""
    found: dict[str, list[tuple[int, str]]] = {"page for lost addresses": [(0, LOST)]}
    for path in sorted(site.rglob("index.html")):
        html = path.read_bytes()
        kind = _KIND.search(html)
        if kind is None:
            continue  # an address that only leads to another
        folder = path.parent.relative_to(site).as_posix().removeprefix(".")
        name = f"{kind[1].decode()} of {folder.split('/')[0] or 'the site'}"
        found.setdefault(name, []).append((len(html), f"{folder}/" if folder else ""))
    return {name: [address for _, address in sorted(sizes)] for name, sizes in sorted(found.items())}
