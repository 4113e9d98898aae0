"""Clusters with what comparing them needs, and how they are joined."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.suggest.kinds import Decision, decide
from generator.suggest.model import Cluster, Seed
from generator.suggest.spelling import Key, bag, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import ArticleId

Into = dict[int, int]
"""Which cluster (by its place in a list) goes into which other one."""


class Profile(NamedTuple):
    """A cluster, its place in the list, and its names as printed and as its record has them, in comparable forms."""

    place: int
    cluster: Cluster
    printed: tuple[Key, ...]
    names: tuple[Key, ...]
    bags: tuple[frozenset[str], ...]
    decision: Decision
    articles: frozenset[ArticleId]

    @property
    def is_record(self) -> bool:
        """Tell whether a record is known for it."""
        return self.cluster.seed is not None


def profiles(clusters: Sequence[Cluster]) -> list[Profile]:
    """Give the profiles of clusters: those of known records first, then by how often they are found."""
    found = [_profile(place, cluster) for place, cluster in enumerate(clusters)]
    return sorted(found, key=lambda one: (not one.is_record, -len(one.cluster.findings), one.place))


def seed_names(seed: Seed | None) -> tuple[str, ...]:
    """Give the label and aliases of a record."""
    return (seed.record.label, *seed.record.aliases) if seed else ()


class WordIndex:
    """Profiles by the words of their names, so that only those that share a word are compared."""

    def __init__(self, of: Iterable[Profile]) -> None:
        self._by_word: dict[str, list[Profile]] = defaultdict(list)
        for profile in of:
            for word in sorted({word for name in (*profile.names, *profile.bags) for word in name}):
                self._by_word[word].append(profile)

    def sharing(self, words: Iterable[str], rarest: int) -> list[Profile]:
        """Give the profiles that have one of the `rarest` least common of some words, in order of the index."""
        chosen = sorted(set(words), key=lambda word: (len(self._by_word.get(word, ())), word))[:rarest]
        found = {profile.place: profile for word in chosen for profile in self._by_word.get(word, ())}
        return list(found.values())


def regrouped(clusters: Sequence[Cluster], into: Mapping[int, int]) -> list[Cluster]:
    """Give the clusters after each of those in `into` went where it goes, and on from there."""
    members: dict[int, list[Cluster]] = {
        place: [cluster] for place, cluster in enumerate(clusters) if place not in into
    }
    for place in sorted(into):
        home = into[place]
        while home in into:
            home = into[home]
        members[home].append(clusters[place])
    return [_joined(group) for _, group in sorted(members.items())]


def _joined(group: Sequence[Cluster]) -> Cluster:
    if len(group) == 1:
        return group[0]
    return Cluster(
        tuple(finding for cluster in group for finding in cluster.findings),
        next((cluster.seed for cluster in group if cluster.seed), None),
        tuple(finding for cluster in group for finding in cluster.parts),
    )


def _profile(place: int, cluster: Cluster) -> Profile:
    printed = tuple(dict.fromkeys(key(surface) for surface in cluster.surfaces))
    names = tuple(dict.fromkeys((*printed, *map(key, seed_names(cluster.seed)))))
    bags = tuple(dict.fromkeys(map(bag, names)))
    return Profile(place, cluster, printed, names, bags, decide(cluster), frozenset(cluster.articles))
