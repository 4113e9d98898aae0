"""Abbreviations: names join the acronym that texts print with them, acronyms the one name they can stand for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from generator.suggest.acronyms import initials
from generator.suggest.clusters import Into, profiles, regrouped, seed_names
from generator.suggest.spelling import bag, key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.suggest.model import Cluster, Seed

_SHORTEST = 3


def by_acronym(clusters: Sequence[Cluster], seeds: Mapping[str, Seed]) -> list[Cluster]:
    """Join clusters that print one acronym and share a word; one that resembles a record with the acronym is it."""
    of_acronym = {alias: seed for seed in seeds.values() for alias in seed.record.aliases if alias.isupper()}
    named = [_as_record(cluster, of_acronym) for cluster in clusters]
    bearers: dict[str, int] = {}
    into: Into = {}
    for profile in profiles(named):
        own = profile.cluster.acronyms
        home = next((bearers[acronym] for acronym in own if acronym in bearers), None)
        if home is not None and _related(named[home], profile.cluster):
            into[profile.place] = home
        for acronym in (*own, *seed_names(profile.cluster.seed)):
            bearers.setdefault(acronym, into.get(profile.place, profile.place))
    return regrouped(named, into)


def by_initials(clusters: Sequence[Cluster]) -> Into:
    """Tell which acronyms that stand alone go to the one cluster that prints them, or whose initials they are."""
    bearers: dict[str, set[int]] = defaultdict(set)
    fitting: dict[str, set[int]] = defaultdict(set)
    for place, cluster in enumerate(clusters):
        for acronym in (*cluster.acronyms, *seed_names(cluster.seed)):
            bearers[acronym].add(place)
        for surface in cluster.surfaces:
            for form in initials(surface):
                fitting[form].add(place)
    into: Into = {}
    for place, cluster in enumerate(clusters):
        name = next(iter(cluster.surfaces))
        homes = (bearers.get(name) or (fitting[name] if len(name) >= _SHORTEST else set())) - {place}
        if cluster.seed is None and name.isupper() and " " not in name and len(homes) == 1:
            into[place] = next(iter(homes))
    return into


def _as_record(cluster: Cluster, of_acronym: Mapping[str, Seed]) -> Cluster:
    seed = next((of_acronym[acronym] for acronym in cluster.acronyms if acronym in of_acronym), None)
    if cluster.seed is None and seed is not None and _resembles(cluster, seed):
        return msgspec.structs.replace(cluster, seed=seed)
    return cluster


def _related(one: Cluster, other: Cluster) -> bool:
    names = (*one.surfaces, *seed_names(one.seed))
    return any(bag(key(left)) & bag(key(right)) for left in names for right in other.surfaces)


def _resembles(cluster: Cluster, seed: Seed) -> bool:
    """Tell whether a name has at least half the words of a record's."""
    names = [bag(key(name)) for name in seed_names(seed)]
    return any(2 * len(bag(key(surface)) & name) >= len(name) > 1 for surface in cluster.surfaces for name in names)
