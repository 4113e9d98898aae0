"""Parts of persons' names: "Wenqing" and "Chen" are Chen Wenqing, where an article or the corpus names him in full."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.suggest.kinds import decide
from generator.suggest.spelling import Key, key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.suggest.model import Cluster, Seed

_SHORT = "antony/anthony/tony chris/christopher dan/daniel dave/david jeff/jeffrey jim/james joe/joseph ken/kenneth mike/michael nick/nicholas rob/robert/bob sam/samuel steve/steven/stephen tom/thomas tim/timothy bill/william ben/benjamin ed/edward pat/patrick matt/matthew".split()
_GIVEN = {name: names.split("/")[0] for names in _SHORT for name in names.split("/")}


def with_parts(clusters: Sequence[Cluster], seeds: Mapping[str, Seed]) -> list[Cluster]:
    """Join forms of persons' names to the full ones; a part that only a settled person bears goes with that person."""
    full = _joined_full(clusters)
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in full:
        if decide(cluster).kind == "person":
            for word in {word for name in _names(cluster) if len(name) > 1 for word in name}:
                bearers[word].append(cluster)
    settled = {word for seed in seeds.values() if seed.settled and seed.record.kind == "person" for word in key(seed.record.label)}
    kept = []
    for cluster in full:
        part = _part(cluster)
        homes = [home for home in bearers.get(part, ()) if home is not cluster] if part else []
        if homes:
            home = max(homes, key=lambda one: (len(one.articles & cluster.articles), len(one.findings)))
            home.parts += cluster.findings
        elif not part or part not in settled:
            kept.append(cluster)
    return kept


def _part(cluster: Cluster) -> str | None:
    """Give the one word that a cluster's name is, if it may be a part of a person's."""
    words = {key(surface) for surface in cluster.surfaces}
    return next(iter(words))[0] if cluster.seed is None and len(words) == 1 and len(next(iter(words))) == 1 else None


def _names(cluster: Cluster) -> list[Key]:
    names = {key(surface): None for surface in cluster.surfaces}
    if cluster.seed:
        names |= {key(name): None for name in (cluster.seed.record.label, *cluster.seed.record.aliases)}
    return list(names)


def _joined_full(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join persons' names of two and more words that differ in middle names, initials and short given names."""
    people = [one for one in clusters if decide(one).kind == "person" and any(len(name) > 1 for name in _names(one))]
    ordered = sorted(people, key=lambda one: (one.seed is None, -max(map(len, _names(one)))))
    homes: list[Cluster] = []
    gone: set[int] = set()
    for cluster in ordered:
        home = next((one for one in homes if cluster.seed is None and _same_person(one, cluster)), None)
        if home is None:
            homes.append(cluster)
        else:
            home.findings += cluster.findings
            gone.add(id(cluster))
    return [cluster for cluster in clusters if id(cluster) not in gone]


def _same_person(one: Cluster, other: Cluster) -> bool:
    return any(
        _same_name(left, right) for left in _names(one) for right in _names(other) if len(left) > 1 and len(right) > 1
    )


def _same_name(longer: Key, shorter: Key) -> bool:
    if len(shorter) > len(longer):
        longer, shorter = shorter, longer
    same_given = _GIVEN.get(longer[0], longer[0]) == _GIVEN.get(shorter[0], shorter[0])
    if same_given and longer[-1] == shorter[-1]:
        return len(shorter) == 2 or set(shorter) <= set(longer)  # noqa: PLR2004
    return len(shorter) < len(longer) and shorter in {longer[: len(shorter)], longer[-len(shorter) :]}
