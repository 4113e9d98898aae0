"""Merging: findings of one thing under its several names come together.

The order goes from sure to less sure: known records and equal spellings, acronyms, the same words in another order,
near spellings, shorter forms, second names in brackets, and parts of persons' names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.suggest.abbreviations import by_acronym, by_initials
from generator.suggest.clusters import Into, Profile, WordIndex, profiles, regrouped, seed_names
from generator.suggest.lexicon import COMPANY_HEADS
from generator.suggest.model import Cluster, Finding, Seed
from generator.suggest.parts import with_parts
from generator.suggest.spelling import Key, bag, key, near

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SEVERAL = 2
_ADMINISTRATIVE = frozenset(
    """city county district prefecture province region town village state pass river lake mountain mountains valley
    desert camp port island islands strait bay dam""".split()
)
_HINT = 1.4
"""What taggers see is a hint; what is more is told by the text."""
_LONG = 12
"""Letters from which a name is taken for the misprint of a record that the texts do not name otherwise."""
_RAREST = 2
"""Words by which near names are looked up: a misprint spoils one of them at most."""


def merge(findings: Sequence[Finding], seeds: Mapping[str, Seed]) -> list[Cluster]:
    """Give the clusters of findings that name one thing each."""
    clusters = [one for one in _equal(findings, seeds) if one.seed or not _only_headlined(one)]
    clusters = by_acronym(_as_misspelt(clusters, seeds), seeds)
    for step in (by_initials, _by_words, _by_spelling, _by_shorter_form, _by_bracket):
        clusters = regrouped(clusters, step(clusters))
    return with_parts(clusters, seeds)


def _only_headlined(cluster: Cluster) -> bool:
    """Tell whether a name of several words is found only where capitals tell nothing."""
    return all(finding.weak and " " in finding.text for finding in cluster.findings)


def _equal(findings: Iterable[Finding], seeds: Mapping[str, Seed]) -> list[Cluster]:
    of_seed = {
        key(name): seed_key
        for seed_key, seed in reversed(list(seeds.items()))
        for name in seed_names(seed)
        if len(key(name)) >= _SEVERAL or not name.isupper()
    }
    groups: dict[Key | str, list[Finding]] = {}
    for finding in findings:
        words = key(finding.text)
        comparable = len(words) >= _SEVERAL or finding.text.istitle()
        name = finding.known or (of_seed.get(words) if comparable else None) or words
        groups.setdefault(name, []).append(finding)
    return [Cluster(tuple(group), seeds.get(name) if isinstance(name, str) else None) for name, group in groups.items()]


def _as_misspelt(clusters: Sequence[Cluster], seeds: Mapping[str, Seed]) -> list[Cluster]:
    """Take long names that are misprints of a known record's, or a known person's fuller ones, for that record."""
    by_word: dict[str, dict[Key, Seed]] = {}
    for seed in seeds.values():
        for name in map(key, seed_names(seed)):
            for word in name if len(name) >= _SEVERAL else ():
                by_word.setdefault(word, {}).setdefault(name, seed)
    return [_misspelt(cluster, by_word) for cluster in clusters]


def _misspelt(cluster: Cluster, by_word: Mapping[str, Mapping[Key, Seed]]) -> Cluster:
    if cluster.seed is not None:
        return cluster
    for own in map(key, cluster.surfaces):
        rarest = sorted(set(own), key=lambda word: (len(by_word.get(word, ())), word))[:_RAREST]
        for word in rarest if len(" ".join(own)) >= _LONG else ():
            for name, seed in by_word.get(word, {}).items():
                if near(own, name) or (seed.record.kind == "person" and _goes_on_before(own, name)):
                    return msgspec.structs.replace(cluster, seed=seed)
    return cluster


def _goes_on_before(own: Key, name: Key) -> bool:
    """Tell whether a name is another with one more given name before it ("Muhammad Shahbaz Sharif")."""
    return len(own) == len(name) + 1 and own[1:] == name


def _by_words(clusters: Sequence[Cluster]) -> Into:
    """Join what has the same words in another order, or a people for its country ("Communist Party of China")."""
    homes: dict[frozenset[str], int] = {}
    into: Into = {}
    for profile in profiles(clusters):
        printed = [one for one in map(bag, profile.printed) if len(one) >= _SEVERAL]
        home = next((homes[one] for one in printed if one in homes), None)
        if home is not None and not profile.is_record and profile.decision.kind != "person":
            into[profile.place] = home
        for one in profile.bags:
            if len(one) >= _SEVERAL:
                homes.setdefault(one, into.get(profile.place, profile.place))
    return into


def _by_spelling(clusters: Sequence[Cluster]) -> Into:
    """Join names that differ as misprints do; the known one, or the one found more often, takes the other in."""
    ordered = profiles(clusters)
    rank = {profile.place: number for number, profile in enumerate(ordered)}
    index = WordIndex(ordered)
    into: Into = {}
    for profile in ordered:
        if profile.is_record:
            continue
        beside = (home for name in profile.printed for home in index.sharing(name, _RAREST))
        home = next((one for one in beside if rank[one.place] < rank[profile.place] and _misprint(one, profile)), None)
        if home is not None:
            into[profile.place] = home.place
    return into


def _misprint(home: Profile, other: Profile) -> bool:
    one, two = home.decision, other.decision
    agree = one.kind == two.kind or not one.sure or not two.sure
    return agree and any(near(left, right) for left in other.printed for right in home.names)


def _by_shorter_form(clusters: Sequence[Cluster]) -> Into:
    """Join a shorter form ("Oxus Society") to the longer name of its article that holds all its words.

    Events are joined over all articles, each to the fullest form that no year speaks against, and so are places that
    differ in a word such as "province".
    """
    ordered = profiles(clusters)
    index = WordIndex(ordered)
    into: Into = {}
    for profile in ordered:
        if profile.is_record:
            continue
        beside = (home for short in profile.bags for home in index.sharing(short, 1))
        homes = {home.place: home for home in beside if home is not profile and _holds(home, profile)}
        if homes:
            best = max(
                homes.values(), key=lambda one: (len(one.articles & profile.articles), len(one.cluster.findings))
            )
            into[profile.place] = best.place
    return {place: home for place, home in into.items() if into.get(home) != place}


def _holds(home: Profile, profile: Profile) -> bool:
    kind = profile.decision.kind
    if home.decision.kind == "place" and (kind == "place" or not profile.decision.sure):
        return any(short < long and long - short <= _ADMINISTRATIVE for short in profile.bags for long in home.bags)
    if home.decision.kind == "organisation" and _calls_company(home, profile):
        return True
    if kind == "person" or home.decision.kind != kind or (kind != "event" and not home.articles & profile.articles):
        return False
    if kind == "organisation" and any((name[0],) in profile.printed for name in home.names if len(name) > 1):
        return True
    enough = 1 if kind == "event" else _SEVERAL
    return any(
        enough <= len(short) < len(long) and short < long and not _only_country(short)
        for short in profile.bags
        for long in home.bags
    )


def _calls_company(home: Profile, profile: Profile) -> bool:
    """Tell whether a name is the beginning of a company's, which its article names in full."""
    told = {kind for finding in profile.cluster.findings for kind, weight in finding.votes if weight > _HINT}
    if told - {"organisation"} or not home.articles & profile.articles:
        return False
    return any(
        short == name[: len(short)] and len(short) < len(name) and name[-1] in COMPANY_HEADS
        for name in home.names
        for short in profile.printed
    )


def _only_country(words: frozenset[str]) -> bool:
    return all(word.startswith("@") for word in words)


def _by_bracket(clusters: Sequence[Cluster]) -> Into:
    """Join what is printed in brackets after a name as its other name, where it stands elsewhere by itself."""
    others = {key(one.other): place for place, cluster in enumerate(clusters) for one in cluster.findings if one.other}
    into: Into = {}
    for place, cluster in enumerate(clusters):
        home = next((others[name] for name in map(key, cluster.surfaces) if name in others), place)
        if home != place and cluster.seed is None and into.get(home) != place:
            into[place] = home
    return into
