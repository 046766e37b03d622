"""Which relations a document keeps: one that fails for most of a table says nothing about its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quality.relations import Relation, Values, Verdict, judged

SUMS = ("parts", "total")
"""Rules over many rounded terms, which are off by one sooner than a difference of two."""

ENOUGH = 8
"""Instances that hold exactly in a document before one that is off by rounding counts against it."""

SMALL = 3
"""Instances in a table up to which the rest of the document decides as well."""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A labelled relation that fails for most of a table: where, how often it fails and holds."""

    rule: str
    scope: str
    failing: tuple[Relation, ...]
    holding: int


@dataclass(frozen=True, slots=True)
class Supported:
    """Relations that the document keeps, and labelled ones that it does not."""

    relations: tuple[Relation, ...]
    unsupported: tuple[Unsupported, ...]


def supported(relations: Iterable[Relation], values: Values) -> Supported:
    """The relations that hold for at least half of their table; where few are there, of their document.

    A relation that is often off by the rounding of its terms (端数処理) tolerates that, and is silent then.
    """
    everything = list(relations)
    rounded = {
        rule for rule in {r.rule for r in everything} if _is_rounded(rule, _of_rule(rule, everything, values))
    }
    everything = [replace(r, tolerant=True) if r.rule in rounded else r for r in everything]
    wide = _counts(everything, values, by_scope=False)
    near = _counts(everything, values, by_scope=True)
    kept: list[Relation] = []
    lost: dict[tuple[str, str], list[Relation]] = {}
    holding: Counter[tuple[str, str]] = Counter()
    for relation in everything:
        table = near[(relation.rule, relation.scope, relation.slot)]
        document = wide[(relation.rule, "", relation.slot)]
        if _is_kept(relation, table, document):
            kept.append(relation)
        elif relation.is_labelled:
            place = (relation.rule, relation.scope)
            holding[place] += judged(relation, values) is Verdict.PROVED
            if judged(relation, values) in (Verdict.CONTRADICTED, Verdict.NEAR):
                lost.setdefault(place, []).append(relation)
    return Supported(
        tuple(kept),
        tuple(Unsupported(*place, tuple(found), holding[place]) for place, found in lost.items()),
    )


def _is_kept(relation: Relation, table: Counter[Verdict], document: Counter[Verdict]) -> bool:
    holds, fails = table[Verdict.PROVED], _fails(table)
    if fails == 0:
        return True
    if holds and holds >= fails:
        return True
    if (
        holds + fails <= SMALL
        and document[Verdict.PROVED]
        and document[Verdict.PROVED] >= 2 * _fails(document)
    ):
        return True
    return (
        relation.is_labelled
        and holds == 0
        and fails == 1
        and document[Verdict.PROVED] + 1 >= _fails(document)
    )


def _is_rounded(rule: str, counts: Counter[Verdict]) -> bool:
    near, proved = counts[Verdict.NEAR], counts[Verdict.PROVED]
    if rule in SUMS and proved < ENOUGH:
        return near > 0
    return near > 1 and 3 * near >= proved


def _of_rule(rule: str, relations: Sequence[Relation], values: Values) -> Counter[Verdict]:
    return Counter(judged(relation, values) for relation in relations if relation.rule == rule)


def _fails(counts: Counter[Verdict]) -> int:
    return counts[Verdict.CONTRADICTED] + counts[Verdict.NEAR]


def _counts(
    relations: Sequence[Relation], values: Values, *, by_scope: bool
) -> dict[tuple[str, str, str], Counter[Verdict]]:
    counts: dict[tuple[str, str, str], Counter[Verdict]] = {}
    for relation in relations:
        key = (relation.rule, relation.scope if by_scope else "", relation.slot)
        counts.setdefault(key, Counter())[judged(relation, values)] += 1
    return counts
