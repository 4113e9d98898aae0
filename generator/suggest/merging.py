"""Merging: findings of one thing under its several names come together.

The order goes from sure to less sure: known records and equal spellings, acronyms, the same words in another order, near
spellings, shorter forms in one article, and parts of persons' names.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.suggest.acronyms import initials
from generator.suggest.kinds import decide
from generator.suggest.model import Cluster, Finding, Seed
from generator.suggest.parts import with_parts
from generator.suggest.spelling import Key, bag, key, near

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MANY = 2


def merge(findings: Sequence[Finding], seeds: Mapping[str, Seed]) -> list[Cluster]:
    """Give the clusters of findings that name one thing each."""
    clusters = [one for one in _equal(findings, seeds) if one.seed or not _only_headlined(one)]
    clusters = _by_acronym(clusters, seeds)
    clusters = _by_words(clusters)
    clusters = _near(clusters)
    clusters = _shorter(clusters)
    clusters = _bracketed(clusters)
    return with_parts(clusters, seeds)


def _only_headlined(cluster: Cluster) -> bool:
    """Tell whether a name of several words is found only where capitals tell nothing."""
    return all(finding.weak and " " in finding.text for finding in cluster.findings)


def absorb(target: Cluster, other: Cluster) -> None:
    """Move the findings of a cluster into another one."""
    target.findings += other.findings
    target.acronyms += other.acronyms
    target.seed = target.seed or other.seed


def _equal(findings: Iterable[Finding], seeds: Mapping[str, Seed]) -> list[Cluster]:
    of_seed = {
        key(name): seed_key
        for seed_key, seed in reversed(seeds.items())
        for name in (seed.record.label, *seed.record.aliases)
        if len(key(name)) >= _MANY or not name.isupper()
    }
    clusters: dict[Key | str, Cluster] = {}
    for finding in findings:
        words = key(finding.text)
        name = finding.known or (of_seed.get(words) if len(words) >= _MANY or finding.text.istitle() else None) or words
        cluster = clusters.setdefault(name, Cluster([], seeds.get(name) if isinstance(name, str) else None))
        cluster.findings.append(finding)
        if finding.acronym:
            cluster.acronyms[finding.acronym] += 1
    return list(clusters.values())


def _bracketed(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join what is printed in brackets after a name as its other name, where it stands elsewhere by itself."""
    others = {key(one.other): cluster for cluster in clusters for one in cluster.findings if one.other}
    into = {}
    for cluster in clusters:
        home = next((others[key(name)] for name in cluster.surfaces if key(name) in others), None)
        if home is not None and home is not cluster and cluster.seed is None:
            into[id(cluster)] = home
    return _followed(clusters, into)


def _by_acronym(clusters: Sequence[Cluster], seeds: Mapping[str, Seed]) -> list[Cluster]:
    """Join clusters that print one acronym, those that are that acronym, and a record that bears it."""
    bearers: dict[str, Cluster] = {}
    of_record = {alias: seed for seed in seeds.values() for alias in seed.record.aliases if alias.isupper()}
    kept: list[Cluster] = []
    for cluster in sorted(clusters, key=lambda one: (one.seed is None, -len(one.findings))):
        home = next((bearers[acronym] for acronym in cluster.acronyms if acronym in bearers), None)
        if home is not None and _related(home, cluster):
            absorb(home, cluster)
            continue
        record = next((of_record[acronym] for acronym in cluster.acronyms if acronym in of_record), None)
        if cluster.seed is None and record is not None and _resembles(cluster, record):
            cluster.seed = record
        for name in (*cluster.acronyms, *(cluster.seed.record.aliases if cluster.seed else ())):
            bearers.setdefault(name, cluster)
        kept.append(cluster)
    return _joined_acronyms(kept, bearers)


def _joined_acronyms(clusters: Sequence[Cluster], bearers: Mapping[str, Cluster]) -> list[Cluster]:
    by_initials: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for form in {form for surface in cluster.surfaces for form in initials(surface) if len(form) > _MANY}:
            by_initials[form].append(cluster)
    kept = []
    for cluster in clusters:
        name = next(iter(cluster.surfaces))
        homes = [bearers[name]] if name in bearers else by_initials.get(name, [])
        homes = [home for home in homes if home is not cluster]
        if cluster.seed is None and name.isupper() and " " not in name and len(homes) == 1:
            absorb(homes[0], cluster)
        else:
            kept.append(cluster)
    return kept


