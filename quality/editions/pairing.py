"""Pairs of items of two editions: the assignment with the most evidence in all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from quality.editions.candidates import candidates
from quality.editions.evidence import (
    EXACT_ALONE,
    Commonness,
    Weighed,
    beyond_name,
    commonness,
    name_similarity,
    similarity,
    total,
    weigh,
)
from quality.editions.printed import Printed
from quality.editions.words import bare

ENOUGH = 3.0
"""Evidence that a pair needs (odds of about 20 to 1)."""

BORDERLINE = 4.5
"""Pairs with less are listed for a person to look at."""

SEVERAL, ALIKE = 2, 75
"""Items that show a heading's new name, or how alike (0 to 100) the names are where there is but one."""

CONTRADICTED = -3.0
"""Evidence of the figures from which a pair is listed as well, whatever its name says."""

NEARLY = 1.5
"""Items that stay alone although they have this much in common are listed as well."""


@dataclass(frozen=True)
class Match:
    """Two items by their indices, with the evidence."""

    before: int
    after: int
    weighed: tuple[Weighed, ...]
    name_similarity: float

    @property
    def score(self) -> float:
        return total(self.weighed)

    @property
    def similarity(self) -> float:
        return similarity(self.score)

    @property
    def is_borderline(self) -> bool:
        """Whether a person should look at it: little evidence, or figures that contradict the rest."""
        if any(evidence == "decision" for evidence, *_ in self.weighed):
            return False
        contradicted = any(e == "figures" and weight <= CONTRADICTED for e, weight, *_ in self.weighed)
        return self.score < BORDERLINE or contradicted


@dataclass(frozen=True)
class Matching:
    """The pairs, those nearly paired, and the names that headings and departments have now."""

    pairs: tuple[Match, ...]
    nearly: tuple[Match, ...]
    headings: Mapping[str, str]
    departments: Mapping[str, str]
    common: Commonness


def match(
    before: Sequence[Printed],
    after: Sequence[Printed],
    apart: frozenset[tuple[int, int]] = frozenset(),
    settled_before: frozenset[int] = frozenset(),
    settled_after: frozenset[int] = frozenset(),
) -> Matching:
    """The assignment of items of one dataset that has the most evidence in all.

    First by what is printed; then again, knowing which headings and departments only have another
    name. `apart` are pairs of indices that a person has said are not the same; `settled` ones are left out,
    since a person has said what they are.
    """
    common = commonness(before, after, {}, {})
    free = [n for n in range(len(before)) if n not in settled_before]
    free_after = [n for n in range(len(after)) if n not in settled_after]
    sure = _sure(before, after, free, free_after, apart, common)
    taken, taken_after = {i for i, _ in sure}, {j for _, j in sure}
    free = [n for n in free if n not in taken]
    free_after = [n for n in free_after if n not in taken_after]
    found = candidates([before[n] for n in free], [after[n] for n in free_after])
    edges = [edge for i, j in found if (edge := (free[i], free_after[j])) not in apart]
    first = _assigned(before, after, edges, sure, common)
    headings = renamed_headings(before, after, first.pairs)
    departments = renamed_departments(before, after, first.pairs)
    if not headings and not departments:
        return first
    return _assigned(before, after, edges, sure, commonness(before, after, departments, headings))


def _sure(
    before: Sequence[Printed],
    after: Sequence[Printed],
    free: Sequence[int],
    free_after: Sequence[int],
    apart: frozenset[tuple[int, int]],
    common: Commonness,
) -> list[tuple[int, int]]:
    """Items with a name that no other item of either edition has, and that nothing speaks against.

    Any other partner would have less evidence, so that they need not be weighed against others.
    """
    named = {after[j].spelled: j for j in free_after}
    found: list[tuple[int, int]] = []
    for i in free:
        j = named.get(before[i].spelled)
        if j is None or (i, j) in apart or common.names[before[i].spelled] > 1:
            continue
        weighed = weigh(before[i], after[j], common)
        if all(weight >= 0 for evidence, weight, _, _ in weighed if evidence in ("figures", "reprint")) and (
            total(weighed) >= EXACT_ALONE
        ):
            found.append((i, j))
    return found


