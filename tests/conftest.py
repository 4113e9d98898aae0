"""What all tests share: the option that rewrites expected files, a folder of content, and how properties are tried."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from builders import Files
from hypothesis import settings

ROOT = Path(__file__).parent.parent

# The same examples on every run, so that a red test is red for everybody; a case that once failed becomes a test.
# Long runs of other kinds ask for another number of them.
EXAMPLES = int(os.environ.get("CUTTINGS_EXAMPLES", "100"))
settings.register_profile("suite", derandomize=True, deadline=None, max_examples=EXAMPLES)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts what the program makes now."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected files anew, to be read in the diff"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files with a browser first: they take longest, and processes that share the files end at about one time."""
    slow = {item.path for item in items if "browser" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: item.path not in slow)


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Tell folders that should be the same apart by names and places, not by a page of bytes."""
    if op == "==" and isinstance(left, Files) and isinstance(right, Files):
        return ["the folders are not the same:", left.told_from(right)]
    return None


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written and not compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def content_folder(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Give a function that writes files into a content folder and gives that folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "content"
        for name, written in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written if isinstance(written, bytes) else written.encode())
        return folder

    return write
