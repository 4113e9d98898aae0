"""Proposing: clusters become proposed records, with the sentences that show them and how sure they are."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.model import Record, RecordId, Review
from generator.slugs import slug
from generator.suggest.kinds import decide
from generator.suggest.lexicon import ACRONYMS_NOT_NAMES, GENERIC
from generator.suggest.model import SETTLES, Cluster, Evidence, Proposal
from generator.suggest.places import place_country
from generator.suggest.spelling import is_country, key
from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from generator.suggest.model import Finding

SENTENCES = 3
"""Sentences that a proposal shows at most."""
LONGEST_SENTENCE = 160
"""Characters of a sentence that a proposal shows; of a longer one the part around the name."""
ENOUGH = 0.7
"""What must speak for a kind of a name of several words that nothing else settles."""
ENOUGH_ALONE = 1.0
"""The same for a name of one word."""
_SURE = 0.95
_SETTLED = 0.85
_SHORTEST_ID = 3
_POSSESSIVE = re.compile(r"['’]s? ")


def propose(clusters: Iterable[Cluster], taken: Collection[str], denied: Collection[str]) -> list[Proposal]:
    """Give the proposals for clusters, sorted by id; `taken` are ids of records that are there, `denied` no names."""
    wanted = [cluster for cluster in clusters if _is_name(cluster, denied)]
    wanted.sort(key=lambda one: (one.seed is None, -len(one.findings), _label(one)))
    ids, names = set(taken), set[tuple[str, ...]]()
    proposals = []
    for cluster in wanted:
        proposal = _proposal(cluster, ids, names)
        if proposal is None:
            continue
        ids.add(proposal.record.id)
        names |= {key(name) for name in (proposal.record.label, *proposal.record.aliases)}
        proposals.append(proposal)
    return sorted(proposals, key=lambda proposal: proposal.record.id)


def _is_name(cluster: Cluster, denied: Collection[str]) -> bool:
    """Tell whether a cluster is to be proposed: a name that is not settled, and that enough speaks for."""
    if all(surface.casefold() in denied for surface in cluster.surfaces):
        return False
    if cluster.seed is not None:
        return not cluster.seed.settled or bool(_variants(cluster))
    return not all(finding.weak for finding in cluster.findings) and not _is_common(cluster) and _is_enough(cluster)


def _is_common(cluster: Cluster) -> bool:
    """Tell whether a cluster is only a country, a people's adjective, or acronyms that a hyphen joins."""
    surfaces, decision = cluster.surfaces, decide(cluster)
    called = (weight for finding in cluster.findings for kind, weight in finding.votes if kind == "group")
    settled_group = decision.kind == "group" and (decision.sure or max(called, default=0.0) > ENOUGH_ALONE)
    if decision.kind == "group" and not settled_group and not next(iter(surfaces)).endswith("s"):
        return True
    if not settled_group and all(map(is_country, surfaces)):
        return True
    parts = [surface.split("-") for surface in surfaces if "-" in surface]
    return any(all(is_country(part) or part.isupper() for part in written) for written in parts)


def _is_enough(cluster: Cluster) -> bool:
    decision = decide(cluster)
    if max(len(key(surface)) for surface in cluster.surfaces) > 1:
        return decision.weight >= ENOUGH
    name = next(iter(cluster.surfaces))
    common = name in ACRONYMS_NOT_NAMES or name.lower() in GENERIC or len(name) == 1
    return not common and decision.weight >= ENOUGH_ALONE


def _variants(cluster: Cluster) -> list[str]:
    """Give the printed names of a settled record in which none of the names in its file is found."""
    if cluster.seed is None:
        return []
    has = {" ".join(_folded(name)) for name in cluster.seed.own}
    return [
        surface
        for surface in _names(cluster)
        if not is_country(surface) and not any(f" {name} " in f" {' '.join(_folded(surface))} " for name in has)
    ]


def _folded(name: str) -> tuple[str, ...]:
    """Give the form in which the gazetteer compares names."""
    return tuple(Words(name).folded)


