"""Where things lie in a content folder, and how the files begin that commands write."""

from __future__ import annotations

ARTICLES = "articles"
AUTHORITIES = "authorities"
PAGES = "pages"
RAW = "raw"
SCHEMAS = "schemas"
HASH_DIGITS = 12
"""How much of its hash begins the name of a raw document."""
DECISIONS = "decisions.yml"
ADDRESSES = "addresses.txt"
PROPOSED = f"{AUTHORITIES}/proposed.yml"
ACCEPTED = f"{AUTHORITIES}/accepted.yml"

DECISIONS_HEAD = "# Editorial decisions about names and stories, replayed on each build; commands write them.\n"
PROPOSED_HEAD = "# Records proposed for names that no record has: accept them, merge them into others, or mend them.\n"
ACCEPTED_HEAD = "# Records that were proposed and accepted.\n"
