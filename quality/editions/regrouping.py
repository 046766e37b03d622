"""Items that became one, and one that became several: found by sums and names together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from quality.editions.evidence import Commonness, significant
from quality.editions.printed import TARGET, Key, Printed
from quality.editions.scales import quantity

MOST_PARTS = 4
POOL = 12
"""Parts are looked for among so many items: 781 combinations of 2 to 4 at most."""

RARE = 40
"""A pair of characters that more items have says nothing about where a part went."""

SHARED = 0.35
"""Share of a part's name (its telling characters) that the whole must have on average."""

LITTLE = 0.12


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
    index = _by_bigram(parts, lone_parts)
    headed = _by_heading(parts, lone_parts)
    found: list[Group] = []
    for whole in [*lone_wholes, *partners]:
        kept = partners.get(whole)
        if kept is not None and not _contradict(parts[kept], wholes[whole]):
            continue
        pool = _pool(wholes[whole], parts, index, headed, common)
        if best := _best(wholes[whole], whole, parts, pool, kept, common):
            found.append(best)
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


def _by_heading(parts: Sequence[Printed], lone: Iterable[int]) -> dict[tuple[str | None, ...], list[int]]:
    headed: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for part in lone:
        headed[parts[part].heading].append(part)
    return headed


def _pool(
    whole: Printed,
    parts: Sequence[Printed],
    index: Mapping[str, list[int]],
    headed: Mapping[tuple[str | None, ...], list[int]],
    common: Commonness,
) -> list[int]:
    """The lone items whose names have most in common with the whole's, then those of its heading."""
    near = {part for bigram in whole.bigrams for part in index.get(bigram, ())}
    near |= set(headed.get(whole.heading, ())[:RARE])
    return sorted(near, key=lambda part: (-_contained(parts[part], whole, common), part))[:POOL]


def _contained(part: Printed, whole: Printed, common: Commonness) -> float:
    """How much of the shorter name's telling characters the other has, 0 to 1."""
    shared = sum(common.rarity(b) for b in part.bigrams & whole.bigrams)
    least = min(sum(common.rarity(b) for b in part.bigrams), sum(common.rarity(b) for b in whole.bigrams))
    return shared / least if least else 0.0


def _contradict(part: Printed, whole: Printed) -> bool:
    """Whether a past figure that both print is greater in the whole."""
    for key, figure in part.figures.items():
        other = whole.figures.get(key)
        if key[0] == TARGET or other is None or other.value is None or figure.value is None:
            continue
        if other.value > figure.value:
            return True
    return False


def _best(
    whole: Printed,
    at: int,
    parts: Sequence[Printed],
    pool: Sequence[int],
    kept: int | None,
    common: Commonness,
) -> Group | None:
    best: Group | None = None
    pool = [part for part in pool if _summable(parts[part], whole)]
    for size in range(1 if kept is not None else 2, MOST_PARTS + (kept is None)):
        for some in combinations(pool, size):
            members = tuple(sorted((*some, *(() if kept is None else (kept,)))))
            proven = _proven([parts[member] for member in members], whole)
            if not proven:
                continue
            alike = [_contained(parts[member], whole, common) for member in members]
            names = sum(alike) / len(alike)
            if names < SHARED or (min(alike) < LITTLE and kept is None and len(proven) < 2):
                continue
            group = Group(at, members, proven, round(names, 4))
            if best is None or (len(proven), -size, names) > (
                len(best.proven),
                -len(best.parts) + (kept is not None),
                best.names,
            ):
                best = group
    return best


def _summable(part: Printed, whole: Printed) -> bool:
    """Whether sums mean something: figures of one unit, and no shares."""
    one, other = (quantity(printed.item.unit or "") for printed in (part, whole))
    return one == other and one[0] != "share"


def _proven(parts: Sequence[Printed], whole: Printed) -> tuple[Key, ...]:
    """The past figures of the whole that are the sum of the parts'; none when one of them is not."""
    proven: list[Key] = []
    grown: set[int] = set()
    digits = 0
    for key, figure in whole.figures.items():
        if key[0] == TARGET or not figure.value:
            continue
        values = [part.figures[key] for part in parts if key in part.figures]
        if len(values) < len(parts) or any(value.value is None for value in values):
            continue
        total = sum(value.value or 0.0 for value in values)
        step = max(figure.resolution, *(value.resolution for value in values))
        # sums of rounded figures may be off by half a step for each part
        slack = step * len(parts) / 2 if abs(figure.value) >= 1000 * step else 0.0
        if abs(total - figure.value) > slack + 1e-6 * step:
            return ()
        proven.append(key)
        digits += significant(figure.value / step)
        grown |= {number for number, value in enumerate(values) if value.value}
    return tuple(proven) if digits >= 3 and len(grown) == len(parts) else ()
