"""Sums of a stretch of a long document that may have parts in another one: they are not held against it.

A total below the cut of a table sums lines above it as well, a 総計 at the end of a document all of them.
Such a sum proves what it says where it holds; where it does not, it says nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from quality.ledger import Line
from quality.lines import values_of
from quality.relations import Key, Relation, Value, fails, judged
from quality.support import Supported

SUMS = ("total", "nested", "share")
"""Rules over several lines."""

OVER_TABLES = ("all of the document above", "totals of the document", "last two totals")
"""Ways in which a total may be meant (quality.totals) that do not end with its table."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is not in a stretch of a document: other rows of these `tables`, which were cut."""

    tables: Collection[str] = ()


def without_partial_sums(
    kept: Supported, lines: Sequence[Line], values: Mapping[Key, Value], elsewhere: Elsewhere
) -> tuple[Supported, Mapping[str, tuple[Key, ...]]]:
    """The relations without sums that do not hold and may have parts elsewhere; by table a figure of each.

    The totals of a cut table for which no sum was found are among these.
    """
    last = {value.key for line in lines[-1:] for value in values_of(line)}
    unchecked: dict[str, dict[Key, None]] = {}
    relations: list[Relation] = []
    for relation in kept.relations:
        if _is_partial(relation, elsewhere, last) and fails(judged(relation, values)):
            unchecked.setdefault(relation.scope, {})[_of_whole(relation)] = None
        else:
            relations.append(relation)
    summed = {key for relation in relations if relation.rule == "total" for key in relation.keys[:1]}
    for line in lines:
        if line.is_total and line.table_id in elsewhere.tables:
            keys = [value.key for value in values_of(line)]
            if keys and not summed.intersection(keys):
                unchecked.setdefault(line.table_id, {})[keys[0]] = None
    unsupported = tuple(
        found for found in kept.unsupported if not (found.rule in SUMS and found.scope in elsewhere.tables)
    )
    by_record = {table: _one_each(keys) for table, keys in unchecked.items()}
    return Supported(tuple(relations), unsupported), by_record


def _is_partial(relation: Relation, elsewhere: Elsewhere, last: Collection[Key]) -> bool:
    if relation.rule not in SUMS:
        return False
    if relation.scope in elsewhere.tables:
        return True
    if relation.rule == "nested":
        return any(key in last for key in relation.keys[1:])
    return relation.rule == "total" and relation.slot.endswith(OVER_TABLES)


def _of_whole(relation: Relation) -> Key:
    """The figure that a relation says is the sum, or the total that a share is of."""
    return relation.keys[1] if relation.rule == "share" and not relation.coefficients else relation.keys[0]


def _one_each(keys: Collection[Key]) -> tuple[Key, ...]:
    """One figure of each row."""
    found: dict[tuple[str, str], Key] = {}
    for key in keys:
        found.setdefault(key[:2], key)
    return tuple(found.values())
