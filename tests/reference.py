"""The pages of the documentation that are made of the code: `python -m tests.reference` writes them.

Commands and options are those of the command line, keys those of the types by which content is read, columns those of
the tables that are exported. `tests/test_documentation.py` fails where a page is other than the code.
"""

from __future__ import annotations

import argparse
import types
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import msgspec

from generator.cli import parser
from generator.commands import shared
from generator.exports import columns
from generator.exports.package import TABLES
from generator.formats.meanings import MEANINGS, SETTINGS
from generator.ledger import NEEDED, Decision
from generator.model import Exclusions, FrontMatter, Record, Review, Source
from generator.redacting.entries import Redaction

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parent.parent / "docs"
MADE = "Made of the code by `make reference`; what is written here by hand is lost."


def pages() -> Iterator[tuple[str, str]]:
    """Yield the pages with their paths below docs/."""
    yield "commands.md", "\n".join(_commands())
    yield "formats.md", "\n".join(_formats())


def commands() -> dict[str, argparse.ArgumentParser]:
    """Give the parser of each command."""
    subparsers = next(one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    return dict(subparsers.choices)


def _commands() -> Iterator[str]:
    yield f"# Commands\n\n<!-- {MADE} -->\n"
    yield "`cuttings COMMAND --help` tells the same on a terminal."
    yield "Exit codes: 0 done, 1 the content has problems, 2 wrong use."
    yield "\n| command | what it does |\n| --- | --- |"
    for name, command in commands().items():
        yield f"| [`{name}`](#{name}) | {_about(command)} |"
    yield "\n## Everywhere\n\nEach command takes these.\n\n| option | what it says |\n| --- | --- |"
    everywhere = argparse.ArgumentParser(add_help=False)
    shared.add_shared_options(everywhere)
    common = {action.dest for action in everywhere._actions}
    yield from (_option(action) for action in everywhere._actions)
    for name, command in commands().items():
        yield f"\n## {name}\n\n{_about(command)[:1].upper()}{_about(command)[1:]}.\n"
        own = [one for one in command._actions if one.dest not in {*common, "help"}]
        yield f"    cuttings {name}{''.join(f' {_place(one)}' for one in own if not one.option_strings)}\n"
        if own:
            yield "| option | what it says |\n| --- | --- |"
            yield from (_option(action) for action in own)
    yield ""


def _about(command: argparse.ArgumentParser) -> str:
    told = (command.description or "").rstrip(".")
    return _cell(told[:1].lower() + told[1:])


def _place(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest.upper())
    return {"+": f"{name}…", "*": f"[{name}…]", "?": f"[{name}]"}.get(str(action.nargs), name)


def _option(action: argparse.Action) -> str:
    if not action.option_strings:
        name = str(action.metavar or action.dest.upper())
    elif action.nargs == 0:
        name = action.option_strings[-1]
    else:
        name = f"{action.option_strings[-1]} {action.metavar or action.dest.upper()}"
    choices = f"one of {', '.join(f'`{one}`' for one in action.choices)}" if action.choices else ""
    default = f"`{action.default}` if not given" if _is_told(action.default) else ""
    told = "; ".join(part for part in (action.help or "", choices, default) if part)
    return f"| `{name}` | {_cell(told)} |"


def _is_told(default: object) -> bool:
    return default not in (None, False, [], argparse.SUPPRESS)


def _formats() -> Iterator[str]:
    yield f"# Formats\n\n<!-- {MADE} -->\n"
    yield "The files below `content/`, key by key, and the tables that a site offers. Unknown keys are problems.\n"
    yield "## Articles\n\n`content/articles/<year>/<id>.md`: these keys between two lines `---`, then the text.\n"
    yield from _keys(FrontMatter)
    for name, kind in (("source", Source), ("exclude", Exclusions), ("review", Review)):
        yield f"\n### {name}\n\nKeys of the mapping `{name}`.\n"
        yield from _keys(kind)
    yield "\n## Authority records\n\n`content/authorities/*.yml`: lists of records; the files' names are free.\n"
    yield from _keys(Record)
    yield "\n## Decisions\n\n`content/decisions.yml`: a list, replayed from first to last at each build.\n"
    yield from _keys(Decision)
    yield "\n| decision | needs |\n| --- | --- |"
    yield from (f"| `{sort}` | {', '.join(f'`{key}`' for key in needed)} |" for sort, needed in NEEDED.items())
    yield "\n## Redactions\n\nA list outside of the repository, for `--redactions`."
    yield "Each entry has a name, a pattern or an article.\n"
    yield from _keys(Redaction)
    yield "\n## Settings\n\n`mkdocs.yml`, beside what MkDocs and Material have there.\n"
    yield "| key | meaning |\n| --- | --- |"
    yield from (f"| `{name}` | {_cell(meaning)} |" for name, meaning in SETTINGS.items())
    yield "\n## Tables\n\nBelow `data/`, each as JSON Lines and as CSV; `data/datapackage.json` describes them."
    for table in TABLES:
        yield f"\n### {table.name}\n\n{(table.row.__doc__ or '').partition(chr(10))[0]}\n"
        yield "| column | what it holds |\n| --- | --- |"
        yield from (f"| `{name}` | {_cell(columns.of(table.name, name))} |" for name in table.row.__struct_fields__)
    yield ""


def _keys(kind: type[msgspec.Struct]) -> Iterator[str]:
    """Yield the rows of a record's keys: what may stand there, and what it means."""
    meanings = MEANINGS[kind]
    hints = get_type_hints(kind)
    yield "| key | holds | meaning |\n| --- | --- | --- |"
    for field in msgspec.structs.fields(kind):
        needed = "**needed**; " if field.required else ""
        yield f"| `{field.name}` | {needed}{_cell(_holds(hints[field.name]))} | {_cell(meanings[field.name])} |"


def _holds(wanted: Any) -> str:
    origin = get_origin(wanted)
    if isinstance(wanted, NewType):
        return _holds(wanted.__supertype__)
    if origin in {Union, types.UnionType}:
        return _holds(next(arm for arm in get_args(wanted) if arm is not type(None)))
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in get_args(wanted))
    if origin is tuple:
        return f"list of {_holds(get_args(wanted)[0])}"
    if origin is dict:
        return f"mapping of words to {_holds(get_args(wanted)[1])}"
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        return "mapping, see below"
    return {str: "text", bool: "`true` or `false`", int: "number", float: "number"}[wanted]


def _cell(text: str) -> str:
    return text.replace("|", "&#124;").replace("<", "&lt;").replace("¦", "&#166;")


def main() -> None:
    """Write the pages."""
    for name, text in pages():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
