"""Items that became one, and one that became several: found by sums and names together."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from quality.editions.evidence import Commonness
from quality.editions.printed import TARGET, Key, Printed
from quality.editions.scales import quantity

MOST_PARTS = 4
NEAR = 10
"""Three and more parts are looked for among so many items with names like the whole's; two among all."""

ALL_PAIRS = 300
"""Of more items than these not all twos are added up: among so many a sum proves nothing by itself."""

RARE = 40
"""A pair of characters that more items have says nothing about where a part went."""

SHARED = 0.35
"""Share of a part's name (its telling characters) that the whole must have on average."""

BY_NAME = 0.01
"""How much less likely a chance is where every part shares that much of its name with the whole."""

BY_HEADING = 0.3
"""How much less likely it is for each part that stood under the same heading as the whole."""

CHANCE = 0.05
"""Sums that as many combinations would give by chance this often are none."""


@dataclass(frozen=True)
class Group:
    """The whole and its parts by index, with the figures whose sums prove it and how alike the names are."""

    whole: int
    parts: tuple[int, ...]
    proven: tuple[Key, ...]
    names: float


def groups(
    parts: Sequence[Printed],
    wholes: Sequence[Printed],
    lone_parts: Sequence[int],
    lone_wholes: Sequence[int],
    partners: Mapping[int, int],
    common: Commonness,
) -> tuple[Group, ...]:
    """Groups in which a whole of one edition is the sum of several parts of the other.

    Parts are items that are not paired (`lone_parts`); the whole is one that is not paired either, or
    one that kept a name (`partners`: whole -> its part) while its figures grew by those of the others.
    Every part is in one group; those with the most proof are made first.
    """
    if not lone_parts:
        return ()
    search = _Search(parts, wholes, common, _by_bigram(parts, lone_parts), _by_figure(parts, lone_parts))
    found: list[Group] = []
    for whole in lone_wholes:
        found += search.best(whole, None)
    for whole, kept in partners.items():
        if _grew(parts[kept], wholes[whole]):
            found += search.best(whole, kept)
    found.sort(key=lambda group: (-len(group.proven), -group.names, group.whole))
    chosen: list[Group] = []
    taken: set[int] = set()
    for group in found:
        if not taken & set(group.parts):
            chosen.append(group)
            taken |= set(group.parts)
    return tuple(chosen)


