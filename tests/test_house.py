"""The rules of the house: who imports whom, what things are called, and that documents keep to the code."""

import ast
import re
from argparse import _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from conftest import ROOT

from generator.cli import parser
from generator.engine import setting_names
from generator.formats.json_schemas import schema_files
from generator.formats.meanings import MEANINGS

PACKAGE = ROOT / "generator"
MODULES = {
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
STAGES = frozenset(
    {"ingest", "reading", "annotate", "suggest", "pages", "exports", "search", "rendering", "stories", "comparing"}
)
"""Folders of the package that do one step each."""
LEAVES = frozenset({"citing", "formats", "making", "redacting"})
"""Folders that any stage may use."""
BESIDE_THE_WAY = frozenset({"generator.holding"})
"""Modules that ask the clock for what a person is told, and for nothing that is made."""
LEADERS = frozenset({"commands", "editing"})
"""Folders that call the stages, as the build does."""
KNOW_THE_ORDER = re.compile(
    r"generator\.(?:build|understanding|build_shard|engine|cli|commands|editing|__main__)(?:\..*)?\Z"
)
FORBIDDEN = frozenset("utils util helpers helper manager handler process data misc".split())
ESCAPING = re.compile(r"(?:markupsafe|html\.escape|xml\.sax\.saxutils|cgi|jinja2(?!\.\w*Loader\Z))(?:\.|\Z)")
"""What turns text into HTML or XML beside our own module."""
CHANCE = re.compile(r"(?:random|secrets|uuid\.uuid[14])(?:\.|\Z)")
CLOCK = frozenset({"now", "utcnow", "today", "time", "time_ns", "getrandbits", "uuid1", "uuid4"})


def imports(module: str) -> Iterator[str]:
    """Give the full names of what a module imports, anywhere in it: "html.escape" for one name of a module."""
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def stage(name: str) -> str | None:
    """Give the stage to which a module, or a name in it, belongs."""
    parts = name.split(".")
    return parts[1] if parts[0] == "generator" and len(parts) > 1 and parts[1] in STAGES else None


def imports_of_stages(own: str | None) -> set[tuple[str, str]]:
    """Give who in a stage, or outside all stages, imports what of other stages."""
    members = (module for module in MODULES if stage(module) == own and not KNOW_THE_ORDER.match(module))
    return {(module, name) for module in members for name in imports(module) if stage(name) not in {None, own}}


def test_every_folder_has_its_place():
    """A new folder of the package says which of these it is, here."""
    assert STAGES | LEAVES | LEADERS >= {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}


@pytest.mark.parametrize("own", sorted(STAGES))
def test_a_stage_imports_no_other_stage(own):
    """What two stages need is a leaf that both import."""
    assert set() == imports_of_stages(own)


def test_only_the_build_knows_the_order():
    """Leaves import no stage, so that each can be read and tested alone."""
    assert set() == imports_of_stages(None)


def test_only_the_engine_knows_mkdocs():
    """One thin module imports MkDocs, so that another engine can take its place."""
    assert {"generator.engine"} == {
        module for module in MODULES for name in imports(module) if re.match(r"(?:mkdocs|material)\b", name)
    }


def test_text_is_escaped_in_one_module():
    """Nothing but our own markup turns text into what leaves the system."""
    assert {"generator.markup"} == {module for module in MODULES for name in imports(module) if ESCAPING.match(name)}


def test_markup_is_made_of_constants():
    """`Markup` is given text that stands in the source; what varies is put into it by format, which escapes."""
    trusting = {
        module
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Markup"
        if any(isinstance(part, ast.JoinedStr) for given in node.args for part in ast.walk(given))
    }
    assert trusting <= {"generator.markup", "generator.search.records"}  # names of ours alone


def test_public_functions_say_what_they_give():
    """Every module, and every class, function and method that others may call, has a docstring."""
    untold = [module for module, tree in MODULES.items() if not ast.get_docstring(tree)]
    for module, tree in MODULES.items():
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
        for scope in (tree, *classes):
            untold += [
                f"{module}:{node.lineno}: {node.name}"
                for node in scope.body
                if isinstance(node, ast.FunctionDef | ast.ClassDef)
                if not node.name.startswith("_") and not ast.get_docstring(node)
            ]
    assert [] == untold


def test_names_say_what_things_are():
    """No module is called by a word that says nothing."""
    assert [] == [module for module in MODULES if FORBIDDEN & set(re.split(r"[._]", module))]


def test_nothing_on_the_way_to_the_site_asks_the_clock_or_chance():
    """Same input, same bytes: no clock, no random number, no hash that differs between runs."""
    found = []
    for module, tree in MODULES.items():
        if stage(module) in {"ingest", "suggest"} or module in BESIDE_THE_WAY or KNOW_THE_ORDER.match(module):
            continue
        found += [(module, name) for name in imports(module) if CHANCE.match(name)]
        for node in ast.walk(tree):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr in CLOCK:
                found.append((module, called.attr))
            if isinstance(called, ast.Name) and called.id == "hash":
                found.append((module, called.id))
    assert [] == found


def test_every_command_is_documented():
    """The README tells of each command."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = next(action for action in parser()._actions if isinstance(action, _SubParsersAction))
    assert [] == [name for name in commands.choices if f"cuttings {name}" not in readme]


def test_tests_say_which_behaviour_they_hold():
    """Every test file and every test has a docstring."""
    untold = []
    for path in sorted(Path(__file__).parent.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tests = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
        untold += [
            f"{path.name}: {getattr(node, 'name', '')}" for node in (tree, *tests) if not ast.get_docstring(node)
        ]
    assert [] == untold


def test_every_key_has_its_meaning():
    """Each key of each record of the formats is told in one line; none is told that is not there."""
    for kind, told in MEANINGS.items():
        assert {field.name for field in msgspec.structs.fields(kind)} == told.keys()
        assert all(meaning and "\n" not in meaning and len(meaning) < 110 for meaning in told.values())


def test_the_schemas_are_those_of_the_code():
    """What stands in the content folder is what the types make; `cuttings schemas` writes it anew."""
    assert dict(schema_files(setting_names())) == {
        f"schemas/{path.name}": path.read_text(encoding="utf-8") for path in (ROOT / "content/schemas").iterdir()
    }