def _assigned(
    before: Sequence[Printed],
    after: Sequence[Printed],
    edges: Sequence[tuple[int, int]],
    sure: Sequence[tuple[int, int]],
    common: Commonness,
) -> Matching:
    scored: dict[tuple[int, int], float] = {}
    for i, j in edges:
        weighed = weigh(before[i], after[j], common)
        weighed += _position(before[i], after[j], len(before), len(after))
        score = total(weighed)
        if score >= NEARLY and _has_evidence(before[i], after[j], weighed):
            scored[i, j] = score
    chosen = _optimal(scored, len(before), len(after))
    taken_before = {i for i, j in chosen if scored[i, j] >= ENOUGH}
    taken_after = {j for i, j in chosen if scored[i, j] >= ENOUGH}
    paired = [*sure, *(edge for edge in chosen if scored[edge] >= ENOUGH)]
    pairs = [_match(before, after, i, j, common) for i, j in paired]
    nearly = [
        _match(before, after, i, j, common)
        for i, j in sorted(scored)
        if i not in taken_before and j not in taken_after
    ]
    return Matching(tuple(sorted(pairs, key=lambda m: m.before)), tuple(nearly), common.headings,
                    common.departments, common)  # fmt: skip


def _has_evidence(before: Printed, after: Printed, weighed: Sequence[Weighed]) -> bool:
    """Whether more than a likeness of names speaks for the pair."""
    return before.spelled == after.spelled or beyond_name(weighed) > 0


def pair_of(before: Sequence[Printed], after: Sequence[Printed], i: int, j: int, common: Commonness) -> Match:
    """The two items as a pair, whatever the evidence."""
    return _match(before, after, i, j, common)


def _match(before: Sequence[Printed], after: Sequence[Printed], i: int, j: int, common: Commonness) -> Match:
    weighed = weigh(before[i], after[j], common)
    weighed += _position(before[i], after[j], len(before), len(after))
    return Match(i, j, tuple(weighed), name_similarity(before[i], after[j], common))


def _position(before: Printed, after: Printed, count: int, other_count: int) -> list[Weighed]:
    """Up to 0.4 for standing at the same place in the order of print: it parts what nothing else parts."""
    distance = abs((before.item.position + 0.5) / count - (after.item.position + 0.5) / other_count)
    weight = round(max(0.0, 0.4 - 2 * distance), 4)
    return [("position", weight, "position", {})] if weight else []


def _optimal(scored: Mapping[tuple[int, int], float], rows: int, columns: int) -> list[tuple[int, int]]:
    """The pairs with the greatest sum of scores, each item once: solved for each island of items alone.

    Items that no candidate links are apart in any solution, so that the assignment is solved for each
    connected component: a few items each, whatever the size of the editions.
    """
    if not scored:
        return []
    edges = np.array(sorted(scored), dtype=np.int64)
    graph = coo_array(
        (np.ones(len(edges)), (edges[:, 0], edges[:, 1] + rows)), shape=(rows + columns, rows + columns)
    )
    _, labels = connected_components(graph, directed=False)
    islands: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, j in sorted(scored):
        islands[labels[i]].append((i, j))
    chosen: list[tuple[int, int]] = []
    for members in islands.values():
        if len(members) == 1:
            chosen += members
            continue
        ours = sorted({i for i, _ in members})
        theirs = sorted({j for _, j in members})
        gains = np.zeros((len(ours), len(theirs)))
        row_of, column_of = {i: n for n, i in enumerate(ours)}, {j: n for n, j in enumerate(theirs)}
        for i, j in members:
            gains[row_of[i], column_of[j]] = scored[i, j]
        for row, column in zip(*linear_sum_assignment(gains, maximize=True), strict=True):
            pair = ours[row], theirs[column]
            if pair in scored:
                chosen.append(pair)
    return chosen


def renamed_headings(
    before: Sequence[Printed], after: Sequence[Printed], pairs: Sequence[Match]
) -> dict[str, str]:
    """Former headings that are gone, and the new heading to which most of their items went.

    One item alone shows a new name of its heading only where the names are alike; else it moved.
    """
    followed: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        for one, other in zip(before[pair.before].heading, after[pair.after].heading, strict=True):
            if one and other:
                followed[one][other] += 1
    gone = {h for p in before for h in p.heading if h} - {h for p in after for h in p.heading if h}
    came = {h for p in after for h in p.heading if h} - {h for p in before for h in p.heading if h}
    found: dict[str, str] = {}
    for heading in sorted(gone & set(followed)):
        [(most, count)] = followed[heading].most_common(1)
        told = count >= SEVERAL or fuzz.ratio(bare(heading), bare(most)) >= ALIKE
        if most in came and told and 2 * count > followed[heading].total() and most not in found.values():
            found[heading] = most
    return found


def renamed_departments(
    before: Sequence[Printed], after: Sequence[Printed], pairs: Sequence[Match]
) -> dict[str, str]:
    """Former departments that are gone, and the new one that stands in their place most often."""
    followed: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        one, other = before[pair.before].departments, after[pair.after].departments
        left, come = one - other, other - one
        if len(come) == 1:
            for name in left:
                followed[name].update(come)
    here = {name for p in after for name in p.departments}
    return {
        name: max(sorted(counts), key=counts.__getitem__)
        for name, counts in sorted(followed.items())
        if name not in here
    }