def _by_bigram(parts: Sequence[Printed], lone: Iterable[int]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for part in lone:
        for bigram in parts[part].bigrams:
            index[bigram].append(part)
    return {bigram: holders for bigram, holders in index.items() if len(holders) <= RARE}


def _by_figure(parts: Sequence[Printed], lone: Iterable[int]) -> dict[Key, list[tuple[float, int]]]:
    """The lone items by each of their past figures, in the order of its value."""
    index: dict[Key, list[tuple[float, int]]] = defaultdict(list)
    for part in lone:
        for key, figure in parts[part].figures.items():
            if key[0] != TARGET and figure.value:
                index[key].append((figure.value, part))
    return {key: sorted(values) for key, values in index.items()}


def _grew(part: Printed, whole: Printed) -> bool:
    """Whether a past figure that both print is greater in the whole."""
    for key, figure in part.figures.items():
        other = whole.figures.get(key)
        if key[0] == TARGET or other is None or other.value is None or figure.value is None:
            continue
        if other.value > figure.value:
            return True
    return False


@dataclass(frozen=True)
class _Search:
    """Looks for the parts of a whole among the lone items of the other edition."""

    parts: Sequence[Printed]
    wholes: Sequence[Printed]
    common: Commonness
    index: Mapping[str, list[int]]
    figures: Mapping[Key, list[tuple[float, int]]]

    def best(self, at: int, kept: int | None) -> list[Group]:
        """The group with the most proof for a whole, none where no sum proves one."""
        whole = self.wholes[at]
        found: Group | None = None
        for members, tried in self._combinations(whole, kept):
            group = self._proved(at, members, tried, kept)
            if group and (found is None or _rank(group) > _rank(found)):
                found = group
        return [found] if found else []

    def _combinations(self, whole: Printed, kept: int | None) -> Iterator[tuple[tuple[int, ...], int]]:
        """Combinations of parts worth adding up, and among how many of its size each was found."""
        fixed = () if kept is None else (kept,)
        for key, figure in whole.figures.items():
            if key[0] == TARGET or not figure.value or key not in self.figures:
                continue
            part = self.parts[kept].figures.get(key) if kept is not None else None
            missing = figure.value - (part.value or 0.0 if part else 0.0)
            slack = _slack(figure.value, figure.resolution, MOST_PARTS)
            values = self.figures[key]
            if kept is not None:
                for one in _between(values, missing, slack):
                    yield tuple(sorted((*fixed, one))), len(values)
            for value, one in values if len(values) <= ALL_PAIRS else ():
                for other in _between(values, missing - value, slack):
                    if one < other:
                        yield tuple(sorted((*fixed, one, other))), len(values) ** 2 // 2
        near = self._near(whole)
        for size in range(2 if len(fixed) == 0 else 1, MOST_PARTS + 1 - len(fixed)):
            for some in combinations(near, size):
                yield tuple(sorted((*fixed, *some))), comb(len(near), size)

    def _near(self, whole: Printed) -> list[int]:
        """The lone items whose names have most in common with the whole's."""
        near = {part for bigram in whole.bigrams for part in self.index.get(bigram, ())}
        return sorted(near, key=lambda part: (-self._contained(self.parts[part], whole), part))[:NEAR]

    def _contained(self, part: Printed, whole: Printed) -> float:
        """How much of the shorter name's telling characters the other has, 0 to 1."""
        shared = self.common.telling(part.bigrams & whole.bigrams)
        least = min(self.common.telling_name(part), self.common.telling_name(whole))
        return shared / least if least else 0.0

    def _proved(self, at: int, members: tuple[int, ...], tried: int, kept: int | None) -> Group | None:
        whole = self.wholes[at]
        parts = [self.parts[member] for member in members]
        proven = _proven(parts, whole)
        if not proven or not all(_summable(part, whole) for part in parts):
            return None
        alike = [self._contained(part, whole) for part in parts]
        names = sum(alike) / len(alike)
        chance = tried * _by_chance(proven, whole, parts, self.parts[kept] if kept is not None else None)
        chance *= BY_NAME if min(alike) >= SHARED else 1.0
        beside = (part for member, part in zip(members, parts, strict=True) if member != kept)
        chance *= BY_HEADING ** sum(part.heading == whole.heading for part in beside)
        if names < SHARED or chance > CHANCE:
            return None
        return Group(at, members, proven, round(names, 4))


def _rank(group: Group) -> tuple[int, float, int]:
    return len(group.proven), group.names, -len(group.parts)


def _between(values: Sequence[tuple[float, int]], middle: float, slack: float) -> Iterator[int]:
    """The items whose value is `middle`, give or take `slack`; `values` are sorted."""
    at = bisect_left(values, (middle - slack - 1e-6, -1))
    while at < len(values) and values[at][0] <= middle + slack + 1e-6:
        yield values[at][1]
        at += 1


def _slack(value: float, step: float, parts: int) -> float:
    """How far a sum of rounded figures may be off: half a step for each part, nothing for small figures."""
    return step * parts / 2 if abs(value) >= 1000 * step else 0.0


def _by_chance(
    proven: Sequence[Key], whole: Printed, parts: Sequence[Printed], kept: Printed | None
) -> float:
    """How likely one combination gives all these figures by chance as closely, were they spread evenly."""
    likely = 1.0
    for key in proven:
        figure = whole.figures[key]
        part = kept.figures.get(key) if kept else None
        grown = (figure.value or 0.0) - (part.value or 0.0 if part else 0.0)
        off = sum(one.figures[key].value or 0.0 for one in parts) - (figure.value or 0.0)
        room = 2 * abs(off) + figure.resolution
        likely *= min(1.0, room / max(abs(grown), figure.resolution))
    return likely


def _summable(part: Printed, whole: Printed) -> bool:
    """Whether sums mean something: figures of one unit, and no shares."""
    one, other = (quantity(printed.item.unit or "") for printed in (part, whole))
    return one == other and one[0] != "share"


def _proven(parts: Sequence[Printed], whole: Printed) -> tuple[Key, ...]:
    """The past figures of the whole that are the sum of the parts'; none when one of them is not."""
    proven: list[Key] = []
    grown: set[int] = set()
    for key, figure in whole.figures.items():
        if key[0] == TARGET or not figure.value:
            continue
        values = [part.figures[key] for part in parts if key in part.figures]
        if len(values) < len(parts) or any(value.value is None for value in values):
            continue
        total = sum(value.value or 0.0 for value in values)
        step = max(figure.resolution, *(value.resolution for value in values))
        if abs(total - figure.value) > _slack(figure.value, step, len(parts)) + 1e-6 * step:
            return ()
        proven.append(key)
        grown |= {number for number, value in enumerate(values) if value.value}
    return tuple(proven) if len(grown) == len(parts) else ()
