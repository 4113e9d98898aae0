"""Parts of persons' names: "Wenqing" and "Chen" are Chen Wenqing, where an article or the corpus names him in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.suggest.clusters import Into, Profile, WordIndex, profiles, regrouped
from generator.suggest.spelling import Key, key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.suggest.model import Cluster, Finding, Seed

_SHORT_NAMES = """
antony anthony tony, benjamin ben, christopher chris, daniel dan, david dave, edward ed, james jim, jeffrey jeff,
joseph joe, kenneth ken, matthew matt, michael mike, nicholas nick, patrick pat, robert rob bob, samuel sam,
stephen steven steve, thomas tom, timothy tim, william bill will
"""
_GIVEN = {name: names.split()[0] for names in _SHORT_NAMES.split(",") for name in names.split()}
_GIVEN_AND_FAMILY = 2


def with_parts(clusters: Sequence[Cluster], seeds: Mapping[str, Seed]) -> list[Cluster]:
    """Join forms of persons' names to the full ones; a part that only a settled person bears goes with that person."""
    full = regrouped(clusters, _same_people(clusters))
    of_full = profiles(full)
    bearers = WordIndex(_in_full(profile) for profile in of_full if profile.decision.kind == "person")
    settled = {
        word
        for seed in seeds.values()
        if seed.settled and seed.record.kind == "person"
        for word in key(seed.record.label)
    }
    parts: dict[int, list[Finding]] = {}
    gone: set[int] = set()
    for profile in of_full:
        part = _part(profile)
        homes = [home for home in bearers.sharing([part], 1) if home.place != profile.place] if part else []
        homes = homes or _of_double_name(profile, bearers)
        if homes:
            best = max(homes, key=lambda one: (len(one.articles & profile.articles), len(one.cluster.findings)))
            parts.setdefault(best.place, []).extend(profile.cluster.findings)
        if homes or part in settled:
            gone.add(profile.place)
    return [
        msgspec.structs.replace(cluster, parts=(*cluster.parts, *parts.get(place, ())))
        for place, cluster in enumerate(full)
        if place not in gone
    ]


def _of_double_name(profile: Profile, bearers: WordIndex) -> list[Profile]:
    """Give the persons whose names end in one with a hyphen that a cluster is ("Shepard-Hill")."""
    if profile.is_record or len(profile.printed) != 1 or any(" " in surface for surface in profile.cluster.surfaces):
        return []
    own = profile.printed[0]
    beside = bearers.sharing(own, 1) if len(own) > 1 else []
    return [
        home
        for home in beside
        if home.place != profile.place
        and home.articles & profile.articles
        and any(len(name) > len(own) and name[-len(own) :] == own for name in home.names)
    ]


def _in_full(profile: Profile) -> Profile:
    """Give a profile with its names of several words only."""
    return profile._replace(names=tuple(name for name in profile.names if len(name) > 1), bags=())


def _part(profile: Profile) -> str | None:
    """Give the one word that a cluster's name is, if it may be a part of a person's."""
    alone = not profile.is_record and len(profile.printed) == 1 and len(profile.printed[0]) == 1
    return profile.printed[0][0] if alone else None


def _same_people(clusters: Sequence[Cluster]) -> Into:
    """Tell which persons' names of two and more words are other forms of fuller ones."""
    people = [
        profile
        for profile in profiles(clusters)
        if profile.decision.kind == "person" and any(len(name) > 1 for name in profile.names)
    ]
    people.sort(key=lambda one: (not one.is_record, -max(map(len, one.names))))
    rank = {profile.place: number for number, profile in enumerate(people)}
    index = WordIndex(map(_in_full, people))
    into: Into = {}
    for profile in people:
        if profile.is_record:
            continue
        ends = {word for name in profile.names for word in (name[0], name[-1])}
        beside = [home for home in index.sharing(ends, len(ends)) if rank[home.place] < rank[profile.place]]
        home = next((one for one in beside if _same_person(one, profile)), None)
        if home is not None:
            into[profile.place] = home.place
    return into


def _same_person(one: Profile, other: Profile) -> bool:
    return any(
        _same_name(left, right) for left in one.names for right in other.names if len(left) > 1 and len(right) > 1
    )


def _same_name(longer: Key, shorter: Key) -> bool:
    """Tell whether two names differ only in middle names, in the short form of a given one, or in one left out."""
    if len(shorter) > len(longer):
        longer, shorter = shorter, longer
    same_given = _GIVEN.get(longer[0], longer[0]) == _GIVEN.get(shorter[0], shorter[0])
    if same_given and longer[-1] == shorter[-1]:
        return len(shorter) == _GIVEN_AND_FAMILY or set(shorter) <= set(longer)
    return len(shorter) < len(longer) and shorter in {longer[: len(shorter)], longer[-len(shorter) :]}
