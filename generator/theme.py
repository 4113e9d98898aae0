"""Where the theme lies: in an installed package inside of it, in the repository beside it."""

from __future__ import annotations

from pathlib import Path

from generator.problems import BuildError

_PACKAGE = Path(__file__).parent
_PLACES = (_PACKAGE / "theme", _PACKAGE.parent / "overrides")


def theme_folder() -> Path:
    """Give the folder of templates, styles and scripts; raises BuildError where the installation lacks it."""
    folder = next((place for place in _PLACES if (place / "main.html").is_file()), None)
    if folder is None:
        raise BuildError(f"{_PLACES[0]}: the theme is missing (install the package again)")
    return folder