def _proposal(cluster: Cluster, ids: Collection[str], names: Collection[tuple[str, ...]]) -> Proposal | None:
    decision = decide(cluster)
    seed = cluster.seed.record if cluster.seed else None
    settled = cluster.seed is not None and cluster.seed.settled
    printed = _variants(cluster) if settled else _names(cluster)
    label = printed[0] if settled or seed is None else seed.label
    if not settled and key(label) in names:
        return None
    others = printed if settled or seed is None else [*seed.aliases, *printed]
    aliases = [name for name in _once(others) if name != label and key(name) not in names]
    record = Record(
        id=_id(seed.id if seed and not settled else slug(label), decision.kind, ids),
        kind=decision.kind,
        label=label,
        aliases=tuple(aliases),
        country=seed.country if seed else _country(cluster, label),
        review=Review(),
    )
    confidence = _confidence(cluster)
    found = (
        [one for one in cluster.findings if _plain(one.text) in printed]
        if settled
        else [*cluster.findings, *cluster.parts]
    )
    articles = len({finding.article for finding in found})
    into = seed.id if seed and settled else None
    return Proposal(record, confidence, len(found), articles, tuple(_sentences(found)), into)


def _names(cluster: Cluster) -> list[str]:
    """Give the printed forms of a cluster, the one for its label first, then by how often they are found."""
    counted: Counter[str] = Counter(_plain(finding.text) for finding in cluster.findings if not finding.weak)
    counted.update(cluster.acronyms)
    counted.update(finding.other for finding in cluster.findings if finding.other)
    if not counted:
        counted = Counter(_plain(finding.text) for finding in cluster.findings)
    label = _best(counted, cluster)
    rest = sorted(counted, key=lambda name: (-counted[name], name))
    return [label, *(name for name in rest if name != label)]


def _label(cluster: Cluster) -> str:
    return cluster.seed.record.label if cluster.seed else _names(cluster)[0]


def _best(counted: Counter[str], cluster: Cluster) -> str:
    """Give the form for the label: no acronym; of a body the full name, of a person or place the commonest."""
    second = {*cluster.acronyms, *(finding.other for finding in cluster.findings)}
    kind = decide(cluster).kind

    def rank(name: str) -> tuple[bool, bool, int, int, int, int, str]:
        length = len(key(name))
        is_second = name in second or (name.isupper() and length == 1)
        owner = _POSSESSIVE.search(name) is not None
        fullest = 0 if kind in {"person", "place"} else -length
        return (
            is_second,
            owner,
            -min(length, 2),
            fullest,
            -counted[name],
            length if kind == "place" else -length,
            name,
        )

    return min(counted, key=rank)


def _plain(text: str) -> str:
    """Give a printed name on one line, with the hyphens closed up that a text tore apart."""
    return re.sub(r"(?<=\w)(?:- | -)(?=\w)", "-", " ".join(text.split())).removeprefix("the ").removeprefix("The ")


def _once(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield name


def _id(wanted: str, kind: str, ids: Collection[str]) -> RecordId:
    key_of = wanted if len(wanted) >= _SHORTEST_ID else f"{wanted}-{kind}"
    free = (key_of, f"{wanted}-{kind}", *(f"{wanted}-{kind}-{number}" for number in range(2, len(ids) + 3)))
    return RecordId(next(one for one in free if one not in ids))


def _country(cluster: Cluster, label: str) -> str | None:
    told = Counter(finding.country for finding in cluster.findings if finding.country)
    if told and (len(told) == 1 or told.most_common(2)[0][1] > told.most_common(2)[1][1]):
        return told.most_common(1)[0][0]
    return place_country(label) if decide(cluster).kind == "place" else None


def _confidence(cluster: Cluster) -> float:
    decision = decide(cluster)
    if cluster.seed is not None:
        return _SURE
    if decision.weight >= SETTLES and decision.share >= ENOUGH:
        return _SETTLED
    return round(min(decision.share * min(1.0, 0.4 + decision.weight / SETTLES), _SETTLED), 2)


def _sentences(findings: Sequence[Finding]) -> Iterator[Evidence]:
    """Give the first sentences that show a name, each with its article; those that are more than headlines first."""
    seen: set[str] = set()
    for finding in sorted(findings, key=lambda one: one.weak):
        sentence = " ".join(finding.sentence.split())
        if sentence not in seen and len(seen) < SENTENCES:
            seen.add(sentence)
            yield Evidence(finding.article, _cut(sentence, finding.text))


def _cut(sentence: str, name: str) -> str:
    """Give the part of a long sentence around a name."""
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    begin = max(0, sentence.find(name) + len(name) // 2 - LONGEST_SENTENCE // 2)
    begin = min(begin, len(sentence) - LONGEST_SENTENCE)
    end = begin + LONGEST_SENTENCE
    cut = sentence[begin:end]
    cut = cut if begin == 0 else f"…{cut.partition(' ')[2]}"
    return cut if end >= len(sentence) else f"{cut.rpartition(' ')[0]}…"