def _related(one: Cluster, other: Cluster) -> bool:
    return any(
        bool(bag(key(left)) & bag(key(right))) for left in one.surfaces for right in other.surfaces
    ) or (one.seed is not None and _resembles(other, one.seed))


def _resembles(cluster: Cluster, seed: Seed) -> bool:
    names = [bag(key(name)) for name in (seed.record.label, *seed.record.aliases)]
    return any(2 * len(bag(key(surface)) & name) >= len(name) > 1 for surface in cluster.surfaces for name in names)


def _by_words(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join what has the same words in another order, or a people for its country ("Communist Party of China")."""
    homes: dict[frozenset[str], Cluster] = {}
    kept = []
    ordered = sorted(clusters, key=lambda one: (one.seed is None, -len(one.findings)))
    for cluster in ordered:
        bags = {bag(key(surface)) for surface in _long_surfaces(cluster)}
        home = next((homes[one] for one in sorted(bags, key=sorted) if one in homes), None)
        if home is not None and cluster.seed is None and decide(cluster).kind != "person":
            absorb(home, cluster)
        else:
            kept.append(cluster)
            home = cluster
        names = (home.seed.record.label, *home.seed.record.aliases) if home.seed else ()
        for one in sorted(bags | {bag(key(name)) for name in names}, key=sorted):
            if len(one) >= _MANY:
                homes.setdefault(one, home)
    return kept


def _long_surfaces(cluster: Cluster) -> list[str]:
    return [surface for surface in cluster.surfaces if len(bag(key(surface))) >= _MANY]


def _near(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join names that differ as misprints do; the one found more often, or known, takes the other in."""
    kept: list[Cluster] = []
    for cluster in sorted(clusters, key=lambda one: (one.seed is None, -len(one.findings))):
        own = [key(surface) for surface in cluster.surfaces]
        home = next((other for other in kept if cluster.seed is None and _any_near(own, other)), None)
        if home is None or not _agree(home, cluster):
            kept.append(cluster)
        else:
            absorb(home, cluster)
    return kept


def _any_near(own: Sequence[Key], other: Cluster) -> bool:
    names = [*other.surfaces, *((other.seed.record.label, *other.seed.record.aliases) if other.seed else ())]
    return any(near(one, key(name)) for one in own for name in names)


def _agree(one: Cluster, other: Cluster) -> bool:
    left, right = decide(one), decide(other)
    return left.kind == right.kind or not left.sure or not right.sure


def _shorter(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join a shorter form ("Oxus Society") to the one longer name of its article that holds all its words.

    Events are joined over all articles, each to the fullest form that no year speaks against.
    """
    bags = {id(cluster): _bags(cluster) for cluster in clusters}
    into: dict[int, Cluster] = {}
    for cluster in sorted(clusters, key=lambda one: max((len(name) for name in bags[id(one)]), default=0)):
        if cluster.seed is not None or decide(cluster).kind == "person":
            continue
        homes = [other for other in clusters if other is not cluster and _holds(other, cluster, bags)]
        if homes:
            into[id(cluster)] = max(homes, key=lambda one: (len(one.articles & cluster.articles), len(one.findings)))
    return _followed(clusters, into)


def _bags(cluster: Cluster) -> list[frozenset[str]]:
    names = [*cluster.surfaces, *((cluster.seed.record.label, *cluster.seed.record.aliases) if cluster.seed else ())]
    return [bag(key(name)) for name in names]


def _holds(home: Cluster, cluster: Cluster, bags: Mapping[int, list[frozenset[str]]]) -> bool:
    kind = decide(cluster).kind
    if decide(home).kind != kind or (kind != "event" and not home.articles & cluster.articles):
        return False
    enough = 1 if kind == "event" else _MANY
    return any(
        enough <= len(short) < len(long) and short < long and "@" not in {word[0] for word in short if len(short) == 1}
        for short in bags[id(cluster)]
        for long in bags[id(home)]
    )


def _followed(clusters: Sequence[Cluster], into: Mapping[int, Cluster]) -> list[Cluster]:
    kept = []
    for cluster in clusters:
        home = into.get(id(cluster))
        if home is None:
            kept.append(cluster)
            continue
        while id(home) in into:
            home = into[id(home)]
        absorb(home, cluster)
    return kept
