"""Attributing: from named lines to an article's front matter, with everything that is not in its body listed."""

from __future__ import annotations

import re
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, cast

from generator.ingest.bodies import dateline_place
from generator.ingest.credits import Credits, byline, closing_credit, reporter, REPORTS
from generator.ingest.escaping import markdown_of
from generator.ingest.heads import genre_of
from generator.ingest.metalines import beside_date
from generator.ingest.model import BODY_ROLES, Candidate, Dating, Line, Part, RawDocument, Removed
from generator.ingest.phrases import SOURCE_ADDRESS
from generator.markup import url
from generator.model import BLOCK_SEPARATOR, FrontMatter, Genre, Rights, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
