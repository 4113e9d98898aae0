"""The only module that knows MkDocs: as a plugin of it, and as the engine that the build calls."""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options
from mkdocs.config.base import Config, load_config
from mkdocs.config.defaults import get_schema
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin

from generator.addresses import PagePath
from generator.audit import audit
from generator.build import Generation, finish, generate, search_files
from generator.holding import held
from generator.model import Site
from generator.problems import BuildError, ContentError
from generator.publishing import forget_former
from generator.redacting.entries import redactions_of
from generator.redacting.leaks import check_for_leaks
from generator.redacting.traces import remember
from generator.sections import navigation
from generator.theme import theme_folder
from generator.versions import program
from generator.writing import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

    from generator.redacting.entries import Redaction

log = logging.getLogger("mkdocs.plugins.cuttings")

_INDENTATION = re.compile(r"\n\s+")

# Both notices concern MkDocs 2, which we exclude.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")


class EngineError(BuildError):
    """Raised where the engine cannot make the site; the message is its own."""


class PluginOptions(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say about the plugin: where the content is."""

    content = config_options.Type(str, default="content")


class CuttingsPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]
    """Runs the generator before MkDocs reads its docs, index and audit after, unless the build does so itself."""

    driven_by_build = False
    content_folder: Path | None = None
    """The folder to read instead of the one that mkdocs.yml names."""
    redactions: Sequence[Redaction] | None = None
    """What must not be told, instead of what the environment says."""

    def __init__(self) -> None:
        self.generation: Generation | None = None
        self.hold = ExitStack()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the theme behind the site's own overrides, and name the sections where the settings name none.

        The sitemap is left to our own, which is dated from the records and not by the clock.
        """
        config.theme.static_templates.discard("sitemap.xml")
        config.nav = config.nav or navigation()
        folders = config.theme.dirs
        if not any(theme_folder().samefile(folder) for folder in folders):
            folders.insert(1 if config.theme.custom_dir else 0, str(theme_folder()))
        return config

    def on_env(self, env: Any, **_: Any) -> Any:  # noqa: ANN401 (its type is a name of Jinja, which escapes)
        """Let a template of the site's own extend the one whose place it takes, as "cuttings/main.html"."""
        own = PrefixLoader({"cuttings": FileSystemLoader(theme_folder())})
        env.loader = ChoiceLoader([env.loader, own]) if env.loader else own
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Leave out the indentation of the theme, a third of a page; no text of ours has lines that begin in space."""
        return _INDENTATION.sub("\n", output)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the Markdown pages and exports; content that was left out is a warning, so `--strict` counts it."""
        if self.driven_by_build:
            return
        try:
            self.hold.enter_context(held(Path(config.docs_dir).parent))
            redactions = redactions_of(None) if self.redactions is None else self.redactions
            self.generation = generate(
                _site(config), self._content(config), Path(config.docs_dir), redactions=redactions
            )
        except (ContentError, BuildError) as error:
            raise PluginError(str(error)) from error
        for problem in self.generation.problems:
            log.warning("%s", problem)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the search index and audit the links."""
        if self.driven_by_build or self.generation is None:
            return
        site, folder = Path(config.site_dir), Path(config.docs_dir).parent
        try:
            for name, path, _ in search_files(self.generation, folder / "cache"):
                (site / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, site / name)
            report = finish(self.generation, audit(site), folder)
            self._check_for_leaks(site, folder)
        except (ContentError, BuildError) as error:
            raise PluginError(str(error)) from error
        for problem in report.problems[len(self.generation.problems) :]:
            log.warning("%s", problem)
        self.hold.close()

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Let others at the build folder."""
        self.hold.close()

    def _check_for_leaks(self, site: Path, folder: Path) -> None:
        """Look for what is redacted; MkDocs has taken the old site away, so a new one that tells it goes as well."""
        if self.generation is None:
            return
        try:
            check_for_leaks(folder, site, self.generation.censor)
        except ContentError:
            for path in site.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            raise
        if self.generation.anew:
            forget_former(site, None)
        remember(folder / "cache", self.generation.censor)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ANN401
        """Watch what people write and not what we generate from it, which would rebuild for ever."""
        server.unwatch(config.docs_dir)
        server.watch(str(self._content(config)), builder)
        return server

    def _content(self, config: MkDocsConfig) -> Path:
        return self.content_folder or Path(config.config_file_path).parent / self.config.content


class MkDocs:
    """MkDocs with its theme, as the settings in a file have it."""

    def __init__(self, config_file: Path, *, strict: bool = False) -> None:
        """Read the settings; raises EngineError where that is not possible."""
        self._file = config_file
        self._strict = strict
        config = _load(config_file)
        self.site = _site(config)
        self.navigation = frozenset(map(PagePath, _pages_named(config.nav or navigation())))
        self.fingerprint = _fingerprint(config)
        own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        self.inputs = (config_file, theme_folder(), *own)
        """The files and folders beside the program's own by which pages get their look."""

    def render(self, docs: Path, site: Path) -> None:
        """Make HTML in `site` of the Markdown in `docs`; raises EngineError where MkDocs fails."""
        config = _load(self._file, docs_dir=str(docs.resolve()), site_dir=str(site.resolve()), strict=self._strict)
        plugin = config.plugins.get("cuttings")
        if isinstance(plugin, CuttingsPlugin):
            plugin.driven_by_build = True
        try:
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        except (Abort, PluginError, ConfigurationError) as error:
            raise EngineError(str(error)) from error


def serve(config_file: Path, content: Path, redactions: Sequence[Redaction] = ()) -> None:
    """Serve the site of a content folder with live reload until it is interrupted."""
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415 (its server is needed here only)

    CuttingsPlugin.content_folder = content.resolve()
    CuttingsPlugin.redactions = redactions
    mkdocs_serve(config_file=str(config_file))


def setting_names() -> tuple[str, ...]:
    """Give the names of the settings that mkdocs.yml may hold, sorted."""
    return tuple(sorted(name for name, _ in get_schema() if name != "config_file_path"))


def _load(config_file: Path, **changes: Any) -> MkDocsConfig:  # noqa: ANN401 (MkDocs' own settings)
    try:
        return load_config(str(config_file), **changes)
    except ConfigurationError as error:
        raise EngineError(f"{config_file}: {error}") from error


def _site(config: MkDocsConfig) -> Site:
    return Site(
        name=config.site_name,
        url=config.site_url or "",
        description=config.site_description or "",
        repository=config.repo_url or "",
        language=str(config.theme.get("language", "en")),
    )


def _pages_named(nav: Any) -> Iterator[str]:  # noqa: ANN401 (lists and mappings as people nest them)
    """Yield the Markdown files that a navigation names."""
    if isinstance(nav, str):
        if nav.endswith(".md"):
            yield nav
    else:
        for entry in nav.values() if isinstance(nav, dict) else nav:
            yield from _pages_named(entry)


def _fingerprint(config: MkDocsConfig) -> bytes:
    """Digest the settings as they were resolved, the files that override the theme, and the program."""
    settings = {"site_url": config.site_url, "theme": config.theme.name, "language": config.theme.get("language")}
    parts = [Path(config.config_file_path).read_bytes(), json.dumps(settings).encode(), program()]
    for folder in (theme_folder(), *([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            parts += [path.relative_to(folder).as_posix().encode(), digest_of(path.read_bytes())]
    return digest_of(*parts)
