"""The words of reported speech in English: the verbs that report it, and the words that stand around a speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_REGULAR = (
    "accuse acknowledge add address admit advise affirm agree allege announce answer appeal argue ask assert assure "
    "blame blast boast brand call caution categorise categorize challenge chant chide cite claim classify comment "
    "complain concede conclude condemn confess confirm continue counter criticise criticize cry declare decry defend "
    "demand denounce deny deride describe designate detail dismiss disclose dub elaborate emphasise emphasize exclaim "
    "explain express hail hint inform indicate insist instruct joke label lament maintain mention mock mumble murmur "
    "note observe opine pledge plead portray post praise predict proclaim promise pronounce protest question quip quote "
    "rail react reaffirm reason recall reckon recount reiterate reject remark remind repeat reply report respond retort "
    "reveal scoff shout signal slam specify state stress suggest summarise summarize term testify thank tout tweet "
    "underline underscore urge utter venture voice vow warn whisper yell"
)
_IRREGULAR = (
    "say says said saying tell tells told telling write writes wrote written writing speak speaks spoke spoken speaking "
    "swear swears swore swearing refer refers referred referring admitted admitting quipped quipping"
)
_NOUNS_TOO = frozenset(
    "address answer answers appeal appeals blame boast brand brands call calls caution challenge challenges claim claims "
    "comment comments cry demand demands detail details express hint hints joke jokes label labels note notes pledge "
    "pledges post posts praise promise promises protest protests question questions quote quotes reason reasons remark "
    "remarks repeat reply report reports retort saying shout shouts signal signals slam state states stress term terms "
    "thanks tweet tweets voice voices vow vows whisper writing speaking blast counter mock read".split(),
)
"""Forms that are nouns or adjectives more often than verbs."""

CONTINUING = frozenset("added adds continued continues concluded concludes explained explains".split())
"""Verbs by which one who has spoken goes on."""
PRONOUNS = frozenset("he she they it i we".split())
PEOPLE_PRONOUNS = frozenset("he she".split())
FINITE = frozenset(
    "is are was were am be been being has have had do does did will would can could shall should may might must "
    "isn't aren't wasn't weren't don't doesn't didn't won't can't cannot it's i'm i've i'll we're we've we'll they're "
    "that's there's he's she's you're let's".split(),
)
"""Words that make a clause of what they stand in."""
BE = frozenset("is are was were been being be".split())
ADVERBS = frozenset(
    "also further then later now recently earlier previously already even never not just still once again often always "
    "today yesterday tonight first meanwhile however moreover instead thus therefore too both has have had would will "
    "did does do could may might must should is are was were been being be since himself herself itself themselves "
    "twice himself subsequently".split(),
)
"""What may stand between a subject and its verb, auxiliaries with it (and anything in -ly)."""
PREPOSITIONS = frozenset(
    "about above across after against along alongside amid among around as at because before behind below beneath beside "
    "besides between beyond by concerning despite down due during except for from given in including inside into like "
    "near of off on onto outside over past per regarding through throughout to toward towards under unlike until upon "
    "via with within without".split(),
)
BREAKS = frozenset(
    "that what which who whom whose as while but when whereas if because although though where since whether and or so "
    "than until unless how why yet nor".split(),
)
"""Words at which a clause begins, so that a subject does not reach over them."""
DOCUMENTS = frozenset(
    "statement report paper document release letter editorial article study resolution text book declaration communique "
    "communiqué tweet post memo transcript survey website headline banner sign placard poster slogan caption note review "
    "piece law bill act treaty constitution story account message media".split(),
)
"""What speaks without being anyone."""
OFFICES = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen ambassador envoy president premier pm minister "
    "chancellor chief chairman chairwoman chair head leader director secretary commissioner representative diplomat".split(),
)
"""Persons through whom a state or an organisation speaks."""
BODIES = frozenset(
    "government ministry officials official authorities administration embassy army military police side delegation "
    "leadership leaders spokespersons diplomats ambassadors mission state-media "
    "regime consulate parliament court statement report editorial declaration communique".split(),
)
"""Bodies and papers through which a state or an organisation speaks."""
CLASSES = frozenset(
    "agency news group organisation organization party movement network newspaper daily magazine website channel "
    "broadcaster company firm outlet wire service".split(),
)
"""Words that only say what kind of thing the name before them is."""
TITLES = frozenset(
    "president premier prime chancellor king queen prince mr mrs ms miss dr sir lady lord professor prof gen general "
    "sen rep the a an former then late his her their its chinese american".split(),
)
"""What may stand between a preposition and the name that depends on it."""
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december week month year day night morning afternoon evening jan feb mar apr jun jul aug "
    "sept oct nov dec weekend".split(),
)

_TOKEN = re.compile(r"\w[\w’'.\-]*|[^\w\s]")
_TRAILING = "’'.-"


class Token(NamedTuple):
    """A word or a mark, with its place and its lower-case form, in which apostrophes are straight."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Tell whether it is a word or number and not a mark."""
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[0].isupper()


class Tokens:
    """The words and marks of a text in order, found by their place."""

    def __init__(self, text: str) -> None:
        self.all = [_token(match) for match in _TOKEN.finditer(text)]
        self._starts = [token.start for token in self.all]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Give the first and the last (exclusive) index of the tokens that begin in `[start, end)`."""
        return bisect_left(self._starts, start), bisect_left(self._starts, end)


def _token(match: re.Match[str]) -> Token:
    text = match[0].rstrip(_TRAILING) or match[0]
    return Token(match.start(), match.start() + len(text), text, text.lower().replace("’", "'"))
