"""The words of reported speech in English: the verbs that report it, and the words that stand around a speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotate.tokens import Tokens

_REGULAR = (
    "accuse acknowledge admonish advise affirm allege announce answer appeal argue ask assert assure blame "
    "boast brand call caution categorise categorize characterise characterize chide cite claim comment complain "
    "concede conclude condemn confess confirm continue counter criticise criticize cry declare decry defend "
    "demand denounce deny deride describe designate dismiss disclose echo elaborate emphasise emphasize exclaim "
    "explain express hail highlight hint insist instruct joke lament maintain mention mock note observe opine "
    "pledge plead portray praise predict proclaim promise pronounce protest question quote rebuke recall recount "
    "reiterate reject remark remind repeat reply report respond retort reveal shout specify state stress suggest "
    "summarise summarize term testify thank tout tweet underline underscore urge utter voice vow warn whisper "
    "yell add chant"
)
_DOUBLED = "admit dub label quip signal slam rebut"
_IRREGULAR = (
    "say says said saying tell tells told telling write writes wrote writing speak speaks spoke swear swore swearing"
)
_NOUNS_TOO = frozenset(
    "answer answers appeal appeals blame boast boasts brand brands call calls claim claims comment comments "
    "counter cry demand demands echo echoes express hint hints joke jokes label labels lament mock note notes "
    "pledge pledges praise promise promises protest protests question questions quip quips quote quotes remark "
    "remarks reply report reports retort saying shout shouts signal signals slam state states stress term terms "
    "thanks tweet tweets voice voices vow vows whisper writing".split(),
)
"""Forms that are nouns or adjectives as often as verbs."""
_PARTICLES = {
    "went": {"on"}, "goes": {"on"}, "going": {"on"}, "pointed": {"out"}, "points": {"out"}, "pointing": {"out"},
    "hit": {"back", "out"}, "hits": {"back", "out"}, "hitting": {"back", "out"}, "shot": {"back"},
    "put": {"it"}, "puts": {"it"}, "posted": {"on"},
}  # fmt: skip
"""Verbs of speech only with the word that follows."""
_PREPOSITIONAL = {"according": ((), "to", "according to"), "words": (("in", "the"), "of", "in the words of")}
"""By the word at which they are known: what stands before it, the word after it, and all as it is told."""
_MOSTLY_REFUSED = frozenset("comment answer reply respond".split())
"""What somebody mostly did not do "to" somebody: "she declined to comment"."""
FINDS = frozenset({"found", "finds"})
"""Verbs of speech of a paper, which never speaks on in a paragraph of its own."""
_OF_PAPERS = FINDS | {"read", "reads", "reading"}
"""Verbs of speech only of a paper."""
_NEAR_PAPER = 5
"""Words before a verb among which that paper is named."""

CONTINUING = frozenset("added adds continued continues concluded concludes explained explains".split())
"""Verbs by which one who has spoken goes on."""
PRONOUNS = frozenset("he she they it i we".split())
PEOPLE_PRONOUNS = frozenset("he she".split())
FINITE = frozenset(
    "is are was were am be been being has have had do does did will would can could shall should may might must "
    "isn't aren't wasn't weren't don't doesn't didn't won't can't cannot it's i'm i've i'll we're we've we'll "
    "they're that's there's he's she's you're let's".split(),
)
"""Words that make a clause of what they stand in."""
BE = frozenset("is are was were been being be".split())
ADVERBS = frozenset(
    "also further then later now recently earlier previously already even never not just still once again often "
    "always today yesterday tonight first meanwhile moreover instead thus therefore too both has have had having "
    "would will did does do could may might must should is are was were been being be since himself herself "
    "itself themselves twice afterward afterwards subsequently simply".split(),
)
"""What may stand between a subject and its verb, auxiliaries with it (and anything in -ly)."""
PREPOSITIONS = frozenset(
    "about above across after against along alongside amid among around as at because before behind below beneath "
    "beside besides between beyond by concerning despite down due during except for from given in including "
    "inside into like near of off on onto outside over past per regarding through throughout to toward towards "
    "under unlike until upon via with within without".split(),
)
BREAKS = frozenset(
    "that what which who whom whose as while but when whereas if because although though where since whether or "
    "so however than until unless how why yet nor".split(),
)
"""Words at which a clause begins, so that a subject does not reach over them."""
DOCUMENTS = frozenset(
    "statement report paper document release letter editorial article study resolution text book declaration "
    "communique communiqué tweet post memo transcript survey website headline banner sign placard poster slogan "
    "caption note review piece law bill act treaty constitution story account message".split(),
)
"""What speaks without being anyone."""
OFFICES = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen ambassador envoy president premier pm minister "
    "chancellor chief chairman chairwoman chair head leader director secretary commissioner representative "
    "diplomat".split(),
)
"""Persons through whom a state or an organisation speaks."""
BODIES = frozenset(
    "government ministry officials official authorities administration embassy army military police side "
    "delegation leadership leaders spokespersons diplomats ambassadors mission state-media regime consulate "
    "parliament court statement report editorial declaration communique".split(),
)
"""Bodies and papers through which a state or an organisation speaks."""
CLASSES = frozenset(
    "agency news group organisation organization party movement network newspaper daily magazine website channel "
    "broadcaster company firm outlet wire service".split(),
)
"""Words that only say what kind of thing the name before them is."""
TITLES = frozenset(
    "president premier prime chancellor king queen prince mr mrs ms miss dr sir lady lord professor prof gen "
    "general sen rep the a an former then late his her their its chinese american".split(),
)
"""What may stand between a preposition and the name that depends on it."""
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december week month year day night morning afternoon evening jan feb mar apr jun "
    "jul aug sept oct nov dec weekend".split(),
)

_DETERMINERS = frozenset("the a an his her my our your so".split())
_BEFORE_BASE = frozenset("to not would will did does do could can may might must should also often".split())
_PLURALS = _BEFORE_BASE | frozenset("people media they we i you".split())
_SINGULARS = DOCUMENTS | OFFICES | CLASSES | ADVERBS | frozenset("he she it who which".split())
"""What may stand before a verb that looks like a noun, beside words in -s; and before one in -s, beside names."""
_AFTER_NOUN = frozenset("of by from".split())
_NOT_AFTER_CONTINUED = frozenset("to the a an its his her their with in its for on at".split())
_OF_STATES = frozenset(
    "media news television tv radio information broadcaster newspaper newspapers agency department council police "
    "security officials senator visit".split(),
)
_INTRODUCING = frozenset(",:“\"‘'«")
_CLOSING = frozenset("”\"’'»,")


class Verb(msgspec.Struct, frozen=True, gc=False):
    """A verb of speech at the tokens `first` to `last` (exclusive), in lower case as printed."""

    first: int
    last: int
    text: str
    form: Literal["finite", "participle", "preposition"]


def verbs_of_speech(tokens: Tokens) -> dict[int, Verb]:
    """Give the verbs of speech of a text by the index of their first token, "according to" with them, in order."""
    candidates = [index for index, word in enumerate(tokens.lower) if word in _CANDIDATES]
    verbs = (_verb(tokens, index) for index in candidates)
    return {verb.first: verb for verb in verbs if verb is not None}


def _verb(tokens: Tokens, index: int) -> Verb | None:
    lower = tokens.lower
    word, before = lower[index], lower[index - 1] if index else ""
    after = lower[index + 1] if index + 1 < len(lower) else ""
    if word in _PREPOSITIONAL:
        return _preposition(lower, index, word)
    named = index and tokens.is_capital(index) and not word.endswith("ing")
    if named or (word == "state" and after in _OF_STATES) or (word in _MOSTLY_REFUSED and before == "to"):
        return None
    if word in _PARTICLES:
        return _form(index, 2, f"{word} {after}") if after in _PARTICLES[word] else None
    if word in _OF_PAPERS:
        return _form(index, 1, word) if _is_of_paper(lower, index, word, after) else None
    goes_on = word.startswith("continu") and after in _NOT_AFTER_CONTINUED
    determiner = lower[index - 2] if index > 1 and before.endswith("ly") else before  # "the newly reported cases"
    if goes_on or determiner in _DETERMINERS or (word in _NOUNS_TOO and not _is_verb(tokens, index - 1, word, after)):
        return None
    return _form(index, 1, word)


def _preposition(lower: Sequence[str], index: int, word: str) -> Verb | None:
    before, last, text = _PREPOSITIONAL[word]
    first = index - len(before)
    if first < 0 or [*lower[first:index], *lower[index + 1 : index + 2]] != [*before, last]:
        return None
    return Verb(index, index + 2, text, "preposition")


def _is_of_paper(lower: Sequence[str], index: int, word: str, after: str) -> bool:
    """Tell whether a paper reads or finds something: "the sign read “Go”", "“Go,” reads a sign", "the report found"."""
    if word in FINDS:
        return not DOCUMENTS.isdisjoint(lower[max(0, index - _NEAR_PAPER) : index])
    before = lower[index - 1] if index else ""
    inverted = before in _CLOSING and after in _DETERMINERS
    return inverted or (before.removesuffix("s") in DOCUMENTS and after in _INTRODUCING)


def _form(index: int, length: int, text: str) -> Verb:
    participle = text.partition(" ")[0].endswith("ing")
    return Verb(index, index + length, text, "participle" if participle else "finite")


def _is_verb(tokens: Tokens, before: int, word: str, after: str) -> bool:
    """Tell whether a form that may be a noun is a verb where it stands, by the word before it."""
    preceding = tokens.lower[before]
    if after in _AFTER_NOUN or not tokens.is_word(before):
        return word.endswith("ing") or (not tokens.is_word(before) and preceding in _CLOSING)
    if word.endswith("ing"):
        return True
    if not word.endswith("s") or word.endswith("ss"):
        return preceding.endswith("s") or preceding in _PLURALS
    return preceding in _SINGULARS or tokens.is_capital(before) or preceding.endswith("ly")


def _inflections(base: str) -> Iterator[str]:
    yield base
    if base.endswith("e"):
        yield from (f"{base}s", f"{base}d", f"{base[:-1]}ing")
    elif base.endswith("y") and base[-2] not in "aeiou":
        yield from (f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing")
    else:
        yield from (f"{base}es" if base.endswith(("s", "sh", "ch", "o")) else f"{base}s", f"{base}ed", f"{base}ing")


_CANDIDATES = frozenset(
    [
        *(form for base in _REGULAR.split() for form in _inflections(base)),
        *(f"{base}{ending}" for base in _DOUBLED.split() for ending in ("", "s", f"{base[-1]}ed", f"{base[-1]}ing")),
        *("labeled", "labeling", "signaled", "signaling", *_PREPOSITIONAL),
        *(*_IRREGULAR.split(), *_PARTICLES, *_OF_PAPERS),
    ],
)
