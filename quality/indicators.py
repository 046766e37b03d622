"""Witnesses over indicators: series and their total, 【再掲】 and its original, one name twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from normalize.width import fold
from quality.ledger import IndicatorLine, Reading
from quality.lines import slack_of
from quality.relations import Relation, Value

Place = tuple[str | None, int | str, str]
"""Role, fiscal year (the header where it names none) and series: what makes two values the same."""


def series(indicators: Sequence[IndicatorLine]) -> list[Relation]:
    """The total of a cell or year = the sum of its series (a, b; 男性, 女性), where they add up at all."""
    made: list[Relation] = []
    for number, indicator in enumerate(indicators):
        groups: dict[tuple[str | None, int | str], list[Reading]] = {}
        for reading in indicator.readings:
            groups.setdefault((reading.role, reading.year or reading.period), []).append(reading)
        for readings in groups.values():
            whole = [reading for reading in readings if not reading.series]
            parts = [reading for reading in readings if reading.series]
            names = {reading.series for reading in parts}
            if len(whole) == 1 and len(parts) > 1 and len(names) == len(parts):
                terms = [reading.value for reading in (*whole, *parts)]
                made.append(
                    Relation(
                        "series",
                        indicator.table_id,
                        tuple(term.key for term in terms),
                        f"{' + '.join(r.series for r in parts)} = total of {indicator.name}",
                        (-1, *(1 for _ in parts)),
                        slack=slack_of(terms),
                        slot=str(number),
                    )
                )
    return made


def reprint(indicators: Sequence[IndicatorLine]) -> list[Relation]:
    """【再掲】 = its original: the same name, role, year and series."""
    return [
        r for first, second in _twins(indicators, reprinted=True) for r in _equal("reprint", first, second)
    ]


def same_name(indicators: Sequence[IndicatorLine]) -> list[Relation]:
    """An indicator of the same name, unit, role and year agrees wherever the document prints it again.

    A planned value and an actual one are no contradiction: they are not compared.
    """
    return [
        r for first, second in _twins(indicators, reprinted=False) for r in _equal("same_name", first, second)
    ]


def percent_out_of_range(indicators: Sequence[IndicatorLine]) -> list[Value]:
    """Percentages far above 100 where all others of the indicator are not: a lost decimal point, perhaps."""
    found: list[Value] = []
    for indicator in indicators:
        rates = [
            r for r in indicator.readings if fold(r.unit) in ("%", "パ-セント") and r.value.number is not None
        ]
        for reading in rates:
            others = [r.value.number or 0 for r in rates if r is not reading]
            number = reading.value.number or 0
            if others and number > 100 >= max(others) and number > 3 * max(others):
                found.append(reading.value)
    return found


def _twins(
    indicators: Sequence[IndicatorLine], *, reprinted: bool
) -> Iterator[tuple[IndicatorLine, IndicatorLine]]:
    by_name: dict[str, list[IndicatorLine]] = {}
    for indicator in indicators:
        by_name.setdefault(fold(indicator.name), []).append(indicator)
    for same in by_name.values():
        for first, second in combinations(same, 2):
            if (first.is_reprint or second.is_reprint) == reprinted and first.name:
                yield first, second


def _equal(rule: str, first: IndicatorLine, second: IndicatorLine) -> list[Relation]:
    left, right = _places(first), _places(second)
    return [
        Relation(
            rule,
            f"{first.table_id} {second.table_id}",
            (left[place].value.key, right[place].value.key),
            f"{first.name}, {right[place].period}, as printed twice",
            (1, -1),
        )
        for place in left
        if place in right
        and left[place].value.key != right[place].value.key
        and fold(left[place].unit) == fold(right[place].unit)
    ]


def _places(indicator: IndicatorLine) -> dict[Place, Reading]:
    found: dict[Place, Reading] = {}
    twice: set[Place] = set()
    for reading in indicator.readings:
        place = (reading.role, reading.year or reading.period, reading.series)
        if place in found:
            twice.add(place)
        found[place] = reading
    return {place: reading for place, reading in found.items() if place not in twice}
